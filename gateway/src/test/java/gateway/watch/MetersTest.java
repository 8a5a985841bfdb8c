package gateway.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.Collisions;
import gateway.database.DatabaseAway;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.messaging.AttemptId;
import gateway.messaging.Outgoing;
import gateway.messaging.SendOutcome;
import gateway.phone.PhoneNumber;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class MetersTest {

    private static final Envelope ENVELOPE = new Envelope(new UUID(0, 1), "SM-1", "+12025550199", "+12025550100",
            "2 daun penh");

    private final Meters meters = new Meters();

    @Test
    void texts_taken_in_are_counted_and_timed_by_what_became_of_them() {
        take(Receipt.TAKEN);
        take(Receipt.TAKEN);
        take(Receipt.ALREADY_TAKEN);
        assertThrows(DatabaseAway.class, () -> meters.counting(envelope -> {
            throw new DatabaseAway("away", null);
        }).apply(ENVELOPE));

        shows("umbrella_intake_seconds_count{result=\"taken\"} 2");
        shows("umbrella_intake_seconds_count{result=\"already_taken\"} 1");
        shows("umbrella_intake_seconds_count{result=\"failed\"} 1");
        shows("umbrella_intake_seconds_bucket{result=\"taken\",le=\"3.0\"} 2");
    }

    @Test
    void attempts_are_counted_by_outcome_and_sends_are_timed() {
        meters.countAttempt(new SendOutcome.Accepted("SM-secret"));
        meters.countAttempt(new SendOutcome.NotTaken("429"));
        meters.countAttempt(new SendOutcome.Unknown("hangs"));
        meters.countAttempt(new SendOutcome.Unknown("hangs"));
        meters.countAttempt(new SendOutcome.Refused("21610"));
        var phone = PhoneNumber.read("+12025550111").orElseThrow();
        meters.timing(text -> new SendOutcome.Accepted("SM-2"))
                .send(new Outgoing.Text(new AttemptId(new UUID(0, 2)), phone, phone, "words", Duration.ofMinutes(5)));

        shows("umbrella_attempts_total{outcome=\"accepted\"} 1.0");
        shows("umbrella_attempts_total{outcome=\"not_taken\"} 1.0");
        shows("umbrella_attempts_total{outcome=\"unknown\"} 2.0");
        shows("umbrella_attempts_total{outcome=\"refused\"} 1.0");
        shows("umbrella_sending_seconds_count 1");
    }

    @Test
    void what_has_not_happened_yet_is_shown_as_none() {
        shows("umbrella_intake_seconds_count{result=\"failed\"} 0");
        shows("umbrella_attempts_total{outcome=\"refused\"} 0.0");
        shows("umbrella_dispatches_total 0.0");
    }

    @Test
    void what_was_done_again_is_shown_by_what_two_collided_at() {
        var collisions = new Collisions();
        meters.show(collisions);

        for (var kind : Collisions.Kind.values()) {
            shows("umbrella_collisions_total{kind=\"" + kind.word() + "\"} 0.0");
        }
    }

    @Test
    void a_loops_lag_is_shown_by_its_name() {
        meters.watch(new WatchedLoop("postman", () -> Duration.ofMillis(1500)));

        shows("umbrella_loop_lag_seconds{loop=\"postman\"} 1.5");
    }

    @Test
    void no_number_and_no_word_is_in_it() {
        take(Receipt.TAKEN);
        meters.countAttempt(new SendOutcome.Refused("the number +12025550199 is stopped"));

        for (var secret : new String[] {"2025550", "daun", "SM-", "stopped"}) {
            assertFalse(meters.text().contains(secret), secret);
        }
    }

    private void take(Receipt receipt) {
        assertEquals(receipt, meters.counting(envelope -> receipt).apply(ENVELOPE));
    }

    private void shows(String line) {
        assertTrue(meters.text().lines().anyMatch(line::equals), () -> line + " is not in\n" + meters.text());
    }

    @Test
    void two_meters_share_nothing() {
        meters.countDispatches(3);

        assertEquals(1, new Meters().text().lines().filter("umbrella_dispatches_total 0.0"::equals).count());
    }
}
