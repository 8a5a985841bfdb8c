package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often a text waits for the database before its carrier is answered. These numbers may fall, and never rise: whoever lowers one writes it here. */
class IntakeWaitsStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_text_waits_for_the_database_no_oftener_than_it_did() {
        assertEquals(7, waitsOf("+12025550150", "1 daun penh"), "the first of an unknown number");
        assertEquals(10, waitsOf("+12025550150", "2 daun penh"), "a later one");
        assertEquals(8, waitsOf("+12025550151", "hello"), "of a stranger, without a code");
    }

    private long waitsOf(String phone, String words) {
        var before = house.testDatabase().doors().waits();
        house.phone(phone).texts(words);
        return house.testDatabase().doors().waits() - before;
    }
}
