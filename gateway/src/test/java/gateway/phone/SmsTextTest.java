package gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.phone.SmsText.Encoding;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
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

    @Test
    void no_words_are_one_text() {
        assertEquals(1, new SmsText("").segments());
    }

    /** Letter by letter, as the standard says it. */
    @Property
    void it_is_as_long_as_each_letter_counted_by_itself(@ForAll("letters") String words) {
        var extended = "\f^{}\\[~]|€";
        var alphabet = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
                + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
        var plain = words.codePoints().allMatch(letter -> (alphabet + extended).indexOf(letter) >= 0);
        var units = 0;
        var parts = 1;
        var used = 0;
        for (var letter : words.codePoints().toArray()) {
            var needed = plain && extended.indexOf(letter) < 0 ? 1 : plain ? 2 : Character.charCount(letter);
            units += needed;
            parts += used + needed > (plain ? 153 : 67) ? 1 : 0;
            used = used + needed > (plain ? 153 : 67) ? needed : used + needed;
        }

        var text = new SmsText(words);
        assertEquals(plain ? Encoding.GSM_7 : Encoding.UCS_2, text.encoding());
        assertEquals(units, text.units());
        assertEquals(units <= (plain ? 160 : 70) ? 1 : parts, text.segments());
    }

    @Provide
    Arbitrary<String> letters() {
        var network = Arbitraries.strings().withChars("abcXYZ 019@£ÇØΔß€^{}[]~|\\\n\f").ofMaxLength(700);
        var any = Arbitraries.strings().withChars("ab€ស្រី’\u20ad\u200b").ofMaxLength(300);
        var pairs = Arbitraries.of("🚨", "a", "ស").list().ofMaxSize(150).map(letters -> String.join("", letters));
        return Arbitraries.oneOf(network, any, pairs, Arbitraries.strings().ofMaxLength(200));
    }

    @Test
    void its_words_are_not_printed() {
        assertEquals("SmsText[GSM_7, units=4]", new SmsText("Rosa").toString());
    }
}
