package gateway.watch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.RowIds;
import gateway.database.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class TalliesTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final UUID NOBODY = new UUID(0, 9);

    private final Meters meters = new Meters();
    private Instant now = NOON;
    private final InstantSource clock = () -> now;
    private final RowIds ids = new RowIds(clock, new Random(7));

    @Test
    void alerts_are_shown_by_state_and_dispatches_are_counted_once() {
        DATABASE.tamper("SET session_replication_role = replica; "
                + alert("climbing", false) + dispatch() + dispatch() + alert("climbing", true));
        var tallies = new Tallies(DATABASE.database(), meters, clock);
        now = NOON.plus(Duration.ofMinutes(1));
        DATABASE.tamper("SET session_replication_role = replica; "
                + alert("acknowledged", false) + dispatch() + dispatch() + dispatch());

        tallies.tick();

        shows("umbrella_alerts{state=\"open\"} 1.0");
        shows("umbrella_alerts{state=\"acknowledged\"} 1.0");
        shows("umbrella_alerts{state=\"resolved\"} 1.0");

        now = NOON.plus(Duration.ofMinutes(2));
        tallies.tick();
        tallies.tick();

        shows("umbrella_alerts{state=\"resolved\"} 1.0");
        shows("umbrella_dispatches_total 5.0");
    }

    private String alert(String ladder, boolean resolved) {
        var id = ids.next();
        return """
                INSERT INTO alert (id, number, contact_point_id, code, pack, opened_at, last_report_at, resolved_at,
                                   timeline_count, timeline_head)
                VALUES ('%1$s', '%1$s', '%2$s', 'police', 'p', now(), now(), %3$s, 1, '');
                INSERT INTO ladder (id, alert_id, discipline, policy_id, step, round, state, holder_id, held_since,
                                    confirmed_at, due_at, nobody_since)
                VALUES ('%1$s', '%1$s', 'peer-advocate', '%2$s', 0, 0, %4$s);
                """.formatted(id, NOBODY, resolved ? "now()" : "NULL",
                ladder.equals("climbing") ? "'climbing', NULL, NULL, NULL, now(), now()"
                        : "'acknowledged', '" + NOBODY + "', now(), now(), now(), NULL");
    }

    private String dispatch() {
        return """
                INSERT INTO dispatch (id, alert_id, ladder_id, member_id, step, round, state, code_index, code_sealed,
                                      asked_at, changed_at)
                VALUES ('%1$s', '%1$s', '%1$s', '%1$s', 0, 0, 'asked', '', '', now(), now());
                """.formatted(ids.next());
    }

    private void shows(String line) {
        assertTrue(meters.text().lines().anyMatch(line::equals), () -> line + " is not in\n" + meters.text());
    }
}
