package gateway.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.dispatch.Reply.Command;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {

    @ParameterizedTest
    @MethodSource("replies")
    void a_command_word_with_a_code_is_a_reply(String written, Command command, String code, String words) {
        assertEquals(new Reply(command, code, words), Reply.read(written).orElseThrow());
    }

    static Stream<Arguments> replies() {
        return Stream.of(
                Arguments.of("TAKE 482913", Command.TAKE, "482913", ""),
                Arguments.of("take482913", Command.TAKE, "482913", ""),
                Arguments.of("  Take  482913. ", Command.TAKE, "482913", ""),
                Arguments.of("TAKE: 482913", Command.TAKE, "482913", ""),
                Arguments.of("take 482 913", Command.TAKE, "482913", ""),
                Arguments.of("TAKE ៤៨២៩១៣", Command.TAKE, "482913", ""),
                Arguments.of("ＴＡＫＥ ４８２９１３", Command.TAKE, "482913", ""),
                Arguments.of("\u200bpass\u00a0482913", Command.PASS, "482913", ""),
                Arguments.of("here\n482913", Command.HERE, "482913", ""),
                Arguments.of("BACK 482913 my child is ill", Command.BACK, "482913", "my child is ill"),
                Arguments.of("DONE 482913 She is Home, ព្រៃស្ពឺ", Command.DONE, "482913", "She is Home, ព្រៃស្ពឺ"),
                Arguments.of("DONE 482913 2", Command.DONE, "482913", "2"),
                Arguments.of("DONE 4829132", Command.DONE, "4829132", ""),
                Arguments.of("TAKE 48291", Command.TAKE, "48291", ""),
                Arguments.of("more 482913 2", Command.MORE, "482913", "2"),
                Arguments.of("MORE 2 482913", Command.MORE, "482913", "2"),
                Arguments.of("More 482913", Command.MORE, "482913", ""),
                Arguments.of("more 2.", Command.MORE, "", "2"),
                Arguments.of("MORE", Command.MORE, "", ""),
                Arguments.of("law482913 she asks", Command.LAW, "482913", "she asks"),
                Arguments.of("Med!", Command.MED, "", ""),
                Arguments.of("LANG 48291", Command.LANG, "48291", ""),
                Arguments.of("take", Command.TAKE, "", ""),
                Arguments.of("Here!", Command.HERE, "", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "", "take me to hospital", "482913", "I TAKE 482913", "TAKEN 482913", "8", "STOP", "help",
        "take care", "done with this, they hit me", "K 4731-1 C2 DP 21:10. TAKE 482913 or PASS 482913", "1 take",
        "more 5 girls taken", "law 5", "medicine", "med 4", "more people", "language", "more 2 girls", "lawyer"})
    void everything_else_is_a_report(String written) {
        assertTrue(Reply.read(written).isEmpty());
    }

    @Property(tries = 5_000)
    void no_text_is_too_odd_to_be_read(@ForAll String written) {
        Reply.read(written).ifPresent(reply -> assertTrue(reply.code().matches("[0-9]{0,12}")));
    }

    @Property(tries = 2_000)
    void no_text_is_too_odd_behind_a_command_word(@ForAll String written) {
        Reply.read("take " + written).ifPresent(reply -> assertTrue(reply.code().matches("[0-9]{0,12}")));
    }
}
