package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertNumber;
import gateway.alert.AlertState;
import gateway.alert.LockedAlert;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import gateway.phone.SmsText;
import gateway.stories.Phone.Asked;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many are taken at once: everybody is heard, and whoever is asked can still read. */
class SweepStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_first_stranger_is_told_at_once_and_those_after_her_in_one_text_headed_as_a_sweep() {
        house.phone(stranger(0)).texts("2 daun penh");
        var rosa = house.phoneOf("Rosa");
        assertEquals(1, rosa.dispatches().size(), "the first, at once");

        for (var i = 1; i < 6; i++) {
            house.phone(stranger(i)).texts("2 daun penh");
        }
        assertEquals(1, rosa.received().size());
        house.waits(ofSeconds(30));

        assertEquals(2, rosa.received().size());
        var digest = rosa.digests().getFirst();
        assertTrue(digest.startsWith("K many DP: 5 alerts."), digest);
        assertEquals(5, Phone.asked(digest).size());
        assertEquals(numbers(), rosa.everythingAsked().stream().map(Asked::alert).collect(Collectors.toSet()));
        assertEquals(6, new HashSet<>(rosa.everythingAsked().stream().map(Asked::code).toList()).size(), "a code each");
    }

    @Test
    void any_code_in_a_digest_takes_its_alert_and_no_other() {
        report("2 daun penh", 4);
        house.waits(ofMinutes(1));
        var second = Phone.asked(house.phoneOf("Rosa").digests().getFirst()).get(1);

        house.phoneOf("Rosa").texts("TAKE " + second.code());

        for (var alert : house.alerts()) {
            var held = alert.ladders().getFirst().holder().isPresent();
            assertEquals(alert.alert().number().toString().equals(second.alert()), held, alert.toString());
        }
    }

    @Test
    void a_known_number_is_told_at_once_in_the_midst_of_a_sweep_and_what_waits_goes_along() {
        var amira = house.phone("+12025550190");
        amira.texts("1 tuol kork");
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("released_no_payment"), ""));
        house.waits(ofMinutes(10));
        var before = house.phoneOf("Rosa").dispatches().size();
        report("2 daun penh", 9);
        assertEquals(before + 1, house.phoneOf("Rosa").dispatches().size(), "strangers wait behind their first");

        amira.texts("6 tuol kork");

        assertEquals(before + 2, house.phoneOf("Rosa").dispatches().size(), "she does not");
        var asked = Phone.asked(house.phoneOf("Rosa").digests().getFirst());
        assertEquals(9, asked.size());
        assertEquals(List.of("2", "6"), asked.stream().map(Asked::mark).distinct().toList(), "the graver ones stand first");
    }

    @Test
    void an_enrolled_person_does_not_wait_behind_strangers_not_even_on_a_borrowed_phone() {
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.SILENT, Language.KM, false, false, false), Set.of(), "lotus"),
                Optional.empty(), "+12025550190");
        report("2 daun penh", 3);
        var before = house.phoneOf("Rosa").dispatches().size();

        house.phone("+12025550190").texts("1");
        assertEquals(before + 1, house.phoneOf("Rosa").dispatches().size(), "from her own phone");
        house.waits(ofSeconds(30));
        house.phone(stranger(10)).texts("2 daun penh");
        house.phone(stranger(11)).texts("1 #lotus");

        assertEquals(before + 2, house.phoneOf("Rosa").dispatches().size(), "from another's");
    }

    @Test
    void who_was_not_believed_last_time_is_a_stranger_still() {
        var joker = house.phone("+12025550190");
        joker.texts("1");
        house.page().does("Noon", (tx, alert, noon) -> house.house().resolve(tx, alert, noon.id(), List.of("false_alarm"), ""));
        house.waits(ofMinutes(2));
        house.reporter().texts("1");
        var before = house.phoneOf("Rosa").received().size();

        joker.texts("1");

        assertEquals(before, house.phoneOf("Rosa").received().size());
    }

    @Test
    void what_is_over_before_its_digest_goes_is_not_listed_and_nobody_is_stood_down_from_it() {
        report("2 daun penh", 4);
        var first = house.phoneOf("Rosa").lastDispatch().alert();
        var over = house.alerts().stream().filter(alert -> !alert.alert().number().toString().equals(first)).findFirst().orElseThrow();
        var noon = house.member("Noon");
        house.database(tx -> {
            house.house().resolve(tx, house.alert(over.alert().number()), noon.id(), List.of("released_no_payment"), "");
            return tx;
        });
        house.waits(ofMinutes(1));

        assertEquals(3, house.phoneOf("Rosa").everythingAsked().size());
        assertTrue(house.phoneOf("Rosa").received().stream()
                .noneMatch(words -> words.contains(over.alert().number().toString())), house.phoneOf("Rosa").received().toString());
    }

    @Test
    void a_digest_the_carrier_has_not_taken_is_withdrawn_when_one_of_its_alerts_is_over_and_the_others_are_told_afresh() {
        report("2 daun penh", 1);
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.TOO_MANY);
        house.phone(stranger(11)).texts("2 daun penh");
        house.phone(stranger(12)).texts("2 daun penh");
        house.waits(ofMinutes(1));
        var refused = Phone.asked(house.phoneOf("Rosa").digests().getLast());
        assertEquals(2, refused.size());
        var noon = house.member("Noon");
        house.database(tx -> {
            house.house().resolve(tx, house.alert(AlertNumber.read(refused.getFirst().alert()).orElseThrow()), noon.id(),
                    List.of("released_no_payment"), "");
            return tx;
        });
        var tries = house.phoneOf("Rosa").received().size();

        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.ACCEPT);
        house.waits(ofMinutes(2));

        var later = house.phoneOf("Rosa").received().subList(tries, house.phoneOf("Rosa").received().size());
        assertEquals(1, later.size(), later.toString());
        assertEquals(List.of(refused.getLast()), Phone.asked(later.getFirst()));
    }

    @Test
    void a_sweep_of_twelve_with_a_known_number_among_them_gives_every_alert_a_holder_and_nobody_more_than_three_texts_a_minute() {
        var amira = house.phone("+12025550190");
        amira.texts("1 daun penh");
        house.page().does("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("released_no_payment"), ""));
        house.waits(ofMinutes(10));

        for (var i = 0; i < 12; i++) {
            house.phone(stranger(i)).texts("2 daun penh");
            if (i == 5) {
                amira.texts("2 daun penh");
            }
            house.waits(ofSeconds(5));
        }
        house.waits(ofMinutes(2));
        for (var alias : List.of("Rosa", "Lina")) {
            var phone = house.phoneOf(alias);
            phone.everythingAsked().stream().map(Asked::code).distinct().forEach(code -> phone.texts("TAKE " + code));
        }

        var open = house.alerts().stream().filter(alert -> alert.alert().resolvedAt() == null).toList();
        assertEquals(13, open.size());
        assertEquals(List.of(AlertState.ACKNOWLEDGED), open.stream().map(LockedAlert::state).distinct().toList());
        assertMostAMinute(house, 3);
    }

    @Test
    void forty_nobody_takes_are_counted_where_they_do_not_fit_and_climb_all_the_same() {
        report("2 daun penh", 40);
        house.waits(ofMinutes(1));

        var digest = house.phoneOf("Rosa").digests().getFirst();
        var listed = Phone.asked(digest).size();
        assertTrue(digest.endsWith("+" + (39 - listed) + " more: see the page"), digest);
        assertTrue(new SmsText(digest).segments() <= 4);
        assertTrue(153 * 4 - digest.length() < 60, "the room is used: " + digest.length());
        house.waits(ofMinutes(5));
        assertTrue(house.phoneOf("Amir").everythingAsked().size() > 1, "the next step is asked");
        assertEquals(40, house.phoneOf("Rosa").everythingAsked().stream().map(Asked::alert).distinct().count(),
                "what was only counted is listed later");
        assertMostAMinute(house, 3);
    }

    @Test
    void a_phone_no_digest_reaches_lets_all_its_alerts_climb_also_those_it_only_counts() {
        report("2 daun penh", 30);
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.refuse(30006));

        house.waits(ofMinutes(1));

        var unreached = house.alerts().stream().filter(alert -> house.kinds(alert).contains("unreached")).count();
        assertEquals(29, unreached, "all but the first, which arrived");
        house.waits(ofMinutes(1));
        assertTrue(house.phoneOf("Amir").everythingAsked().size() > 1);
    }

    /** Texts that left for one phone in any minute, but answers to its own. */
    static void assertMostAMinute(TestHouse house, int most) {
        house.database(tx -> tx.query("""
                SELECT message.member_id, attempt.started_at,
                       (SELECT count(*)
                          FROM message AS other
                          JOIN attempt AS sent ON sent.message_id = other.id
                         WHERE other.member_id = message.member_id
                           AND other.purpose IN ('dispatch', 'stand_down', 'notice')
                           AND other.kind = 'text'
                           AND sent.started_at > attempt.started_at - interval '1 minute'
                           AND sent.started_at <= attempt.started_at) AS texts
                  FROM message
                  JOIN attempt ON attempt.message_id = message.id
                 WHERE purpose IN ('dispatch', 'stand_down', 'notice')
                   AND kind = 'text'
                """, row -> {
            assertTrue(row.count("texts") <= most, row.count("texts") + " texts before " + row.moment("started_at"));
            return row;
        }));
    }

    private void report(String words, int strangers) {
        for (var i = 0; i < strangers; i++) {
            house.phone(stranger(i)).texts(words);
        }
    }

    private HashSet<String> numbers() {
        return house.alerts().stream().map(alert -> alert.alert().number().toString()).collect(Collectors.toCollection(HashSet::new));
    }

    private static String stranger(int i) {
        return "+120255501%02d".formatted(20 + i);
    }
}
