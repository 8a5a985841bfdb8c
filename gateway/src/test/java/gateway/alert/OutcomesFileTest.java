package gateway.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.BadPack;
import gateway.codebook.PackFault;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesFileTest {

    @Test
    void the_outcomes_are_read_in_their_order() {
        var outcomes = OutcomesFile.load(Path.of("config/packs/phnom-penh"));

        assertEquals(15, outcomes.size());
        assertEquals(new Outcome("released_no_payment", 1, true), outcomes.getFirst());
        assertEquals(new Outcome("wrong_number", null, false), outcomes.getLast());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            id: escaped     | id: transferred | outcomes[8].id "transferred" is a move, not an ending
            id: escaped     | id: charged     | outcomes[8].id "charged" is a move, not an ending
            id: escaped     | id: test        | outcomes[14].id "test" is another outcome's already
            id: escaped     | id: Got away    | outcomes[8].id "Got away" must be a word of small letters
            digit: "8"      | digit: "7"      | outcomes[8].digit "7" is another outcome's already
            digit: "8"      | digit: "0"      | outcomes[8].digit "0" must be a digit from 1 to 9
            digit: "8"      | number: "8"     | outcomes[8].number is not a key of this file
            outcomes:       | endings:        | custody.yaml: endings is not a key of this file
            """)
    void a_fault_is_named_by_file_key_and_value(String passage, String instead, String fault, @TempDir Path folder) {
        var pack = BadPack.with(folder, "custody.yaml", passage, instead);

        var thrown = assertThrows(PackFault.class, () -> OutcomesFile.load(pack));

        assertTrue(thrown.getMessage().contains(fault), thrown.getMessage());
    }
}
