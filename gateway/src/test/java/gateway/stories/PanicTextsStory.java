package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.roster.Discipline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people text when they are afraid, and what the responder's phone then shows. */
class PanicTextsStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            8 girls arrested wat phnom                       | ' C1 DP x8 '
            3 of us at police                                | ' C2 x3 '
            bong srey trov chab yb menh kon 2 nak nov pteah  | ' C1 '
            polise tuol kork                                 | ' C2 TK '
            ត្រូវចាប់នៅវត្តភ្នំ ៥នាក់                               | ' C1 DP x5 '
            គេយកទៅព្រៃស្ពឺ                                     | ' C3 PC '
            polis yok luy                                    | ' C2 '
            🆘🆘🆘                                            | ' C1 '
            l                                                | ' C1 '
            9:30 arrested                                    | ' C1 '
            7 makara                                         | ' C? 7M '
            8                                                | ' C? '
            8 mango                                          | ' C? '
            i am safe now                                    | ' C? '
            43 neak trov chab                                | ' C1 x43 '
            999 girls arrested                               | ' C1 x50 '
            """)
    void a_dispatch_tells_what_was_meant(String words, String told) {
        house.reporter().texts(words);

        var asked = house.phoneOf("Rosa").dispatches().getLast();
        assertTrue(asked.contains(told), asked);
        house.reporter().receivedNothing();
    }

    @Test
    void whoever_names_the_police_beside_her_arrest_gets_legal_aid_and_a_phone_that_stays_dark() {
        house.reporter().texts("polis chab srey 3 neak");

        assertEquals("1", house.phoneOf("Rosa").lastDispatch().mark(), "the graver of two codes");
        assertTrue(house.theAlert().ladder(Discipline.LEGAL_AID).isPresent(), "the other one is not lost");
        house.reporter().receivedNothing();
    }

    @Test
    void a_safe_word_nobody_has_checked_lowers_nothing() {
        house.reporter().texts("chab");
        house.phoneOf("Rosa").takes();

        house.reporter().texts("8 mango");
        house.reporter().texts("free now, i am safe");

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertEquals("taken", house.theAlert().alert().code());
    }

    @Test
    void every_arrestee_of_a_head_count_wants_an_outcome() {
        house.reporter().texts("8 girls arrested wat phnom");

        var arrestees = house.database(tx -> tx.query("SELECT ordinal FROM arrestee", row -> row.number("ordinal")));
        assertEquals(8, arrestees.size());
    }

    @Test
    void every_hostile_text_becomes_a_report() throws IOException {
        var texts = Files.readString(Path.of("gateway/src/test/resources/texts.txt")).split("== hostile\n", 2)[1].lines()
                .map(row -> row.split("\\|", 2)[0].strip()).toList();

        texts.forEach(text -> assertEquals(200, house.carrier().text("anonymous", TestHouse.HOTLINE, text).statusCode()));

        assertTrue(texts.size() >= 60, "texts: " + texts.size());
        assertEquals(texts.size(), house.alerts().size());
    }
}
