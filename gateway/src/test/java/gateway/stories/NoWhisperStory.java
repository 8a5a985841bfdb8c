package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The carrier lets a dialled phone hear nothing before it is joined: then nobody could be asked for a key. */
class NoWhisperStory {

    @RegisterExtension
    final TestHouse house = new TestHouse().withoutWhispers();

    @Test
    void zero_is_kept_as_a_code_and_nobody_is_dialled() {
        var call = house.reporter().rings().presses("0");

        assertEquals(List.of(), house.carrier().dialled());
        assertEquals("Thank you. Somebody will be asked. Goodbye.", call.heard().getLast());
        assertEquals(List.of("", "0"), house.wordsOf(house.theAlert()));
    }
}
