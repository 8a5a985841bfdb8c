package gateway.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.folding.FoldedText;
import gateway.pack.TestPack;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CodebookTest {

    private static final Codebook CODEBOOK = TestPack.PHNOM_PENH.codebook();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1             | taken
            2             | police
            3             | centre
            4             | hurt
            5             | money
            6             | need
            7             | witness
            8             | safe
            9             | silent
            0             | callme
            '  1  '       | taken
            111           | taken
            1 1 1         | taken
            1!!           | taken
            '1\n'         | taken
            '*1#'         | taken
            ១             | taken
            ២             | police
            ១១១           | taken
            ៱             | taken
            ٤             | hurt
            ۴             | hurt
            ४             | hurt
            ๔             | hurt
            ໔             | hurt
            ၄             | hurt
            ４            | hurt
            ④             | hurt
            ❹             | hurt
            4️⃣           | hurt
            𝟒            | hurt
            ⁴             | hurt
            8.            | safe
            ៨។            | safe
            """)
    void a_digit_of_any_script_is_a_code(String words, String id) {
        assertEquals(new Reading.Coded(CODEBOOK.byId(id).orElseThrow(), ""), CODEBOOK.read(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2 daun penh            | police  | daun penh
            2. Daun Penh!          | police  | Daun Penh!
            1: 3 girls, Wat Phnom  | taken   | 3 girls, Wat Phnom
            ២ ដូនពេញ               | police  | ដូនពេញ
            ២ដូនពេញ                | police  | ដូនពេញ
            ១ ចាប់ ៣នាក់            | taken   | ចាប់ ៣នាក់
            4️⃣ please             | hurt    | please
            1🆘                    | taken   | 🆘
            1 8                    | taken   | 8
            8 1                    | taken   | 8 1
            2 wat phnom police     | police  | wat phnom police
            chab 3 neak            | taken   | chab 3 neak
            6 see <b>x</b>         | need    | see <b>x</b>
            2 '; DROP TABLE alert; | police  | DROP TABLE alert;
            """)
    void the_words_after_the_digits_that_begin_it_are_kept_as_written(String words, String id, String note) {
        assertEquals(new Reading.Coded(CODEBOOK.byId(id).orElseThrow(), note), CODEBOOK.read(words));
    }

    @Test
    void of_two_codes_the_graver_is_meant_and_both_are_kept() {
        assertEquals(new Reading.TwoCodes(code("taken"), List.of(code("taken"), code("money")), ""), CODEBOOK.read("5 1"));
        assertEquals(new Reading.TwoCodes(code("silent"), List.of(code("silent"), code("taken")), "wat phnom"),
                CODEBOOK.read("1 9 wat phnom"));
        assertEquals(new Reading.TwoCodes(code("police"), List.of(code("police"), code("money")), "Polis yok LUY!"),
                CODEBOOK.read(" Polis yok LUY!"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u0000", "\uD83D", "😭😭", "help", "safe", "free", "12", "117", "+855 12 345 678",
        "½", "⑩", "1st", "one", "girl 1", "88", "8 8", "8 😭", "8 \uD83D", "៨នាក់", "i", "L",
        "x8", "<script>1</script>", "' OR 1=1 --", "<Response><Message>1</Message></Response>", "\u202E21", "1\u03382"})
    void anything_else_is_unclear_and_goes_to_a_human(String words) {
        assertEquals(new Reading.Unclear(CODEBOOK.unclear(), null, ""), CODEBOOK.read(words));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            she is HURTT   | hurt   | HURTT
            frnd           | witness | frnd
            Chabb!         | taken  | Chabb
            chb            |        | ''
            pliice are near | police | pliice
            """)
    void what_is_nearly_a_word_is_a_guess_for_a_human_and_no_more(String words, String guess, String from) {
        assertEquals(new Reading.Unclear(CODEBOOK.unclear(), guess == null ? null : code(guess), from), CODEBOOK.read(words));
    }

    @Test
    void safe_behind_a_thousand_spaces_and_words_is_not_safe() {
        assertEquals("taken", CODEBOOK.read("8" + " ".repeat(5_000) + "girls arrested").code().id());
        assertInstanceOf(Reading.Unclear.class, CODEBOOK.read("8" + " ".repeat(5_000) + "mango trees"));
    }

    @Test
    void a_hundred_thousand_letters_are_read() {
        assertInstanceOf(Reading.Unclear.class, CODEBOOK.read("a\u0316\u0301".repeat(33_000)));
        assertEquals("police", CODEBOOK.read("2 " + "x".repeat(100_000)).code().id());
    }

    @ParameterizedTest
    @ValueSource(strings = {"STOP", "stop", " Stop. ", "ＳＴＯＰ", "END", "quit", "S\u200BTOP", "StopAll"})
    void an_opt_out_word_alone_is_an_opt_out(String words) {
        assertTrue(CODEBOOK.isOptOut(words));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "stop it", "STOP 482913", "START", "YES", "HELP", "INFO", "stopp", "the end"})
    void an_opt_out_word_among_others_or_one_of_another_kind_is_none(String words) {
        assertFalse(CODEBOOK.isOptOut(words));
    }

    @Test
    void a_code_tells_of_a_stage_a_harm_or_a_need_as_the_pack_says() {
        assertEquals("arrested", code("taken").stage());
        assertEquals("police_custody", code("police").stage());
        assertEquals("social_affairs", code("centre").stage());
        assertEquals("unspecified_violence", code("hurt").harm());
        assertEquals("extortion", code("money").harm());
        assertEquals("unspecified", code("need").need());
        assertEquals("7", marks(Code::reporter));
        assertEquals("9", marks(Code::silences));
    }

    @Test
    void a_word_is_free_for_a_tag_or_a_safe_word_if_it_says_nothing_else() {
        for (var free : List.of("lotus", "mango", "ផ្កា", "Jasmine")) {
            assertTrue(CODEBOOK.isFree(free), free);
        }
        for (var taken : List.of("police", "polise", "girls", "please", "8", "two words", "", "🚨", "ចាប់")) {
            assertFalse(CODEBOOK.isFree(taken), taken);
        }
    }

    @Test
    void legal_aid_is_wanted_and_a_phone_presumed_seized_as_the_codes_say() {
        assertEquals("23", marks(code -> code.wants().contains("legal-aid")));
        assertEquals("3", marks(code -> code.wants().contains("vouching-officer")));
        assertEquals("4", marks(code -> code.wants().contains("medical-link")));
        assertEquals("912345", marks(Code::presumesSeized));
        assertEquals("912347", marks(Code::grave));
        assertEquals("8", marks(Code::guarded));
        assertEquals("9123475" + "6?M08", marks(code -> true));
    }

    @Property
    void no_words_at_all_are_too_much(@ForAll String words) {
        assertTrue(CODEBOOK.byId(CODEBOOK.read(words).code().id()).isPresent());
    }

    @Property
    void words_of_every_unit_are_read_be_they_letters_or_not(@ForAll("units") String words) {
        assertTrue(CODEBOOK.byId(CODEBOOK.read(words).code().id()).isPresent());
    }

    @Property
    void marks_nobody_sees_change_nothing(@ForAll("texts") String words, @ForAll("invisible") String mark, @ForAll int seed) {
        var at = words.offsetByCodePoints(0, Math.floorMod(seed, words.codePointCount(0, words.length()) + 1));

        var read = CODEBOOK.read(words.substring(0, at) + mark + words.substring(at));

        assertEquals(CODEBOOK.read(words).code(), read.code());
    }

    @Property
    void what_starts_with_eight_and_goes_on_is_never_safe_without_a_word_to_check(@ForAll("eights") String eight, @ForAll("texts") String words) {
        var read = CODEBOOK.read(FoldedText.of(eight + " " + words), List.of(), new BitSet());

        assertEquals(read.reading().code().guarded(), !read.safeWord().isEmpty());
    }

    @Provide
    Arbitrary<String> units() {
        return Arbitraries.chars().range('\u0000', '\uFFFF').list().ofMaxSize(40)
                .map(units -> units.stream().map(String::valueOf).reduce("", String::concat));
    }

    @Provide
    Arbitrary<String> texts() {
        return Combinators.combine(Arbitraries.of("1", "២", "7", "9", "11", "12", "girls", "ដូនពេញ", "🚨", "chab", "8", "8 girls", "ចាប់", "3 nak"),
                Arbitraries.of("", " daun penh", "ដូនពេញ", "!!", " 1", " 3 girls")).as(String::concat);
    }

    @Provide
    Arbitrary<String> invisible() {
        return Arbitraries.of("\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u00AD", "\u202E", "\u2066", "\uFE0F", "\u0000");
    }

    @Provide
    Arbitrary<String> eights() {
        return Arbitraries.of("8", "៨", "8️⃣", "８", "⑧", "8.", "\u202E8");
    }

    private static Code code(String id) {
        return CODEBOOK.byId(id).orElseThrow();
    }

    private static String marks(Predicate<Code> those) {
        return CODEBOOK.codes().stream().filter(those).map(Code::mark).reduce("", String::concat);
    }
}
