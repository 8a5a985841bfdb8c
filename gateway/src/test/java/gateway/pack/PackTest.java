package gateway.pack;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.BadPack;
import gateway.codebook.PackFault;
import gateway.phone.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackTest {

    static Stream<Path> packs() throws IOException {
        return Files.list(Path.of("config/packs")).filter(Files::isDirectory);
    }

    @ParameterizedTest
    @MethodSource("packs")
    void every_pack_keeps_the_rules(Path folder) {
        var pack = assertDoesNotThrow(() -> Pack.load(folder));

        assertEquals(folder.getFileName().toString(), pack.id());
        assertTrue(pack.version().matches("[0-9a-f]{12}"), pack.version());
        assertEquals(pack.phrases().keys(Language.EN), pack.phrases().keys(Language.KM));
    }

    /** A row a rule: the passage of a good pack, what a careless hand makes of it, and what the loader says. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            phrases.km.yaml | 'over: "K'          | 'ower: "K'                      | answer.over is said in en but not in km
            phrases.en.yaml | is no longer open to you | is no longer open to you, since it was resolved or somebody else has had it for a long time and then went on and on about it until nobody who was there could listen any more | is longer than one SMS
            phrases.km.yaml | លែងបើកសម្រាប់អ្នកហើយ    | លែងបើកសម្រាប់អ្នកហើយលែងបើកសម្រាប់អ្នកហើយលែងបើកសម្រាប់ | is longer than one SMS
            phrases.en.yaml | Stand down, thank you. | Thank you – stand down, all others who were asked about it. | is longer than one SMS
            phrases.en.yaml | 'wrong codes. Nothing changed' | 'wrong codes came from it. Nothing was changed' | is longer than one SMS
            phrases.en.yaml | TAKE {code} or PASS {code} | TAKE {code}              | must hold PASS {code}
            phrases.en.yaml | TAKE {code} or PASS {code} | OUI {code} or PASS {code} | must hold TAKE {code}
            phrases.en.yaml | 'C{mark}{area}{people} {time}. TAKE {code} or' | 'C{mark} {time}. TAKE {code} or' | dispatch.text has places
            phrases.en.yaml | 'C{mark}{area}{people} {time} TAKE' | 'C{mark} {time} TAKE' | digest.line has places
            phrases.km.yaml | 'alerts. TAKE or PASS and' | 'alerts។ TAKE or PASS and' | must be in Latin letters
            phrases.km.yaml | '. TAKE {code} or PASS {code}' | '។ TAKE {code} ឬ PASS {code}' | must be in Latin letters
            phrases.km.yaml | 'passed: "'         | 'passed: "{alias} '             | answer.passed has places for
            phrases.en.yaml | is over             | is at an end | says end, to which carriers answer
            phrases.en.yaml | Others are asked now. | Reply STOP to stop.           | says stop, to which carriers answer
            phrases.en.yaml | many{area}:         | likely sweep{area}: | must not say sweep
            phrases.en.yaml | 'medical-link: M'   | 'medical-link: medic' | missing.medical-link "medic" must not say medic
            phrases.km.yaml | 'legal-aid: L'      | 'legal-aid: មេធាវី' | must not say មេធាវី
            phrases.en.yaml | You are overdue.    | You are overdue in a station. | must not say station
            phrases.en.yaml | order is received   | order and a lawyer are received | cover "Thanks, your order and a lawyer are received." must not say law
            phrases.en.yaml | order is received   | order is on the way             | must not say on the way
            phrases.en.yaml | order is received   | Helpline got it                 | must not say help
            phrases.en.yaml | order is received   | order is received: Yes          | says yes, to which carriers answer
            phrases.en.yaml | order is received   | order 2 is received             | must hold no value and no digit
            phrases.km.yaml | អរគុណ យើងបានទទួល     | អរគុណ មេ ធាវីបានទទួល             | must not say មេធាវី
            phrases.km.yaml | អរគុណ យើងបានទទួល     | Police: យើងបានទទួល               | must not say police
            phrases.en.yaml | '- "We got your message, and' | '- "A lawyer is on the way. We got your message, and' | plain.taken "A lawyer is on the way. We got your message, and an advocate has it.
            phrases.en.yaml | We keep trying. Delete this message. | We keep trying. Reply STOP. | says stop, to which carriers answer
            phrases.en.yaml | We keep trying. Delete this message. | They will come soon. Delete this. | must not say soon
            phrases.en.yaml | We keep trying. Delete this message. | The police have read it. | must not say police
            phrases.en.yaml | We keep trying. Delete this message. | We keep trying, {alias}. | plain.nobody-yet has places for
            phrases.en.yaml | We keep trying. Delete this message. | We keep trying. Delete this message, and delete this conversation, and do not tell anybody who asks you what you wrote here. | is longer than one SMS
            phrases.km.yaml | កំពុងសួរអ្នកជួយ។ សូមលុបសារនេះ។ | កំពុងសួរអ្នកជួយ អ្នកជួយកំពុងមក។ | must not say កំពុងមក
            phrases.km.yaml | កំពុងសួរអ្នកជួយ។ សូមលុបសារនេះ។ | កំពុងសួរអ្នកជួយ។ សូមលុបសារនេះ។ សូមលុបសារនេះ។ សូមលុបសារនេះ។ | is longer than one SMS
            phrases.km.yaml | Orkun, yeung ban  | អរគុណ, yeung ban | latin.cover "អរគុណ, yeung ban totuol kar kommang haey." must be in Latin letters
            phrases.km.yaml | Orkun, yeung ban  | Orkun, neak chuoy ban | must not say chuoy
            phrases.km.yaml | 'media: "'        | 'medium: "' | consent.media is said in en but not in km
            contact.yaml    | contact_back, callback_voice | contact_back, ring_back | consent.ring_back is missing
            contact.yaml    | contact_back, callback_voice | contact_back, contact_back | is written twice
            prose.yaml      | taken, hurt]        | taken, hit]                     | distress hit
            replies.yaml    | tov,                | tov, take,                      | take "take" is take, or a slip away from it
            replies.yaml    | tov,                | tov, taek,                      | take "taek" is take, or a slip away from it
            replies.yaml    | tov,                | tov, Tovv,                      | take "Tovv" must be one word of small letters
            replies.yaml    | tov,                | tov, tov mok,                   | take "tov mok" must be one word of small letters
            replies.yaml    | tov,                | tov, ot,                        | "ot" is written twice
            replies.yaml    | tov,                | tov, stopp,                     | the word "stopp" is a slip away from one to which carriers answer
            replies.yaml    | tov,                | tov, cover,                     | the word "cover" is what responders text for something else
            replies.yaml    | tov,                | tov, chab,                      | the word "chab" names a code as well
            replies.yaml    | 'take: ['           | 'more: ['                       | replies.yaml: more is not a key of this file
            contact.yaml    | '"1288"'            | '"12x8"' | must be a number's digits
            places.yaml     | "tk"                | "stp"                           | the name "stp" is a slip away from stop
            places.yaml     | "tk"                | "quiet"                         | the name "quiet" is a slip away from quit
            places.yaml     | '"Tuol Kouk"'       | '"Tuol Kork"'                   | area.TK "Tuol Kouk" is another name than in places.yaml
            places.yaml     | 'short: "TK"'       | 'short: "T2"'                   | area.T2 is missing
            custody.yaml    | id: escaped         | id: ran_away                    | outcome.ran_away is missing
            codebook.yaml   | 'id: hurt'          | 'id: wounded'                   | "hurt" is not the id of a code
            codebook.yaml   | hurt                | wounded                         | code.wounded is missing
            codebook.yaml   | kuk                 | koh kor                         | aliases "kohkor" of police is the name of a place as well
            codebook.yaml   | kuk                 | tk                              | aliases "tk" of police is the name of a place as well
            codebook.yaml   | kuk                 | lang                            | aliases "lang" of police is what responders text as well
            codebook.yaml   | kuk                 | law                             | aliases "law" of police is what responders text as well
            codebook.yaml   | 'sets-stage: arrested' | 'sets-stage: grabbed'        | custody.yaml: stages "grabbed" is missing, and the code taken tells of it
            codebook.yaml   | 'harm: extortion'   | 'harm: theft'                   | custody.yaml: harms "theft" is missing, and the code money tells of it
            custody.yaml    | unspecified]        | Unspecified]                    | custody.yaml: needs "Unspecified" must be a word of small letters
            places.yaml     | 'code: centre'      | 'code: center'                  | places.yaml: code "center" is not the id of a code
            """)
    void a_bad_pack_is_refused_with_its_fault_named(String file, String passage, String instead, String fault,
            @TempDir Path folder) {
        var pack = BadPack.with(folder, file, passage, instead);

        var thrown = assertThrows(PackFault.class, () -> Pack.load(pack));

        assertTrue(thrown.getMessage().contains(fault), thrown.getMessage());
    }

    @Test
    void a_text_that_the_program_wants_is_missing_in_every_language(@TempDir Path folder) throws IOException {
        var pack = BadPack.with(folder, "phrases.en.yaml", "wrong-code:", "wrong-kode:");
        var khmer = pack.resolve("phrases.km.yaml");
        Files.writeString(khmer, Files.readString(khmer).replace("wrong-code:", "wrong-kode:"));

        var thrown = assertThrows(PackFault.class, () -> Pack.load(pack));

        assertTrue(thrown.getMessage().endsWith("answer.wrong-code is missing"), thrown.getMessage());
    }

    @Test
    void a_value_the_program_never_gives_is_refused_in_every_language(@TempDir Path folder) throws IOException {
        var pack = BadPack.with(folder, "phrases.en.yaml", "passed: \"", "passed: \"{alias} ");
        var khmer = pack.resolve("phrases.km.yaml");
        Files.writeString(khmer, Files.readString(khmer).replace("passed: \"", "passed: \"{alias} "));

        var thrown = assertThrows(PackFault.class, () -> Pack.load(pack));

        assertTrue(thrown.getMessage().contains("has a place for {alias}, which it is never given"),
                thrown.getMessage());
    }

    @Test
    void a_cover_reply_has_variants(@TempDir Path folder) throws IOException {
        var pack = BadPack.with(folder, "phrases.en.yaml", "\ncover:\n",
                "\ncover: \"Thanks, your order is received.\"\nother:\n");
        var khmer = pack.resolve("phrases.km.yaml");
        Files.writeString(khmer, Files.readString(khmer).replace("\ncover:\n", "\ncover: \"អរគុណ\"\nother:\n"));

        var thrown = assertThrows(PackFault.class, () -> Pack.load(pack));

        assertTrue(thrown.getMessage().contains("cover must be a list"), thrown.getMessage());
    }

    /** Nobody may take a draft for the words of a native reader. */
    @ParameterizedTest
    @ValueSource(strings = {"phrases", "console", "phones"})
    void khmer_is_marked_as_a_draft_until_a_native_reader_has_corrected_it(String file) throws IOException {
        var first = Files.readAllLines(Path.of("config/packs/phnom-penh/" + file + ".km.yaml")).getFirst();

        assertTrue(first.startsWith("#") && first.contains("DRAFT"), first);
    }

    @Test
    void one_changed_byte_makes_another_version(@TempDir Path folder) {
        var same = BadPack.with(folder.resolve("a"), "places.yaml", "areas:", "areas:");
        var other = BadPack.with(folder.resolve("b"), "places.yaml", "# Where", "# where");
        var good = Pack.load(BadPack.with(folder.resolve("good"), "codebook.yaml", "sos, chab", "sos, chab"));

        assertEquals(good.version(), Pack.load(same).version());
        assertNotEquals(good.version(), Pack.load(other).version());
    }

    @Test
    void a_folder_that_is_not_there_is_named(@TempDir Path folder) {
        var thrown = assertThrows(PackFault.class, () -> Pack.load(folder.resolve("nowhere")));

        assertEquals(folder.resolve("nowhere") + ": is not a pack's folder", thrown.getMessage());
    }

    @Test
    void a_slip_is_one_letter_more_less_other_or_swapped() {
        for (var slip : Map.of("stop", "stop", "stp", "stop", "stoop", "stop", "stap", "stop", "sotp", "stop",
                "quiet", "quit", "nd", "end", "endo", "end").entrySet()) {
            assertTrue(PackRules.isASlipFrom(slip.getKey(), slip.getValue()), slip.getKey());
        }
        for (var word : new String[] {"take", "pass", "here", "back", "done", "tk", "", "spot", "stopps"}) {
            assertFalse(PackRules.isASlipFrom(word, "stop"), word);
        }
    }
}
