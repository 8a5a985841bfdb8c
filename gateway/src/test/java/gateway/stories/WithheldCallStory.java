package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody rings whose number nobody is told, or whose number is none. */
class WithheldCallStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @ParameterizedTest
    @ValueSource(strings = {"anonymous", "+266696687", "+7378742833", "+2562533", "+8566396", "+86282452253", "",
            "sip:rosa@example.org", "Unavailable", "+", "0", "117", "\u0000", "+1202555015012345678"})
    void two_of_them_are_two_alerts_each_with_its_own_keys_and_none_is_texted_or_rung(String from) {
        var first = house.carrier().call(from, TestHouse.HOTLINE);
        var second = house.carrier().call(from, TestHouse.HOTLINE);

        second.presses("1");
        first.presses("6");
        house.waits(ofMinutes(5));

        assertEquals(2, house.alerts().size());
        assertEquals("need taken", house.alerts().stream().map(alert -> alert.alert().code()).sorted()
                .collect(Collectors.joining(" ")));
        assertTrue(house.carrier().posts().stream().allMatch(text -> text.to().startsWith("+120255501")), "nobody else is texted");
        assertTrue(house.carrier().dialled().isEmpty());
        assertTrue(house.carrier().placements().isEmpty());
    }
}
