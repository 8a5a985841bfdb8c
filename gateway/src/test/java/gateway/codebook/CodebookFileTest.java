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
