package gateway.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.codebook.Meaning.Role;
import gateway.pack.TestPack;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * A slip of the hand in a grave phrase of the lexicon, or in a wish for silence, may leave it unread; it never leaves a milder
 * code behind. Where a slip makes another word of one ("hey" of "they"), the text says something else, and is not counted.
 */
class GravePhraseSlipsTest {

    private static final Codebook CODEBOOK = TestPack.PHNOM_PENH.codebook();
    private static final int SLIPS_EACH = Integer.getInteger("phrase.slips", 1);

    @Test
    void a_slip_in_a_grave_phrase_never_reads_as_a_milder_code() {
        var random = new Random(86);
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var phrase : gravePhrases()) {
            for (var i = 0; i < SLIPS_EACH; i++) {
                var slip = slip(phrase, random);
                if (!saysSomethingElse(phrase, slip)) {
                    tried++;
                    var read = CODEBOOK.read(slip);
                    if (!(read instanceof Reading.Unclear) && read.codes().stream().allMatch(GravePhraseSlipsTest::isMilder)) {
                        wrong.add(phrase + " -> " + slip + " reads as " + read);
                    }
                }
            }
        }

        assertEquals(List.of(), wrong.stream().limit(30).toList(), wrong.size() + " of " + tried);
        assertTrue(tried > 10_000, "slips tried: " + tried);
    }

    private static List<String> gravePhrases() {
        return CODEBOOK.words.meanings().entrySet().stream()
                .filter(entry -> isGrave(entry.getValue()) && entry.getKey().length() > 4)
                .map(Map.Entry::getKey).sorted().toList();
    }

    private static boolean isGrave(Meaning meaning) {
        return meaning.code() != null && !isMilder(meaning.code()) && !meaning.is(Role.SOFT);
    }

    private static boolean isMilder(Code code) {
        return code.mild() || code.guarded();
    }

    /** Each word of it is another one that is known. */
    private static boolean saysSomethingElse(String phrase, String slip) {
        var before = Set.of(Arrays.stream(phrase.split(" ", -1)).distinct().toArray());
        return Arrays.stream(slip.split(" ", -1)).allMatch(word -> before.contains(word) || word.isEmpty() || CODEBOOK.words.meanings().containsKey(word));
    }

    /** A letter less, two swapped, one twice, or one for another. */
    private static String slip(String word, Random random) {
        var at = random.nextInt(word.length() - 1);
        var other = word.charAt(random.nextInt(word.length()));
        return switch (random.nextInt(4)) {
            case 0 -> word.substring(0, at) + word.substring(at + 1);
            case 1 -> word.substring(0, at) + word.charAt(at + 1) + word.charAt(at) + word.substring(at + 2);
            case 2 -> word.substring(0, at) + other + word.substring(at);
            default -> word.substring(0, at) + other + word.substring(at + 1);
        };
    }
}
