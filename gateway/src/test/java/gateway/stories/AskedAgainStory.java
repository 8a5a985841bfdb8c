package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.member.BarReason;
import gateway.safety.FindingPhone;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who was passed over while her phone was in doubt is asked once it is not, and a lost phone can be found. */
class AskedAgainStory {

    private static final Pattern CODE = Pattern.compile("Code (\\d{6}), until \\d\\d:\\d\\d\\.");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void within_the_hour_another_coordinator_ends_a_loss_and_she_is_asked_for_what_is_open() {
        loses();
        house.reporter().texts("1");
        house.waits(ofMinutes(2));
        assertEquals(0, house.phoneOf("Rosa").dispatches().size());

        assertEquals(FindingPhone.Result.FOUND, finds("Noon"));
        house.turn();

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        house.phoneOf("Rosa").takes();
        assertTrue(house.theAlert().ladders().stream().anyMatch(ladder -> ladder.isHeldBy(house.member("Rosa").id())));
    }

    @Test
    void whoever_called_it_lost_and_anybody_after_an_hour_needs_a_code_that_comes_back_from_the_phone() {
        loses();
        assertEquals(FindingPhone.Result.CODE_SENT, finds("Amir"), "who called it lost herself");
        assertFalse(house.member("Rosa").barred().isEmpty());
        house.waits(ofMinutes(61));

        assertEquals(FindingPhone.Result.CODE_SENT, finds("Noon"));
        house.turn();
        house.phoneOf("Rosa").texts("TAKE 123456");
        assertFalse(house.member("Rosa").barred().isEmpty());
        house.phoneOf("Rosa").texts(code());

        assertTrue(house.member("Rosa").barred().isEmpty());
    }

    @Test
    void without_a_coordinators_word_a_lost_phone_is_sent_no_code_and_a_stop_or_start_changes_nothing() {
        loses();

        house.phoneOf("Rosa").texts("START");

        assertFalse(house.member("Rosa").barred().isEmpty());
        house.phoneOf("Rosa").receivedNothing();
    }

    private void loses() {
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "Amir"));
        house.turn();
    }

    private FindingPhone.Result finds(String by) {
        return house.database(tx -> house.house().finds(tx, house.member("Rosa"), house.member(by)));
    }

    private String code() {
        var found = CODE.matcher(house.phoneOf("Rosa").received().stream().filter(words -> CODE.matcher(words).matches()).toList()
                .getLast());
        assertTrue(found.matches());
        return found.group(1);
    }
}
