package gateway.codebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.BadPack;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CodebookFileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mark: "3"            | mark: "2"            | codes[3].mark "2" is the mark of another code already
            id: centre           | id: police           | codes[3].id "police" is the id of another code already
            mark: "3"            | mark: "33"           | codes[3].mark "33" must be one digit, ? for unclear, or M for a missed call
            mark: "3"            | mark: "c"            | codes[3].mark "c" must be one digit, ? for unclear, or M for a missed call
            mark: "?"            | mark: "x"            | codes[11].mark "x" must be one digit, ? for unclear, or M for a missed call
            order: [silent,      | order: [silence,     | order "silence" is not the id of a code
            order: [silent,      | order: [             | order "silent" has no place in the order
            order: [silent,      | order: [taken,       | order "taken" stands in the order twice
            guarded: true        | gaurded: true        | codes[8].gaurded is not a key of this file
            guarded: true        | guarded: perhaps     | codes[8].guarded "perhaps" must be true or false
            guarded: true        | guarded: true, guarded: true | Duplicate field 'guarded'
            carrier-words:       | words:               | words is not a key of this file
            fillers:             | filler:              | filler is not a key of this file
            after: [girls        | behind: [girls       | head-count.behind is not a key of this file
            guarded: true        | guarded: true, aliases: [fine] | codes[8].aliases "fine" names safe, which no word may name
            id: unclear          | id: unclear, aliases: [help] | codes[11].aliases "help" names unclear, which no word may name
            sos, chab            | sos1, chab           | codes[1].aliases "sos1" must be a word without digits
            sos, chab            | "!!", chab           | codes[1].aliases "!!" must be a word without digits
            polis, police        | polis, chab          | codes[2].aliases "chab" means taken already
            polis, police        | polis, "ch ab"       | codes[1].aliases "chab" means police already
            money, luy           | money, juy, luy      | "juoy" is within reach of a slip of "juy", which means money
            [raid, friend        | [raid, honey         | codes[5].aliases "money" is within reach of a slip of "honey", which means witness
            [raid, friend        | [raid, arrestor      | codes[1].aliases "arrest" is within reach of a slip of "arrestor", which means witness
            [raid, friend        | [raid, food          | codes[4].aliases "blood" is within reach of a slip of "food", which means witness
            [raid, friend        | [raid, police friend | codes[7].aliases "police friend" holds "police", which means police
            [raid, friend        | [raid, "លុយ"          | codes[7].aliases "លុយ" means money already
            [raid, friend        | [raid, "លុុយ"         | codes[7].aliases "លុុយ" means money already
            [raid, friend        | [raid, "កូនចាប់"       | codes[7].aliases "កូនចាប់" holds "ចាប់", which means taken
            [raid, friend        | [raid, "ជូយ"          | codes[1].aliases "ជួយ" is within reach of a slip of "ជូយ", which means witness
            sos, chab            | help, chab           | codes[1].aliases "help" is a slip away from help, to which carriers answer
            silent, do           | quiet, do            | codes[9].aliases "quiet" is a slip away from quit, to which carriers answer
            sos, chab            | shelp, chab          | codes[1].aliases "shelp" is a slip away from help, to which carriers answer
            x, we are            | x, sos               | head-count.before "sos" is a word for taken as well
            [girls, girl         | [girls, money        | head-count.after "money" is a word for money as well
            after: [am, pm       | after: [am, police   | measures.after "police" is a word for police as well
            fillers: [please     | fillers: [hurt       | fillers "hurt" is a word for hurt as well
            thnal, thnak         | thnal, thnam         | not-slips "thnam" is a word for need as well
            { one: 1             | { luy: 1             | numbers "luy" is a word for money as well
            { one: 1             | { one: first         | numbers.one "first" must be a number from 1 to 9999
            codes:                | codes: [             | codebook.yaml: line
            """)
    void a_fault_is_named_by_file_key_and_value(String passage, String instead, String fault, @TempDir Path folder) {
        var pack = BadPack.with(folder, "codebook.yaml", passage, instead);

        var thrown = assertThrows(PackFault.class, () -> CodebookFile.load(pack));

        assertTrue(thrown.getMessage().contains(fault), thrown.getMessage());
        assertTrue(thrown.getMessage().startsWith(pack.resolve("codebook.yaml") + ": "), thrown.getMessage());
    }

    @Test
    void a_codebook_without_a_code_for_what_is_not_understood_is_refused(@TempDir Path folder) {
        var pack = BadPack.with(folder, "codebook.yaml", "  - { mark: \"?\", id: unclear }\n", "");

        var thrown = assertThrows(PackFault.class, () -> CodebookFile.load(pack));

        assertTrue(thrown.getMessage().endsWith("order \"unclear\" is not the id of a code"), thrown.getMessage());
    }

    @Test
    void a_pack_that_is_not_there_is_named(@TempDir Path folder) {
        var thrown = assertThrows(PackFault.class, () -> CodebookFile.load(folder));

        assertEquals(folder.resolve("codebook.yaml") + ": cannot be read", thrown.getMessage());
    }
}
