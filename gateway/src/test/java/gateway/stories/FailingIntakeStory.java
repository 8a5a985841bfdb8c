package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.unread.MemberText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every statement of the taking in of a text or a ring fails once, each in its turn. No word is lost, the carrier hears 200, and
 * from a member nothing is taken and in her name nothing is opened but her own plain distress.
 */
class FailingIntakeStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private int failures;

    @Test
    void whichever_statement_fails_a_members_words_are_kept_unread_and_she_keeps_what_she_has() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        house.phone("+12025550151").texts("6");
        house.waits(ofMinutes(1));
        var asked = house.phoneOf("Rosa").lastDispatch().code();
        var alerts = house.alerts().size();

        for (var words : List.of("ok thx on my way", "I am at the police station with Lina, 2 girls still inside",
                "I'm driving right now, I'll see your message later", "START", "ON", "OUT", "IN 30", "HERE 000000")) {
            var standing = standing();
            for (var n = 1; failsAt(n, () -> text("Rosa", words)); n++) {
                assertEquals(n, texts(words), words + " kept each time, statement " + n);
                assertEquals(standing, standing(), words);
            }
            assertEquals(alerts, house.alerts().size(), words);
        }
        var standing = standing();
        for (var n = 1; failsAt(n, () -> text("Rosa", "TAKE " + asked)); n++) {
            assertEquals(n, texts("TAKE " + asked), "statement " + n);
            assertEquals(standing, standing());
        }

        for (var n = 1; failsAt(n, () -> text("Rosa", "STOP")); n++) {
            assertEquals(n, texts("STOP"), "statement " + n);
        }

        house.waits(ofMinutes(11));
        assertEquals(alerts, house.alerts().size());
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(text -> text.contains("Unread: from Rosa")),
                house.phoneOf("Noon").received().toString());
        System.out.println("a member's words: " + failures + " statements failed, 0 words lost");
    }

    @Test
    void whichever_statement_fails_her_plain_distress_opens_an_alert() {
        for (var words : List.of("1", "polis chab knhom")) {
            for (var n = 1; failsAt(n, () -> text("Rosa", words)); n++) {
                assertEquals(n, reports(words), words + ", statement " + n);
            }
        }
        assertEquals(0, house.database(tx -> house.house().memberTexts(tx)).size());
        System.out.println("a member's distress: " + failures + " statements failed, 0 words lost");
    }

    @Test
    void whichever_statement_fails_a_members_ring_opens_nothing_and_the_coordinators_are_told() {
        for (var n = 1; failsAt(n, () -> house.carrier().call(house.phoneOf("Rosa").number(), TestHouse.HOTLINE)); n++) {
            assertEquals(List.of(), house.alerts(), "statement " + n);
        }
        house.turn();

        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(text -> text.contains("Rosa")));
        System.out.println("a member's ring: " + failures + " statements failed, 0 alerts opened");
    }

    @Test
    void whichever_statement_fails_a_strangers_text_is_a_report_and_somebody_is_asked() {
        for (var words : List.of("1 wat phnom", "what shall i do", "STOP", "5 they want money")) {
            for (var n = 1; failsAt(n, () -> assertEquals(200,
                    house.carrier().text("+12025550150", TestHouse.HOTLINE, words).statusCode())); n++) {
                assertEquals(n, reports(words), words + ", statement " + n);
            }
        }
        for (var n = 1; failsAt(n, () -> house.carrier().call("+12025550152", TestHouse.HOTLINE)); n++) {
            assertEquals(n, alertsByRings(), "a ring, statement " + n);
        }
        System.out.println("a stranger's: " + failures + " statements failed, 0 lost");
    }

    /** Says whether there was such a statement. */
    private boolean failsAt(int statement, Runnable act) {
        house.testDatabase().failing().isThe(statement);
        act.run();
        var failed = !house.testDatabase().failing().isStillToCome();
        house.testDatabase().failing().never();
        failures += failed ? 1 : 0;
        return failed;
    }

    private void text(String alias, String words) {
        assertEquals(200, house.carrier().text(house.phoneOf(alias).number(), TestHouse.HOTLINE, words).statusCode());
    }

    private long texts(String words) {
        return house.database(tx -> house.house().memberTexts(tx)).stream().map(MemberText::words).filter(words::equals).count();
    }

    private long reports(String words) {
        return house.alerts().stream().flatMap(alert -> house.wordsOf(alert).stream()).filter(words::equals).count();
    }

    private long alertsByRings() {
        return house.database(tx -> tx.queryOne("""
                SELECT count(DISTINCT report.alert_id) AS count
                  FROM report
                  JOIN envelope ON envelope.id = report.envelope_id
                 WHERE envelope.by_call
                """, row -> row.count("count"))).orElseThrow();
    }

    /** What Rosa has and is asked for, her lease, and what waits for her phone. */
    private String standing() {
        var rosa = house.member("Rosa");
        return house.database(tx -> tx.query("SELECT id, state FROM dispatch WHERE member_id = $1 ORDER BY id",
                row -> row.id("id") + " " + row.text("state"), rosa.id().value())
                + " " + tx.query("SELECT id, due_at FROM ladder ORDER BY id", row -> row.id("id") + " " + row.momentIfAny("due_at"))
                + " " + tx.query("SELECT id, state FROM message WHERE state = 'cancelled' ORDER BY id", row -> row.id("id"))
                + rosa.barred());
    }
}
