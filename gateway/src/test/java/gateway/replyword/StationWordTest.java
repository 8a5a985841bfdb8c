package gateway.replyword;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StationWordTest {

    @ParameterizedTest
    @CsvSource({"IN 30, 30, ''", "in 30., 30, ''", "' In  30 ', 30, ''", "IN 30 482913, 30, 482913", "in ៣០, 30, ''", "IN, -1, ''",
            "IN 30m, 30, ''", "IN30, 30, ''", "In 30 mins, 30, ''", "in 30 minutes., 30, ''", "in 1h, 60, ''", "in: 2 hours, 120, ''",
            "in 1 hr 482913, 60, 482913", "in 9999, 9999, ''", "482913 IN 30, 30, 482913",
            "IN 482913 30, 30, 482913", "30 in 482913, 30, 482913", "(482 913) in 30, 30, 482913", "IN30 482913 ok thx, 30, 482913", "ok in 30 min K 4731-1 482913 pls, 30, 482913",
            "in 20 h, 1200, ''", "in 482913, -1, 482913"})
    void a_word_and_minutes_tell_that_she_goes_in(String text, int minutes, String code) {
        assertEquals(Optional.of(new StationWord(true, minutes, code)), StationWord.read(text));
    }

    @ParameterizedTest
    @CsvSource({"OUT, ''", "out!, ''", "Out 482913, 482913", "482913 out, 482913", "OUT (482-913)., 482913", "out 482913 all fine, 482913"})
    void out_tells_that_she_is_out(String text, String code) {
        assertEquals(Optional.of(new StationWord(false, -1, code)), StationWord.read(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "30", "in 30 minutes they come", "in jail", "out of here, help", "IN30 girls", "in 3 2", "outside 3",
            "in 12345", "in 2 hours they come", "two in 30", "in 30 12345", "30 in", "IN 30 482913?",
            "they are in 482913 30", "lights out 482913", "IN30 482913 with Lina", "in 20 min take 482913",
        "In 5 mins I will be there 482913", "in 10 min I call you 482913", "out with friends, pass 482913", "out soon, they keep us 482913",
        "OUT 482913 not", "IN 30 482913 TAKE"})
    void whatever_goes_on_or_is_a_digit_alone_is_a_report(String text) {
        assertEquals(Optional.empty(), StationWord.read(text));
    }
}
