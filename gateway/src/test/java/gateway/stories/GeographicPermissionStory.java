package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A setting at the carrier silences everybody of one country. */
class GeographicPermissionStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("{ ask: [Backup], wait: 5m }",
            "{ ask: [Backup], by: voice, wait: 5m }"));

    private List<String> told() {
        return house.phoneOf("Noon").received().stream().filter(words -> words.contains("does not permit")).toList();
    }

    @Test
    void a_text_that_may_not_go_there_alarms_the_coordinators_once_an_hour() {
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.refuse(21408));
        house.reporter().texts("6");
        assertEquals(1, told().size(), house.phoneOf("Noon").received().toString());

        house.phone("+12025550151").texts("6");
        house.waits(ofMinutes(5));
        assertEquals(1, told().size());
        house.clock.turn(ofMinutes(60));
        house.phone("+12025550152").texts("6");
        house.waits(ofMinutes(1));

        assertEquals(2, told().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {13227, 21215, 32205})
    void and_so_does_a_call(int error) {
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.refuse(30006));
        house.carrier().answers(house.phoneOf("Amir").number(), FakeAnswer.refuse(error));
        house.reporter().texts("6");

        assertEquals(1, told().size());
    }

    @Test
    void a_phone_that_is_only_off_alarms_nobody() {
        house.carrier().answers(house.phoneOf("Rosa").number(), FakeAnswer.refuse(30006));
        house.reporter().texts("6");
        house.waits(ofMinutes(2));

        assertEquals(0, told().size());
    }
}
