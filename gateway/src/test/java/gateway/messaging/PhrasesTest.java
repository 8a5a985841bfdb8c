package gateway.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.BadPack;
import gateway.codebook.PackFault;
import gateway.phone.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PhrasesTest {

    private static final Phrases PHRASES = PhrasesFile.load(Path.of("config/packs/phnom-penh"));

    @ParameterizedTest
    @EnumSource
    void a_dispatch_reads_the_same_in_every_language(Language language) {
        var words = PHRASES.say(language, "dispatch.text", Map.of("number", "4731-1", "mark", "2", "area", " DP",
                "people", "", "time", "21:10", "code", "482913", "story", ""));

        assertEquals("K 4731-1 C2 DP 21:10. TAKE 482913 or PASS 482913", words);
    }

    @Test
    void braces_and_dollars_in_a_value_stay_what_they_are() {
        assertEquals("repeat: {code} $1 \\", PHRASES.say(Language.EN, "dispatch.repeat", Map.of("words", "{code} $1 \\")));
    }

    @Test
    void a_missing_phrase_or_value_is_named() {
        assertEquals("no phrase answer.never in km", assertThrows(IllegalStateException.class,
                () -> PHRASES.say(Language.KM, "answer.never", Map.of())).getMessage());
        assertEquals("the phrase answer.over wants a value for number", assertThrows(IllegalStateException.class,
                () -> PHRASES.say(Language.EN, "answer.over", Map.of())).getMessage());
    }

    @Test
    void a_list_has_variants_and_cannot_be_said_as_one() {
        assertEquals(4, PHRASES.list(Language.KM, "cover").size());
        assertEquals(List.of("repeat: {words}"), PHRASES.list(Language.KM, "dispatch.repeat"));
        assertThrows(IllegalStateException.class, () -> PHRASES.say(Language.EN, "cover", Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phrases.km.yaml | '  over: "K {number}'         | '  ower: "K {number}'    | answer.over is said in en but not in km
            phrases.en.yaml | '  over: "K {number}'         | '  ower: "K {number}'    | answer.ower is said in en but not in km
            phrases.km.yaml | 'HERE {code} មុន {time}, BACK' | 'HERE {code}, BACK'      | answer.taken has places for
            phrases.en.yaml | '  over: "K {number}'         | '  over: "" # {number}'  | answer.over must be a text
            """)
    void what_one_language_says_every_language_says(String file, String passage, String instead, String fault,
            @TempDir Path folder) {
        var pack = BadPack.with(folder, file, passage, instead);

        var thrown = assertThrows(PackFault.class, () -> PhrasesFile.load(pack));

        assertTrue(thrown.getMessage().contains(fault), thrown.getMessage());
    }

    @Test
    void a_phrase_for_the_pages_is_read_beside_the_others_and_written_once(@TempDir Path folder) throws Exception {
        var pack = BadPack.with(folder, "phrases.en.yaml", "dispatch:", "dispatch:");
        for (var language : Language.values()) {
            Files.writeString(pack.resolve("console." + language.tag() + ".yaml"), "page: { greeting: \"Hello {alias}\" }");
        }

        assertEquals("Hello Rosa", PhrasesFile.load(pack).say(Language.EN, "page.greeting", Map.of("alias", "Rosa")));

        Files.writeString(pack.resolve("console.en.yaml"), "answer: { over: \"again\" }");
        var thrown = assertThrows(PackFault.class, () -> PhrasesFile.load(pack));
        assertTrue(thrown.getMessage().endsWith("answer.over is in another phrase file already"), thrown.getMessage());
    }
}
