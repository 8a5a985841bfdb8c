package gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.AlertNumber;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.contact.ContactPointId;
import gateway.pack.TestPack;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoiningTest {

    private static final Codebook CODEBOOK = TestPack.PHNOM_PENH.codebook();
    private static final Instant OPENED = Instant.parse("2026-03-02T14:10:00Z");

    @ParameterizedTest(name = "{0} in {1}, then after {4} min {2} in {3}: afresh {5}, gravest {6}, elsewhere {7}")
    @CsvSource(nullValues = "-", value = {
        "need,    -,  taken,  -,  1,  true,  taken,   false",
        "taken,   -,  need,   -,  1,  false, taken,   false",
        "taken,   -,  taken,  -,  29, false, taken,   false",
        "taken,   -,  taken,  -,  30, true,  taken,   false",
        "taken,   -,  need,   -,  90, false, taken,   false",
        "taken,   DP, taken,  TK, 1,  false, taken,   true",
        "taken,   DP, taken,  DP, 1,  false, taken,   false",
        "taken,   -,  taken,  DP, 1,  false, taken,   false",
        "taken,   DP, safe,   TK, 90, false, taken,   false",
        "taken,   DP, need,   TK, 1,  false, taken,   false",
        "taken,   DP, witness, TK, 1, false, taken,   false",
        "taken,   DP, silent, TK, 1,  false, taken,   false",
        "taken,   DP, unclear, TK, 1, false, taken,   false",
        "taken,   -,  silent, -,  1,  false, taken,   false",
        "money,   -,  silent, -,  1,  true,  money,   false",
        "unclear, -,  silent, -,  1,  true,  silent,  false",
        "silent,  -,  hurt,   -,  1,  false, silent,  false",
        "silent,  -,  money,  -,  1,  false, silent,  false",
        "unclear, -,  callme, -,  1,  false, unclear, false",
        "callme,  -,  unclear, -, 1,  true,  unclear, false",
    })
    void what_is_graver_elsewhere_or_grave_again_asks_afresh(String first, String firstArea, String later, String laterArea,
            int minutes, boolean afresh, String gravest, boolean elsewhere) {
        var code = code(first);
        var alert = new Alert(new AlertId(new UUID(1, 1)), new AlertNumber("4731"), null, new ContactPointId(new UUID(1, 2)),
                code.id(), "pack", firstArea, OPENED, OPENED, code.grave() ? OPENED : null, null, null,
                null, false);

        var joining = Joining.of(alert, code, code(later), laterArea, OPENED.plusSeconds(minutes * 60L));

        assertEquals(new Joining(code(gravest), afresh, elsewhere), joining);
    }

    private static Code code(String id) {
        return CODEBOOK.byId(id).orElseThrow();
    }
}
