package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A PIN is hashed slowly. Nobody waits for that but whoever keyed it. */
class SlowPinStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("{ ask: [Peers], wait: 5m }",
            "{ ask: [Peers], by: voice, wait: 5m }"));

    @BeforeEach
    void rosa_keeps_a_pin() {
        house.database(tx -> {
            house.house().keepsPin(tx, house.member("Rosa"), "4821", "9035");
            return tx;
        });
    }

    @Test
    void while_her_pin_is_hashed_the_door_the_alert_and_her_pin_itself_are_free() throws Exception {
        house.reporter().texts("6");
        var call = house.phoneOf("Rosa").answers();
        var released = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var i = 0; i < 2; i++) {
                threads.submit(() -> house.house().pinHashing().within(Duration.ofMinutes(1), () -> await(released)));
            }
            var keyed = threads.submit(() -> call.presses("4821#"));
            Eventually.until("the try is committed as wrong", () -> wrongTries() == 1);

            house.reporter().textsOnly("1");
            assertEquals(1, locks("pin"), "another text about the same alert, by the same door, and no row is locked");
            assertEquals(1, locks("alert"));
            keyed.get();
            // Before the threads are waited for: they wait for it.
            released.countDown();
        } finally {
            released.countDown();
        }
        assertEquals(1, Set.copyOf(call.heard()).size(), "she is asked again");
        assertEquals(0, wrongTries(), "nobody had time to look, so it is given back");

        call.presses("4821#");
        assertTrue(call.heard().getLast().startsWith("Press one"), call.heard().toString());
        assertEquals(0, wrongTries(), "it was right, and is given back");
    }

    /** How many rows nobody else has locked. */
    private int locks(String table) {
        return house.database(tx -> tx.query("SELECT 1 AS one FROM " + table + " FOR UPDATE SKIP LOCKED", row -> row.number("one")))
                .size();
    }

    private int wrongTries() {
        return house.database(tx -> tx.queryOne("SELECT wrong_tries FROM pin", row -> row.number("wrong_tries"))).orElseThrow();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }
}
