package gateway.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestPack;
import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.AlertNumber;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.contact.ContactPointId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JoiningTest {

    private static final Codebook CODEBOOK = TestPack.PHNOM_PENH.codebook();
    private static final Instant OPENED = Instant.parse("2026-03-02T14:10:00Z");

    @ParameterizedTest(name = "{0} in {1}, then after {4} min {2} in {3}: afresh {5}, gravest {6}")
    @CsvSource(nullValues = "-", value = {
        "need,    -,  taken,  -,  1,  true,  taken",
        "taken,   -,  need,   -,  1,  false, taken",
        "taken,   -,  taken,  -,  29, false, taken",
        "taken,   -,  taken,  -,  30, true,  taken",
        "taken,   -,  need,   -,  90, false, taken",
        "taken,   DP, taken,  TK, 1,  true,  taken",
        "taken,   DP, taken,  DP, 1,  false, taken",
        "taken,   -,  taken,  DP, 1,  false, taken",
        "taken,   DP, safe,   -,  90, false, taken",
        "taken,   -,  silent, -,  1,  true,  silent",
        "unclear, -,  callme, -,  1,  false, unclear",
        "callme,  -,  unclear, -, 1,  true,  unclear",
    })
    void what_is_graver_elsewhere_or_grave_again_asks_afresh(String first, String firstArea, String later, String laterArea,
            int minutes, boolean afresh, String gravest) {
        var code = code(first);
        var alert = new Alert(new AlertId(new UUID(1, 1)), new AlertNumber("4731"), null, new ContactPointId(new UUID(1, 2)),
                code.id(), "pack", firstArea, OPENED, OPENED, code.grave() ? OPENED : null, null, null,
                null, false);

        var joining = Joining.of(alert, code, code(later), laterArea, OPENED.plusSeconds(minutes * 60L));

        assertEquals(new Joining(code(gravest), afresh), joining);
    }

    private static Code code(String id) {
        return CODEBOOK.byId(id).orElseThrow();
    }
}
