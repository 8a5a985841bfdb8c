package gateway.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.codebook.Codebook;
import gateway.codebook.Reading;
import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import gateway.pack.TestPack;
import gateway.place.Gazetteer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Test;

/** Texts nobody would think of: nothing escapes, each is understood as something, and nothing is invented. */
class UnderstandingFuzzTest {

    private static final Codebook CODEBOOK = TestPack.PHNOM_PENH.codebook();
    private static final Gazetteer GAZETTEER = TestPack.PHNOM_PENH.gazetteer();
    private static final Understanding UNDERSTANDING = new Understanding(CODEBOOK, GAZETTEER);

    @Property(tries = 20_000)
    void any_text_is_understood_as_something(@ForAll("texts") String words) {
        var understood = UNDERSTANDING.of(words);

        assertTrue(CODEBOOK.byId(understood.code().id()).isPresent());
        assertEquals(understood.code(), understood.reading().codes().getFirst());
        assertTrue(understood.people() >= 0 && understood.people() <= 9_999);
        assertTrue(understood.area() == null || GAZETTEER.areas().stream().anyMatch(area -> area.shortCode().equals(understood.area())));
        assertTrue(words.contains(understood.areaFrom()) && words.contains(understood.peopleFrom()));
        assertFalse(understood.toString().contains("mango"), "no words are printed");
    }

    @Property(tries = 10_000)
    void safe_is_a_text_of_its_own(@ForAll("texts") String words) {
        var understood = UNDERSTANDING.of(words);
        var folded = TextFolding.fold(words);

        if (understood.reading().codes().stream().anyMatch(code -> code.guarded())) {
            assertTrue(folded.equals("8") || folded.equals("8 " + understood.safeWord()), folded);
        }
    }

    @Property(tries = 10_000)
    void folding_twice_is_folding_once_and_knows_where_each_letter_was(@ForAll("texts") String words) {
        var folded = FoldedText.of(words);
        var text = folded.text();

        assertEquals(text, text.strip());
        assertFalse(text.contains("  "));
        for (var at = 0; at < text.length(); at++) {
            if (text.charAt(at) != ' ') {
                assertTrue(words.contains(folded.written(at, at + 1)));
            }
        }
        assertEquals(text.replace("\u0307", ""), TextFolding.fold(text).replace("\u0307", ""));
    }

    @Property(tries = 5_000)
    void more_words_never_take_away_that_she_wants_silence(@ForAll("texts") String words) {
        if (UNDERSTANDING.of("9").silent()) {
            assertTrue(UNDERSTANDING.of("9 . " + words).silent(), words);
        }
    }

    /** Counted in work, not in time: twice the letters are not four times the pieces; and it ends. */
    @Test
    void texts_of_a_hundred_thousand_letters_are_read() {
        var longest = new ArrayList<String>();
        for (var piece : List.of("1 ", "chab", "chab ", "polise ", "8 girls ", "ចាប់", "wat phnom ", "#tag ", "x5 ", "9:30 ", "a\u0316\u0301",
                "\u200b1", "🚨", "prey ", "ក្", "10-", "medicinf ", "qwertyui ", "ﷺ", "l", "ដូន ")) {
            longest.add(piece.repeat(100_000 / piece.length()));
        }
        longest.forEach(words -> assertTrue(CODEBOOK.byId(UNDERSTANDING.of(words).code().id()).isPresent()));
    }

    @Test
    void a_guess_is_never_what_an_alert_gets() {
        var understood = UNDERSTANDING.of("hurtt");

        assertEquals("unclear", understood.code().id());
        assertEquals(Map.of("hurt", "hurtt"), understood.reading() instanceof Reading.Unclear unclear && unclear.guess() != null
                ? Map.of(unclear.guess().id(), unclear.guessedFrom()) : Map.of());
    }

    @Provide
    Arbitrary<String> texts() {
        var known = Arbitraries.of("1", "8", "9", "0", "12", "chab", "police", "polise", "8 girls", "x5", "#lotus", "wat phnom",
                "7 makara", "ចាប់", "៥នាក់", "ដូនពេញ", "៧មករា", "kon", "2 nak", "9:30", "am", "$", "×", "🆘", "\u200b", "\u17d2",
                "\ud83d", "\u0000", " ", "\n", "#", ".", "mango", "dont call me", "call me", "prey", "speu", "ក", "ﷺ", "İ", "ß", "½");
        var signs = Arbitraries.integers().between(0, 0x10FFFF).map(Character::toString);
        var units = Arbitraries.chars().range('\u0000', '\uFFFF').map(String::valueOf);
        return Arbitraries.frequencyOf(
                Tuple.of(6, known), Tuple.of(2, signs), Tuple.of(1, units))
                .list().ofMaxSize(12).map(pieces -> String.join("", pieces));
    }
}
