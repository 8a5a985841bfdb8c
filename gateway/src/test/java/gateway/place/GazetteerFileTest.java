package gateway.place;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.BadPack;
import gateway.codebook.PackFault;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerFileTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            short: "TK"              | short: "DP"                   | areas[4].short "DP" is another area's already
            short: "TK"              | short: "TKK"                  | areas[4].short "TKK" must be two capital letters or digits
            ', km: "ទួលគោក"'         | ''                            | areas[4].names.km is missing
            ', km: "ទួលគោក"'         | ', kh: "ទួលគោក"'              | areas[4].names.kh is not a language we speak
            "toul kork"              | "Daun  Penh"                  | areas[4].aliases "Daun  Penh" means the area DP already
            "toul kork"              | "k"                           | areas[4].aliases "k" is too short to be a name
            ["wat phnom", "wat phnum"] | ["tk"]                        | places[1].aliases "tk" means the area TK already
            kind: park               | kind: brothel                 | places[1].kind "brothel" must be park or custody
            id: wat-phnom            | lat: 11.5760                  | places[1].lat is not a key of this file
            id: independence         | code: police                  | places[2].code "police" is for places of custody only
            area: "PC"               | area: "XX"                    | .area "XX" is not an area's short code
            """)
    void a_fault_is_named_by_file_key_and_value(String passage, String instead, String fault, @TempDir Path folder) {
        var pack = BadPack.with(folder, "places.yaml", passage, instead);

        var thrown = assertThrows(PackFault.class, () -> GazetteerFile.load(pack));

        assertTrue(thrown.getMessage().contains(fault), thrown.getMessage());
    }
}
