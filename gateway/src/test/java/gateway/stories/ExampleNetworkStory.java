package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.roster.Discipline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The network that everybody begins with, as it is written. */
class ExampleNetworkStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(_ -> example());

    @Test
    void a_peer_who_sleeps_through_a_text_is_rung_after_two_minutes() {
        house.reporter().texts("1");
        house.waits(ofMinutes(1));
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(0, house.phoneOf("Rosa").calls());

        house.waits(ofMinutes(1));
        assertEquals(1, house.phoneOf("Rosa").calls());
        house.phoneOf("Rosa").answersAndTakes();

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }

    @Test
    void code_4_asks_a_medic_beside_the_peers() {
        house.reporter().texts("4");

        assertEquals(1, house.phoneOf("Mali").dispatches().size());
        house.phoneOf("Mali").takes();
        assertTrue(house.theAlert().ladder(Discipline.MEDICAL_LINK).orElseThrow().isHeldBy(house.member("Mali").id()));
    }

    private static String example() {
        try {
            return Files.readString(Path.of("config/network.example.yaml"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
