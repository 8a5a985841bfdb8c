package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The database is gone when a text arrives: the carrier is told to come again, and nothing is half written. */
class DatabaseAwayStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_text_that_cannot_be_committed_is_answered_503_and_taken_in_once_when_the_carrier_comes_again() {
        house.reporter().texts("6");
        var before = house.kindsOfAll().size();
        var sid = FakeCarrier.newSid();
        house.testDatabase().goAway();

        var refused = house.carrier().text(sid, "+12025550151", TestHouse.HOTLINE, "1");

        assertEquals(503, refused.statusCode());
        assertTrue(refused.headers().firstValue("Retry-After").isPresent());
        house.testDatabase().comeBack();
        assertEquals(before, house.kindsOfAll().size(), "nothing half written");
        assertEquals(200, house.carrier().text(sid, "+12025550151", TestHouse.HOTLINE, "1").statusCode());
        house.waits(Duration.ofMinutes(1));
        assertEquals(2, house.alerts().size());
        assertEquals(2, house.phoneOf("Rosa").dispatches().size());
    }
}
