package gateway.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.codebook.Codebook;
import gateway.pack.TestPack;
import gateway.reading.AgreedWords.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AgreedWordsTest {

    private static final Codebook BOOK = TestPack.PHNOM_PENH.codebook();
    private final AgreedWords agreed = new AgreedWords(BOOK, new Understanding(BOOK, TestPack.PHNOM_PENH.gazetteer()));

    @ParameterizedTest
    @ValueSource(strings = {"mangrove", "tamarind", "Lotus", "ផ្កាឈូក", "រំដួល", "romduol"})
    void a_word_that_means_nothing_can_be_agreed(String word) {
        assertEquals("-", problem(AgreedWords.folded(word), ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            man grove | ''        | NOT_ONE_WORD
            🌸🌸🌸🌸   | ''        | NOT_ONE_WORD
            abc       | ''        | SHORT
            abcdefghijklmnopqrstu | '' | LONG
            stop      | ''        | NEAR_A_CARRIERS_WORD
            stopp     | ''        | NEAR_A_CARRIERS_WORD
            cancle    | ''        | NEAR_A_CARRIERS_WORD
            quiet     | ''        | NEAR_A_CARRIERS_WORD
            police    | ''        | MEANS_SOMETHING
            plice     | ''        | MEANS_SOMETHING
            medicine  | ''        | MEANS_SOMETHING
            witnes    | ''        | MEANS_SOMETHING
            mango7    | ''        | MEANS_SOMETHING
            ប៉ូលិស      | ''        | MEANS_SOMETHING
            mangrove  | police    | MEANS_SOMETHING
            mangrove  | mangroves | NEAR_ONE_ANOTHER
            mangrove  | mangrove  | NEAR_ONE_ANOTHER
            mangrove  | tamarind  | -
            ''        | tamarind  | DURESS_ALONE
            ''        | ''        | -
            """)
    void a_word_that_could_be_mistaken_is_refused(String safe, String duress, String problem) {
        assertEquals(problem, problem(AgreedWords.folded(safe), AgreedWords.folded(duress)));
    }

    @ParameterizedTest
    @CsvSource({"lotus, -", "#Lotus, -", "stop, NEAR_A_CARRIERS_WORD", "raid, MEANS_SOMETHING", "ab, SHORT", "two words, NOT_ONE_WORD"})
    void a_tag_is_held_to_the_same(String tag, String problem) {
        assertEquals(problem, agreed.ofTag(AgreedWords.folded(tag)).map(Problem::name).orElse("-"));
    }

    @Test
    void slips_are_counted_as_hands_make_them() {
        assertEquals(0, AgreedWords.slipsBetween("lotus", "lotus"));
        assertEquals(1, AgreedWords.slipsBetween("lotus", "lotsu"));
        assertEquals(1, AgreedWords.slipsBetween("lotus", "lous"));
        assertEquals(2, AgreedWords.slipsBetween("lotus", "locust"));
        assertEquals(5, AgreedWords.slipsBetween("", "lotus"));
    }

    private String problem(String safe, String duress) {
        return agreed.ofSafeWords(safe, duress).map(Problem::name).orElse("-");
    }
}
