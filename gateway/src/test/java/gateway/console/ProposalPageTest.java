package gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is proposed on an alert's page: nothing is chosen beforehand, and there is no "Yes" for the words of a phone in doubt. */
@SuppressWarnings("NullAway.Init")
class ProposalPageTest {

    private static final String YES = "value=\"confirmed\"";
    private static final String NO = "value=\"declined\"";
    private static final String DOUBTED = "from a phone that may be with the police";
    private static final String BY_COORDINATOR = "A coordinator decides";

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @Test
    void a_phone_presumed_seized_is_offered_no_yes_and_a_forged_one_is_refused() {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        CONSOLE.texts(TestConsole.REPORTER, "3 prey speu");
        var noon = new Browserless(CONSOLE).as("Noon");
        var path = "/alerts/" + CONSOLE.newestAlert();

        var page = Browserless.text(noon.get(path));
        assertTrue(page.contains(DOUBTED));
        assertTrue(page.contains(NO));
        assertFalse(page.contains(YES));

        var answer = noon.post(decision(path), Map.of("decision", "confirmed"));
        assertEquals(303, answer.statusCode());
        assertTrue(Browserless.text(noon.get(Browserless.location(answer))).contains("It cannot be confirmed here"));
        assertEquals(0, decided());
        noon.post(decision(path), Map.of("decision", "declined"));
        assertEquals(1, decided());
    }

    @Test
    void for_whom_it_is_confirmed_is_chosen_by_a_human_and_by_nothing_else() {
        CONSOLE.texts(TestConsole.REPORTER, "1 x3");
        CONSOLE.texts(TestConsole.ROSA, "TAKE " + CONSOLE.codeOf(TestConsole.ROSA));
        CONSOLE.texts(TestConsole.ROSA, "they brought her to prey speu");
        var noon = new Browserless(CONSOLE).as("Noon");
        var path = "/alerts/" + CONSOLE.newestAlert();

        var page = Browserless.text(noon.get(path));
        assertTrue(page.contains(YES));
        assertTrue(page.contains("name=\"person-3\""));
        assertFalse(page.contains("checked"));

        var nobody = noon.post(decision(path), Map.of("decision", "confirmed"));
        assertTrue(Browserless.text(noon.get(Browserless.location(nobody))).contains("Choose for whom"));
        assertEquals(0, decided());
        noon.post(decision(path), Map.of("decision", "confirmed", "person-2", "yes"));
        assertEquals(1, decided());
    }

    @Test
    void she_who_wrote_it_sees_no_yes_and_nothing_of_a_doubt() {
        CONSOLE.texts(TestConsole.REPORTER, "1");
        CONSOLE.texts(TestConsole.ROSA, "TAKE " + CONSOLE.codeOf(TestConsole.ROSA));
        CONSOLE.texts(TestConsole.ROSA, "they brought her to prey speu");
        var rosa = new Browserless(CONSOLE).as("Rosa");
        var path = "/alerts/" + CONSOLE.newestAlert();
        var before = proposed(rosa, path);
        assertTrue(before.contains(BY_COORDINATOR));
        assertFalse(before.contains(YES));

        CONSOLE.database().tamper("""
                INSERT INTO safety_timer (id, member_id, alert_id, kind, proven, begun_at, due_at, next_at, overdue_at)
                SELECT gen_random_uuid(), member.id, alert.id, 'duress', true, alert.opened_at, alert.opened_at,
                       alert.opened_at + interval '5 minutes', alert.opened_at
                  FROM member, alert
                 WHERE alias = 'Rosa'
                """);

        assertEquals(before, proposed(rosa, path));
        assertTrue(Browserless.text(new Browserless(CONSOLE).as("Noon").get(path)).contains(DOUBTED));
    }

    private static String proposed(Browserless reader, String path) {
        var page = Browserless.text(reader.get(path));
        return page.substring(page.indexOf("<div id=\"proposed\">"), page.indexOf("<section id=\"said\""));
    }

    private String decision(String path) {
        return path + "/proposals/" + one("SELECT id FROM proposal ORDER BY proposed_at DESC", UUID.class) + "/decision";
    }

    private long decided() {
        return one("SELECT count(*) FROM proposal WHERE decided IS NOT NULL", Long.class);
    }

    private <T> T one(String sql, Class<T> type) {
        return type.cast(CONSOLE.database().database().inTransaction(tx -> type == Long.class
                ? tx.queryOne(sql, row -> (Object) row.count("count")) : tx.queryOne(sql, row -> (Object) row.id("id"))).orElseThrow());
    }
}
