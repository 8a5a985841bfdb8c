package gateway.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.codebook.Lexicon;
import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import gateway.pack.TestPack;
import gateway.phone.Language;
import gateway.place.Area;
import gateway.place.Gazetteer;
import gateway.place.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** A slip in a place's name is forgiven where one area alone can have been meant, and never makes another area of it. */
class MisspeltPlacesTest {

    private static final Gazetteer GAZETTEER = TestPack.PHNOM_PENH.gazetteer();
    private static final Codebook CODEBOOK = TestPack.PHNOM_PENH.codebook();
    private static final Understanding UNDERSTANDING = new Understanding(CODEBOOK, GAZETTEER);
    private static final Set<String> PARTS = GAZETTEER.names().stream().flatMap(name -> Arrays.stream(name.split(" ", -1)))
            .collect(Collectors.toUnmodifiableSet());
    private static final List<String> QWERTY = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");

    /** Every slip of every name, and not a sample. */
    @Test
    void no_slip_of_one_areas_name_ever_reads_as_another_area() {
        var wrong = new ArrayList<String>();
        var tried = 0;
        var read = 0;
        for (var name : GAZETTEER.names()) {
            var meant = GAZETTEER.areaIn(name).orElseThrow().shortCode();
            for (var slip : slips(name)) {
                var area = areaIn(GAZETTEER, slip, CODEBOOK::isFree, CODEBOOK::isNear)
                        .map(found -> found.meaning().area().shortCode()).orElse("");
                tried++;
                read += meant.equals(area) ? 1 : 0;
                if (!area.isEmpty() && !area.equals(meant)) {
                    wrong.add(name + " (" + meant + ") -> " + slip + " reads as " + area);
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(tried > 15_000, "slips tried: " + tried);
        assertTrue(read > tried * 6 / 10, read + " of " + tried + " are forgiven");
    }

    /** Every slip of every name, with a digit before it and behind it: the digit is what she needs, the name only where. */
    @Test
    void no_slip_in_a_name_takes_a_digit_before_it_or_a_wish_for_silence_or_says_a_code_or_safe() {
        var codes = CODEBOOK.codes().stream().filter(code -> code.mark().matches("[0-9]")).toList();
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var name : GAZETTEER.names()) {
            for (var slip : slips(name).stream().filter(slip -> !saysSomethingElse(slip)).toList()) {
                var code = codes.get(tried++ % codes.size());
                if (TextFolding.fold(code.mark() + " " + slip).equals(TextFolding.fold(name))) {
                    continue; // The digit makes the slip the name again.
                }
                var alone = Set.of(code);
                var before = UNDERSTANDING.of(code.mark() + " " + slip);
                if (!code.guarded() && !before.reading().codes().contains(code) || !alone.containsAll(saidBy(before, slip))
                        || before.silent() != code.silences()) {
                    wrong.add(code.mark() + " " + slip + " (" + name + ") reads as " + before);
                }
                var behind = UNDERSTANDING.of(slip + " " + code.mark());
                if (!(code.guarded() ? Set.of() : alone).containsAll(saidBy(behind, slip))
                        || behind.silent() != code.silences()) {
                    wrong.add(slip + " " + code.mark() + " (" + name + ") reads as " + behind);
                }
            }
        }

        assertEquals(List.of(), wrong.stream().limit(50).toList(), wrong.size() + " of " + tried);
        assertTrue(tried > 10_000, "slips tried: " + tried);
    }

    /** Beside what the name itself says: "police" in a misspelt police post is the police, and Koh Kor is its centre. */
    private static Set<Code> saidBy(Understood understood, String slip) {
        var said = new HashSet<>(understood.reading().codes());
        said.remove(CODEBOOK.unclear());
        Arrays.stream(TextFolding.fold(slip).split(" ", -1)).forEach(word -> said.remove(CODEBOOK.aliases().get(word)));
        GAZETTEER.spotsIn(FoldedText.of(slip)).forEach(spot -> CODEBOOK.byId(spot.meaning().code()).ifPresent(said::remove));
        return said;
    }

    /** A slip that makes another word of one: men of Mean, jail of Kouk, a digit of a name that has one; a word is a word. */
    private static boolean saysSomethingElse(String slip) {
        return slip.chars().anyMatch(Character::isDigit) || Arrays.stream(TextFolding.fold(slip).split(" ", -1))
                .anyMatch(word -> !PARTS.contains(word) && !CODEBOOK.isFree(word));
    }

    @Test
    void what_is_guessed_says_by_which_words_and_never_what_it_means_to_be_there() {
        var guessed = UNDERSTANDING.of("nov dauh penh bong");

        assertEquals("DP", guessed.area());
        assertEquals("dauh penh", guessed.areaFrom());
        assertEquals(UNDERSTANDING.nothing().code(), UNDERSTANDING.of("kok kor").code());
    }

    @Test
    void between_two_areas_there_is_no_guess_and_a_name_written_well_is_stronger_than_a_guess() {
        assertNull(UNDERSTANDING.of("duan penh or kambil").area());
        assertEquals("KB", UNDERSTANDING.of("duan penh or kambol").area());
        var near = new Gazetteer(List.of(area("AA", "Sokhan"), area("BB", "Sokhun")), List.of());

        assertTrue(areaIn(near, "sokhin", word -> true, letters -> false).isEmpty());
        assertEquals("AA", areaIn(near, "sokha", word -> true, letters -> false).orElseThrow().meaning()
                .area().shortCode());
    }

    @Test
    void what_may_as_well_be_a_word_for_a_code_or_means_something_is_no_place() {
        var gazetteer = new Gazetteer(List.of(area("AA", "Polite")), List.of());

        assertTrue(areaIn(gazetteer, "polute", word -> true, letters -> true).isEmpty());
        assertTrue(areaIn(gazetteer, "polute", word -> false, letters -> false).isEmpty());
        assertTrue(areaIn(gazetteer, "polute", word -> true, letters -> false).isPresent());
        assertNull(UNDERSTANDING.of("they mean they took us").area());
    }

    @Property
    void no_words_are_too_much(@ForAll String words) {
        var understood = UNDERSTANDING.of(words);

        assertEquals(understood.area() == null, understood.areaFrom().isEmpty());
        assertTrue(words.contains(understood.areaFrom()));
    }

    private static Optional<Lexicon.Found<Spot>> areaIn(Gazetteer gazetteer, String words, Predicate<String> isFree,
            Predicate<String> isCode) {
        var text = FoldedText.of(words);
        return gazetteer.areaIn(gazetteer.spotsIn(text), gazetteer.misspeltIn(text, isFree, isCode));
    }

    private static Area area(String shortCode, String name) {
        return new Area(shortCode, Map.of(Language.EN, name), List.of());
    }

    /** A letter more, less, two swapped, or a neighbour key. */
    private static List<String> slips(String word) {
        var letters = word.codePoints().mapToObj(Character::toString).toList();
        var slips = new ArrayList<String>();
        for (var at = 0; at <= letters.size(); at++) {
            var before = String.join("", letters.subList(0, at));
            var after = String.join("", letters.subList(at, letters.size()));
            lettersOf(word).forEach(more -> slips.add(before + more + after));
            if (at < letters.size()) {
                var rest = String.join("", letters.subList(at + 1, letters.size()));
                slips.add(before + rest);
                neighbours(letters.get(at)).forEach(near -> slips.add(before + near + rest));
            }
            if (at + 1 < letters.size()) {
                slips.add(before + letters.get(at + 1) + letters.get(at)
                        + String.join("", letters.subList(at + 2, letters.size())));
            }
        }
        return slips;
    }

    private static Stream<String> lettersOf(String word) {
        var khmer = word.codePoints().anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER);
        return (khmer ? "កគងចណតនបពមយរលសហអាិុូេោ" : "abcdefghijklmnopqrstuvwxyz").codePoints().mapToObj(Character::toString);
    }

    private static List<String> neighbours(String letter) {
        var near = new ArrayList<String>();
        for (var row : QWERTY) {
            var at = row.indexOf(letter);
            for (var key = at - 1; at >= 0 && key <= at + 1; key += 2) {
                if (key >= 0 && key < row.length()) {
                    near.add(row.substring(key, key + 1));
                }
            }
        }
        return near;
    }
}
