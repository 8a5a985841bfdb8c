package gateway.dispatch;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.Ladder;
import gateway.alert.Leases;
import gateway.roster.Discipline;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What one gateway has found due, another may have attended to before the first has the lock. */
class SeveralGatewaysTest {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_timer_that_was_attended_to_or_heard_of_meanwhile_is_left_alone() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        house.phoneOf("Rosa").texts("IN 5");
        house.waits(ofMinutes(5).plusSeconds(1));
        var timers = house.house().safetyTimers();
        var timer = house.database(house.house()::timers).getFirst();
        assertTrue(timer.isOverdue());

        assertTrue(house.database(tx -> timers.lockDue(tx, timer.id(), house.clock.instant())).isEmpty());
        assertFalse(house.database(tx -> timers.lockDue(tx, timer.id(), house.clock.instant().plus(ofMinutes(5)))).isEmpty());
        house.database(tx -> {
            timers.hear(tx, timer.id(), house.member("Noon").id(), house.clock.instant());
            return tx;
        });
        assertTrue(house.database(tx -> timers.lockDue(tx, timer.id(), house.clock.instant().plus(ofMinutes(60)))).isEmpty());
    }

    @Test
    void a_holder_is_reminded_of_a_check_in_once() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        var ladder = house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow();
        var dueAt = ladder.nextAt().orElseThrow();
        var leases = new Leases();

        assertTrue(ladder instanceof Ladder.Acknowledged);
        assertEquals(List.of(true, false, true), house.database(tx -> Stream.of(dueAt, dueAt, dueAt.plus(ofSeconds(1)))
                .map(moment -> leases.remind(tx, ladder, house.member("Rosa").id(), moment)).toList()));
    }
}
