package gateway.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.pack.TestPack;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No single slip of a hand turns a word for one code into another code, on any keyboard people have. */
class SlipsTest {

    private static final Codebook CODEBOOK = TestPack.PHNOM_PENH.codebook();
    private static final Map<String, Code> ALIASES = CODEBOOK.words.aliases().stream().filter(alias -> !alias.exact())
            .collect(Collectors.toMap(Alias::spelt, Alias::code, (code, _) -> code, TreeMap::new));

    private static final List<String> QWERTY = List.of("qwertyuiop", "asdfghjkl", "zxcvbnm");
    private static final List<String> T9 = List.of("abc", "def", "ghi", "jkl", "mno", "pqrs", "tuv", "wxyz");
    /** The NiDA layout, unshifted and shifted. */
    private static final List<String> KHMER = List.of("ឆឹេរតយុិោផៀឪ", "ាសដថងហ្កល", "ឋខចវបនមុំះៈ",
            "ឈឺែឬទួូីៅភឿឧ", "ាំៃឌធអះញគឡ", "ឍឃជេះពណំុះៗ", "ប់ៈ៉៊ោះ");
    private static final String LATIN = "abcdefghijklmnopqrstuvwxyz";
    private static final String KHMER_LETTERS = "កខគឃងចឆជឈញដឋឌឍណតថទធនបផពភមយរលវសហឡអាិីឹឺុូួើឿៀេែៃោៅំះៈ៉៊់៍្";

    /** Every one, and not a sample: some tens of thousands. */
    @Test
    void no_single_slip_of_an_alias_ever_reads_as_another_code() {
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var alias : ALIASES.entrySet()) {
            for (var slip : slips(alias.getKey())) {
                tried++;
                var read = CODEBOOK.read(slip);
                if (!(read instanceof Reading.Unclear) && !read.codes().equals(List.of(alias.getValue()))) {
                    wrong.add(alias.getKey() + " -> " + slip + " reads as " + read);
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(tried > 30_000, "slips tried: " + tried);
    }

    @Test
    void most_slips_of_a_long_alias_are_read_as_what_was_meant() {
        var read = 0;
        var all = 0;
        for (var alias : List.of("arrested", "police", "station", "centre", "medicine", "money", "witness")) {
            for (var slip : slips(alias)) {
                all++;
                read += CODEBOOK.read(slip).code().equals(ALIASES.get(alias)) ? 1 : 0;
            }
        }

        assertTrue(read > all * 9 / 10, read + " of " + all);
    }

    @Property
    void two_slips_never_make_safe_of_anything(@ForAll("aliases") String alias, @ForAll("seeds") long seed,
            @ForAll("seeds") long other) {
        var once = slips(alias);
        var twice = slipsOrNone(once.get((int) Math.floorMod(seed, (long) once.size())));
        var slip = twice.get((int) Math.floorMod(other, (long) twice.size()));

        assertTrue(!CODEBOOK.read(slip).code().guarded(), slip);
    }

    @Property
    void a_slip_beside_other_words_names_no_other_code_either(@ForAll("aliases") String alias, @ForAll("seeds") long seed) {
        var slips = slips(alias);
        var slip = slips.get((int) Math.floorMod(seed, (long) slips.size()));
        var read = CODEBOOK.read("yesterday " + slip + " okay");

        assertTrue(read instanceof Reading.Unclear || read.codes().equals(List.of(ALIASES.get(alias))), slip + " " + read);
    }

    @ParameterizedTest
    @CsvSource({"police, polcie, 1", "police, plice, 1", "police, ppolice, 1", "police, pilice, 1", "police, police, 0",
        "police, polite, 1", "police, olicep, 2", "ab, ba, 1", "chab, luy, 4", "'', abc, 3", "medicine, medecin, 2"})
    void slips_are_counted(String one, String other, int slips) {
        assertEquals(slips, Slips.between(one, other, 9));
        assertEquals(slips, Slips.between(other, one, 9));
        assertEquals(Math.min(slips, 2), Slips.between(one, other, 1));
    }

    @Provide
    Arbitrary<String> aliases() {
        return Arbitraries.of(List.copyOf(ALIASES.keySet()));
    }

    @Provide
    Arbitrary<Long> seeds() {
        return Arbitraries.longs();
    }

    private static List<String> slipsOrNone(String word) {
        return word.isBlank() ? List.of(word) : slips(word);
    }

    /** Insertions, deletions, swaps, and each neighbour key in place of the right one. */
    private static List<String> slips(String word) {
        var letters = word.codePoints().mapToObj(Character::toString).toList();
        var slips = new ArrayList<String>();
        for (var at = 0; at <= letters.size(); at++) {
            var before = String.join("", letters.subList(0, at));
            var after = String.join("", letters.subList(at, letters.size()));
            for (var more : lettersLike(word)) {
                slips.add(before + more + after);
            }
            slips.add(before + " " + after);
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

    private static List<String> lettersLike(String word) {
        var all = Character.UnicodeScript.of(word.codePointAt(0)) == Character.UnicodeScript.KHMER ? KHMER_LETTERS : LATIN;
        return all.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> neighbours(String letter) {
        var near = new ArrayList<String>();
        T9.stream().filter(key -> key.contains(letter))
                .forEach(key -> key.chars().mapToObj(Character::toString).forEach(near::add));
        for (var keyboard : List.of(QWERTY, KHMER)) {
            for (var row = 0; row < keyboard.size(); row++) {
                var at = keyboard.get(row).indexOf(letter);
                for (var other = row - 1; at >= 0 && other <= row + 1; other++) {
                    for (var key = at - 1; key <= at + 1; key++) {
                        if (other >= 0 && other < keyboard.size() && key >= 0 && key < keyboard.get(other).length()) {
                            near.add(keyboard.get(other).substring(key, key + 1));
                        }
                    }
                }
            }
        }
        return near.stream().filter(key -> !key.equals(letter)).distinct().collect(Collectors.toList());
    }
}
