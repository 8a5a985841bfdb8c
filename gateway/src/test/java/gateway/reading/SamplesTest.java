package gateway.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.codebook.Reading;
import gateway.pack.TestPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pack's own samples read as whoever keeps the pack wants them to. */
class SamplesTest {

    private static final Path PACK = Path.of("config/packs/phnom-penh");
    private static final Understanding UNDERSTANDING = new Understanding(TestPack.PHNOM_PENH.codebook(), TestPack.PHNOM_PENH.gazetteer());

    private static final Set<String> GRAVE = Set.of("1", "2", "3", "4");

    @Test
    void every_sample_reads_as_is_wanted() throws IOException {
        var wrong = new ArrayList<String>();
        var tried = 0;
        for (var line : Files.readAllLines(PACK.resolve("samples.tsv"))) {
            if (!line.isBlank() && !line.startsWith("# ")) {
                var cells = line.split("\t", -1);
                var read = markOf(UNDERSTANDING.of(cells[0]));
                tried++;
                // All of these wake people at once; which of them it was, they ask.
                if (!read.equals(cells[1]) && !(GRAVE.contains(read) && GRAVE.contains(cells[1]))) {
                    wrong.add(cells[0] + ": " + cells[1] + " is wanted, " + read + " is read");
                }
            }
        }

        assertEquals(List.of(), wrong);
        assertTrue(tried > 2_000, "samples: " + tried);
    }

    @ParameterizedTest
    @ValueSource(strings = {"6", "6 please", "hello", "need medicine", "how are you"})
    void words_that_are_all_known_and_harmless_are_mild(String words) {
        assertTrue(UNDERSTANDING.of(words).isWhollyMild());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "9", "stop", "zxqwv", "6 zxqwv", "6 no call", "need medicine they raped her", "#lotus 6",
        "they raped us in the truck", "dont text me they have my phone", "កំុតេ", "6 12345",
        // A slip has left nothing of the grave word.
        "do ot text me", "n text please", "he lok the gate", "it me", "h have my daughter", "thnam at text",
        // A digit that may have been a code, whatever it is read as.
        "1 of us", "1 am here", "1+2", "no. 1 now", "2hours", "3 of us here", "1pls", "9help", "4bong", "1now", "2help", "9now", "8pls 1st"})
    void all_others_are_not(String words) {
        assertFalse(UNDERSTANDING.of(words).isWhollyMild());
    }

    /** "do not ring us", with a letter too few: nobody rings because of it. */
    @ParameterizedTest
    @ValueSource(strings = {"do ot ring us", "not call back", "dun ring", "ot ring me", "never, call me"})
    void a_text_with_a_negation_asks_nobody_to_ring(String words) {
        assertTrue(Set.of("?", "9").contains(markOf(UNDERSTANDING.of(words))), words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"he have my freend", "he have my childern", "h have my daughter", "he has my hild", "stole my cdild"})
    void a_slip_in_a_grave_phrase_leaves_nothing_milder_behind(String words) {
        assertEquals("?", markOf(UNDERSTANDING.of(words)), words);
    }

    /** Some venues have a client's word or a measure in their names. */
    @ParameterizedTest
    @ValueSource(strings = {"bar", "beer garden", "casino", "coffee shop", "night market", "night club", "hotel room", "school", "tuk tuk",
        "st 104", "car", "movie theater", "at the beer garden", "girls bar", "massage shop", "ហាងស្រាបៀរ", "ហាងកាហ្វេ", "សណ្ឋាគារ"})
    void a_leading_digit_beside_a_venue_keeps_its_meaning(String venue) {
        for (var code : List.of("1", "2", "4")) {
            assertEquals(code, markOf(UNDERSTANDING.of(code + " " + venue)), venue);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dont u call me", "do not please ring", "kom tae mok", "កុំតេមកខ្ញុំ", "不要给我打电话", "pls never ever sms", "kom chhlerj", "kom khaol mk",
        "stop with the calls"})
    void silence_is_heard_by_the_shape_of_the_wish(String words) {
        assertTrue(UNDERSTANDING.of(words).silent());
    }

    @ParameterizedTest
    @ValueSource(strings = {"why dont u call me", "u never call me", "do not forget to call", "kom plech call knhom", "u never answer"})
    void whoever_tells_of_not_calling_asks_for_no_silence(String words) {
        assertFalse(UNDERSTANDING.of(words).silent());
    }

    private static String markOf(Understood understood) {
        return understood.reading() instanceof Reading.Unclear ? "?" : understood.code().mark();
    }
}
