package gateway.folding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.codebook.Codebook;
import gateway.pack.TestPack;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Khmer that looks alike is alike, in whatever order its signs were typed. */
class KhmerSyllablesTest {

    private static final int COENG = 0x17D2;
    private static final Codebook CODEBOOK = TestPack.PHNOM_PENH.codebook();

    /** Every Khmer alias, each syllable in every order of what stands behind its first letter. */
    @Test
    void an_alias_reads_the_same_in_every_wrong_order_of_its_signs() {
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var alias : new TreeSet<>(CODEBOOK.aliases().keySet())) {
            if (alias.codePoints().anyMatch(letter -> letter >= 0x1780 && letter < 0x1800)) {
                for (var order : orders(alias)) {
                    tried++;
                    if (!TextFolding.fold(order).equals(TextFolding.fold(alias))) {
                        wrong.add(alias + " -> " + order);
                    }
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(tried > 3_000, "orders tried: " + tried);
    }

    @ParameterizedTest
    @CsvSource({"កំុតេ, កុំតេ", "ចេាលេប, ចោលេប", "ប៉ុស្ដិ៍, ប៉ុស្តិ៍", "លុុយ, លុយ", "សុី, ស៊ី", "ប្រ៉ូលិស, ប៉្រូលិស"})
    void two_spellings_that_look_alike_are_one(String one, String other) {
        assertEquals(TextFolding.fold(other), TextFolding.fold(one));
    }

    @Property
    void what_is_folded_stays_as_it_is(@ForAll("khmer") String words) {
        assertEquals(TextFolding.fold(words), TextFolding.fold(TextFolding.fold(words)));
    }

    @Test
    void a_word_in_the_right_order_stays_as_it_is() {
        for (var word : List.of("ប៉ូលិស", "កុំតប", "ជួយ", "ចាប់", "មណ្ឌល", "ស្រី", "ស៊ី", "រំលោភ", "ឈាម", "ខ្ញុំ", "ទូរស័ព្ទ")) {
            assertEquals(word, TextFolding.fold(word));
        }
    }

    @Provide
    Arbitrary<String> khmer() {
        return Arbitraries.strings().withCharRange('\u1780', '\u17DD').withChars('\u200B', '\u200D', ' ').ofMaxLength(24);
    }

    /** The word with one of its syllables in each order, one syllable after the other. */
    private static List<String> orders(String word) {
        var syllables = syllables(word);
        var orders = new ArrayList<String>();
        for (var at = 0; at < syllables.size(); at++) {
            var signs = syllables.get(at);
            for (var order : permutations(signs.subList(1, signs.size()))) {
                var changed = new ArrayList<>(syllables);
                var syllable = new ArrayList<>(List.of(signs.getFirst()));
                syllable.addAll(order);
                changed.set(at, syllable);
                orders.add(changed.stream().flatMap(List::stream).collect(Collectors.joining()));
            }
        }
        return orders;
    }

    /** Each letter that begins one, with what belongs to it; a letter below the line is one with the sign that puts it there. */
    private static List<List<String>> syllables(String word) {
        var syllables = new ArrayList<List<String>>();
        var letters = word.codePoints().toArray();
        for (var at = 0; at < letters.length; at++) {
            var letter = Character.toString(letters[at]);
            if (letters[at] == COENG && at + 1 < letters.length) {
                syllables.getLast().add(letter + Character.toString(letters[++at]));
            } else if (syllables.isEmpty() || !KhmerSyllables.isSign(letters[at])) {
                syllables.add(new ArrayList<>(List.of(letter)));
            } else {
                syllables.getLast().add(letter);
            }
        }
        return syllables;
    }

    /** Letters below the line keep their order among themselves: that order is seen. */
    private static List<List<String>> permutations(List<String> signs) {
        if (signs.size() < 2) {
            return List.of(signs);
        }
        var all = new ArrayList<List<String>>();
        for (var at = 0; at < signs.size(); at++) {
            var first = signs.get(at);
            var overtakes = isBelow(first) && signs.subList(0, at).stream().anyMatch(KhmerSyllablesTest::isBelow);
            if (!overtakes) {
                var rest = new ArrayList<>(signs);
                rest.remove(at);
                permutations(rest).forEach(order -> {
                    var whole = new ArrayList<>(List.of(first));
                    whole.addAll(order);
                    all.add(whole);
                });
            }
        }
        return all;
    }

    private static boolean isBelow(String sign) {
        return sign.codePointAt(0) == COENG;
    }
}
