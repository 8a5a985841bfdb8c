package gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.phone.SmsText.Encoding;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {

    @ParameterizedTest
    @CsvSource({
            "a, 160, GSM_7, 160, 1",
            "a, 161, GSM_7, 161, 2",
            "a, 306, GSM_7, 306, 2",
            "a, 307, GSM_7, 307, 3",
            "é, 160, GSM_7, 160, 1",
            "€, 80, GSM_7, 160, 1",
            "€, 81, GSM_7, 162, 2",
            // A part of 153 holds 76 of them: an escape and its letter stay together.
            "€, 152, GSM_7, 304, 2",
            "€, 153, GSM_7, 306, 3",
            "ស, 70, UCS_2, 70, 1",
            "ស, 71, UCS_2, 71, 2",
            "ស, 134, UCS_2, 134, 2",
            "ស, 135, UCS_2, 135, 3",
            "’, 70, UCS_2, 70, 1",
            "🚨, 35, UCS_2, 70, 1",
            "🚨, 66, UCS_2, 132, 2",
            "🚨, 67, UCS_2, 134, 3"})
    void a_text_is_as_long_as_its_letters_are(String letter, int times, Encoding encoding, int units, int segments) {
        var text = new SmsText(letter.repeat(times));

        assertEquals(encoding, text.encoding());
        assertEquals(units, text.units());
        assertEquals(segments, text.segments());
    }

    @Test
    void one_khmer_letter_makes_the_whole_text_long() {
        assertEquals(2, new SmsText("a".repeat(70) + "ស").segments());
    }

    @Property(tries = 500)
    void its_parts_are_those_that_a_phone_fills_letter_by_letter(@ForAll("texts") String words) {
        assertEquals(filled(words), new SmsText(words).segments());
    }

    @Provide
    Arbitrary<String> texts() {
        var letters = Arbitraries.frequencyOf(Tuple.of(40, Arbitraries.of("a", "7", "\n", "é", "@")),
                Tuple.of(4, Arbitraries.of("€", "[", "~")));
        var any = Arbitraries.frequencyOf(Tuple.of(40, letters), Tuple.of(1, Arbitraries.of("ស", "🚨", "’")));
        return Arbitraries.of(letters, any).flatMap(letter -> letter.list().ofMaxSize(700)).map(each -> String.join("", each));
    }

    /** The plain way: each letter is put where there is room for it. */
    private static int filled(String words) {
        var text = new SmsText(words);
        var wide = text.encoding() == Encoding.UCS_2;
        if (text.units() <= (wide ? 70 : 160)) {
            return 1;
        }
        var parts = new ArrayList<Integer>(List.of(0));
        words.codePoints().forEach(letter -> {
            var needs = wide ? Character.charCount(letter) : new SmsText(Character.toString(letter)).units();
            if (parts.getLast() + needs > (wide ? 67 : 153)) {
                parts.add(0);
            }
            parts.set(parts.size() - 1, parts.getLast() + needs);
        });
        return parts.size();
    }

    @Test
    void no_words_are_one_text() {
        assertEquals(1, new SmsText("").segments());
    }

    @Test
    void its_words_are_not_printed() {
        assertEquals("SmsText[GSM_7, units=4]", new SmsText("Rosa").toString());
    }
}
