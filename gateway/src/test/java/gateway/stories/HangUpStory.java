package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Somebody rings, and is interrupted: whenever that is, an alert exists, and it is one. */
class HangUpStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    static Stream<Arguments> moments() {
        return Stream.of(
                moment("at the greeting", "missed_call", call -> { }),
                moment("at the second question", "missed_call", FakeCall::waits),
                moment("after an unknown key", "missed_call", call -> call.presses("*")),
                moment("after a key", "taken", call -> call.presses("1")),
                moment("after a second try", "hurt", call -> call.presses("*").presses("4")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("moments")
    void whoever_hangs_up_is_one_alert(String when, String code, Consumer<FakeCall> before) {
        var call = house.carrier().call("+12025550150", TestHouse.HOTLINE);
        before.accept(call);

        call.hangsUp();
        house.turn();

        assertEquals(code, house.theAlert().alert().code());
        assertEquals(code.equals("missed_call") ? 1 : 2, house.wordsOf(house.theAlert()).size());
    }

    private static Arguments moment(String when, String code, Consumer<FakeCall> before) {
        return Arguments.of(when, code, before);
    }
}
