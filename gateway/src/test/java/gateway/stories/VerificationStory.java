package gateway.stories;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Prepaid numbers are given out again: a phone is proven by a code before it is asked, and again every 90 days. */
class VerificationStory {

    private static final Pattern CODE = Pattern.compile("Code (\\d{6}), until (\\d\\d:\\d\\d)\\.");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @ParameterizedTest
    @ValueSource(strings = {"%s", " %s. ", "VERIFY %s", "verify: %s"})
    void a_phone_that_nobody_vouches_for_is_asked_once_it_has_sent_its_code_back_and_no_file_takes_that_away(String answer) {
        rosaIsUnverified();
        assertEquals(List.of(true), house.phoneOf("Rosa").received().stream().map(words -> CODE.matcher(words).matches()).toList());

        house.phoneOf("Rosa").texts(answer.formatted(code()));
        house.load(house.example().replaceFirst("verified: true", "verified: false"));
        house.reporter().texts("1");

        assertEquals("Thank you. Good until 2026-05-31.", house.phoneOf("Rosa").received().get(1));
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(1, house.alerts().size());
    }

    @Test
    void three_wrong_codes_end_the_waiting_and_what_is_no_answer_is_prose_as_ever() {
        rosaIsUnverified();
        var right = code();
        for (var wrong = 1; wrong <= 3; wrong++) {
            house.phoneOf("Rosa").texts(other(right, wrong));
        }
        assertEquals(3, house.phoneOf("Rosa").received().stream().filter("That was not the code."::equals).count());
        assertEquals(List.of(), house.alerts());

        house.phoneOf("Rosa").texts("VERIFY " + right);

        assertFalse(house.member("Rosa").verified());
        assertEquals(List.of(), house.alerts());
        house.phoneOf("Rosa").texts(right);
        assertEquals(List.of(), house.alerts(), "no code waits: a number is prose");
    }

    @Test
    void a_code_sent_twice_or_a_day_late_is_no_report_from_her_phone() {
        rosaIsUnverified();
        house.clock.turn(ofHours(25));
        house.phoneOf("Rosa").texts(code());
        assertFalse(house.member("Rosa").verified());
        house.database(tx -> house.house().asksForVerification(tx, house.member("Rosa")));
        house.turn();

        house.phoneOf("Rosa").texts(code());
        house.phoneOf("Rosa").texts(code());

        assertTrue(house.member("Rosa").verified());
        assertEquals(List.of(), house.alerts());
        assertEquals(1, house.phoneOf("Rosa").received().stream().filter(words -> words.startsWith("Thank you.")).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "111111", "1 1 2 2 1 1", "HELP", "help me 123456"})
    void while_a_code_waits_distress_is_still_a_report(String words) {
        rosaIsUnverified();

        house.phoneOf("Rosa").texts(words);

        assertEquals(1, house.alerts().size());
        assertFalse(house.member("Rosa").verified());
    }

    @Test
    void the_code_counts_from_the_phone_it_went_to_only_and_for_a_day() {
        rosaIsUnverified();

        house.reporter().texts(code());
        assertEquals(1, house.alerts().size());
        assertFalse(house.member("Rosa").verified());

        house.clock.turn(ofHours(25));
        house.phoneOf("Rosa").texts(code());
        assertFalse(house.member("Rosa").verified());
    }

    @Test
    void nobody_is_asked_for_a_code_by_night() {
        house.clock.turn(ofHours(10));
        rosaIsUnverified();
        house.phoneOf("Rosa").receivedNothing();

        house.clock.turn(ofHours(9));
        house.turn();

        assertEquals(1, codes());
    }

    @Test
    void a_week_before_90_days_are_over_a_code_goes_out_and_the_coordinators_are_told_and_afterwards_others_are_asked_first() {
        house.clock.turn(ofDays(82));
        house.turn();
        house.phoneOf("Rosa").receivedNothing();

        house.clock.turn(ofDays(1));
        house.turn();
        house.turn();
        assertEquals(1, codes());
        assertEquals(1, house.phoneOf("Noon").received().stream().flatMap(String::lines)
                .filter("Rosa: code sent. Remind her by 2026-05-31."::equals).count(), house.phoneOf("Noon").received().toString());
        for (var alias : List.of("Amir", "Lina", "Noon")) {
            house.phoneOf(alias).texts(code(alias));
        }

        for (var day = 0; day < 7; day++) {
            house.clock.turn(ofDays(1));
            house.turn();
        }

        assertEquals(4, codes(), "a week, three days and a day before, and when it is over");
        assertEquals(1, house.phoneOf("Noon").received().stream().filter("Rosa: phone not verified; others first."::equals).count());
        house.reporter().texts("1");
        assertEquals(List.of(), house.phoneOf("Rosa").dispatches());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());
        assertTrue(house.database(tx -> house.house().timeline(tx, house.theAlert())).toString().contains("expired"));
        house.phoneOf("Rosa").texts(code());
        assertFalse(house.member("Rosa").expired());
    }

    @Test
    void where_nobody_else_is_left_at_the_last_resort_old_verifications_are_asked_all_the_same() {
        house.clock.turn(ofDays(91));

        house.reporter().texts("1");
        house.waits(ofMinutes(1));

        assertEquals(1, house.phoneOf("Noon").dispatches().size());
        house.phoneOf("Noon").takes();
        assertTrue(house.theAlert().ladders().stream().anyMatch(ladder -> ladder.isHeldBy(house.member("Noon").id())));
    }

    private void rosaIsUnverified() {
        house.load(house.example().replaceFirst("verified: true", "verified: false"));
        house.turn();
    }

    private long codes() {
        return house.phoneOf("Rosa").received().stream().filter(words -> CODE.matcher(words).matches()).count();
    }

    private String code() {
        return code("Rosa");
    }

    private String code(String alias) {
        var found = CODE.matcher(house.phoneOf(alias).received().stream().filter(words -> CODE.matcher(words).matches()).toList()
                .getLast());
        assertTrue(found.matches());
        return found.group(1);
    }

    private static String other(String code, int by) {
        return "%06d".formatted((Integer.parseInt(code) + by * 1_379) % 1_000_000);
    }
}
