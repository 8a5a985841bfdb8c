package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gateway.badhouse.BadEntry;
import gateway.database.TestDatabase;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * All statements of the house, each explained by PostgreSQL as the role that runs, as if a scan of a table cost more than
 * anything else: where one still scans a table that grows, no index serves it.
 */
class StatementsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Statements HOUSE = Statements.of(Gateway.class);

    /** Tables that may be read as a whole, and what bounds each. */
    private static final Map<String, String> BOUNDED = Map.of(
            "clock", "one row",
            "hotline", "the numbers of one organisation",
            "roster", "as many as the network file has ever listed",
            "member", "the people of one organisation",
            "escalation_policy", "as often as a policy was changed in the network file",
            "outside_contact", "as many as the network file has ever listed",
            "enrolment", "people whom a coordinator enrolled by hand; her page lists them all",
            "mute", "senders that a coordinator muted by hand; a number's mute ends by itself",
            "pace", "one row a member");

    /** Statements that read all there is, since that is what they are for. */
    private static final Set<String> READS_ALL = Set.of(
            // Once, at the start: how long the number of the next alert must be.
            "SELECT count(*) AS count FROM alert");

    private static final Pattern UPDATE = Pattern.compile("\\bUPDATE\\s+\\w+\\s+SET\\b");
    private static final Pattern SETS_STATE = Pattern.compile("(^|,)\\s*(state|status)\\s*=(?!\\s*CASE WHEN state)");
    private static final Pattern NAMES_STATE = Pattern.compile("\\b(state|status)\\b");

    private static Connection connection;

    @BeforeAll
    static void connect() throws SQLException {
        var url = DATABASE.runner();
        var properties = new Properties();
        properties.put("user", url.user());
        properties.put("password", url.password());
        // The only protocol in which a statement may be explained without its values.
        properties.put("preferQueryMode", "simple");
        connection = DriverManager.getConnection(url.jdbc(), properties);
        try (var statement = connection.createStatement()) {
            statement.execute("SET enable_seqscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off");
        }
    }

    @AfterAll
    static void disconnect() throws SQLException {
        connection.close();
    }

    @Test
    void every_statement_finds_its_rows_by_an_index_where_a_table_grows() {
        var faults = new ArrayList<String>();
        HOUSE.classesBySql().forEach((sql, type) -> scans(sql).stream()
                .filter(table -> !BOUNDED.containsKey(table) && !READS_ALL.contains(inOneLine(sql)))
                .forEach(table -> faults.add(type + " reads all of " + table + ": " + inOneLine(sql))));

        assertEquals(List.of(), faults);
        assertTrue(HOUSE.classesBySql().size() > 500, HOUSE.classesBySql().size() + " statements");
    }

    /** In what it chooses rows by, or in a CASE that says what becomes of each. */
    @Test
    void every_update_of_a_state_names_the_state_it_comes_from() {
        assertEquals(List.of(), HOUSE.classesBySql().keySet().stream().filter(StatementsTest::forgetsWhence).toList());

        assertTrue(forgetsWhence("UPDATE ladder SET round = $2, state = 'ended' WHERE id = $1"));
        assertTrue(forgetsWhence("UPDATE virtual_text SET status = $2 WHERE id = (SELECT id FROM ladder WHERE state = 'ended')"));
        assertTrue(forgetsWhence("WITH gone AS (UPDATE message SET state = $2 WHERE id = $1 RETURNING id) SELECT id FROM gone WHERE state = $3"));
        assertTrue(forgetsWhence("UPDATE bridge SET state = 'over'"));
        assertFalse(forgetsWhence("UPDATE message SET due_at = $2 WHERE id = $1"));
        assertFalse(forgetsWhence("UPDATE bridge SET state = 'over' WHERE id = $1 AND (place = 1 OR state = 'rung')"));
    }

    private static boolean forgetsWhence(String sql) {
        return UPDATE.matcher(sql).results().map(update -> sentence(sql.substring(update.end())))
                .filter(sentence -> SETS_STATE.matcher(sentence.split("\\bWHERE\\b", 2)[0]).find())
                .anyMatch(sentence -> !NAMES_STATE.matcher(sentence.replaceFirst("(?s)^.*?(\\bWHERE\\b|$)", "")).find());
    }

    /** Up to the bracket that closes what it stands in, without the questions in brackets within it. */
    private static String sentence(String behindUpdate) {
        var sentence = new StringBuilder();
        var depth = 0;
        var asked = 0;
        for (var at = 0; at < behindUpdate.length() && depth >= 0; at++) {
            var letter = behindUpdate.charAt(at);
            depth += letter == '(' ? 1 : letter == ')' ? -1 : 0;
            if (asked == 0 && letter == '(' && behindUpdate.substring(at + 1).stripLeading().startsWith("SELECT")) {
                asked = depth;
            }
            if (asked == 0 && depth >= 0) {
                sentence.append(letter);
            }
            if (depth < asked) {
                asked = 0;
            }
        }
        return sentence.toString();
    }

    /** What is put together at run time cannot be explained here, so nothing is: constants only, or static fields made of them. */
    @Test
    void no_statement_is_put_together_where_it_is_used() {
        assertEquals(Set.of("gateway.database.EmbeddedPostgres.makeRoles"), HOUSE.builtAtRunTime());
        assertEquals(Set.of("gateway.badhouse.dispatch.BuildsSql.end", "gateway.badhouse.dispatch.BuildsSql.look",
                "gateway.badhouse.dispatch.LocksTooMuch.lock"),
                Statements.of(BadEntry.class).builtAtRunTime());
    }

    @Test
    void a_scan_is_found_of_a_table_or_of_a_whole_index_alone_or_inside_another_statement() {
        assertEquals(List.of("message"), scans("SELECT id FROM message WHERE words_sealed = $1"));
        assertEquals(List.of("message"), scans("SELECT id FROM message ORDER BY id"));
        assertEquals(List.of("attempt"), scans("UPDATE message SET heeded = true WHERE id = $1 AND EXISTS "
                + "(SELECT FROM attempt WHERE error = $2)"));
        assertEquals(List.of("envelope"), scans("DELETE FROM erasure WHERE due_at IN (SELECT received_at FROM envelope)"));
        assertEquals(List.of(), scans("SELECT id FROM message WHERE id = $1"));
        assertEquals(List.of(), scans("SELECT id FROM message ORDER BY id LIMIT 1"));
    }

    /** The tables of which a plan reads all rows. */
    private static List<String> scans(String sql) {
        try (var statement = connection.createStatement();
                var plan = statement.executeQuery("EXPLAIN (GENERIC_PLAN, VERBOSE, FORMAT JSON) " + sql)) {
            plan.next();
            var found = new ArrayList<String>();
            walk(new ObjectMapper().readTree(plan.getString(1)), false, found);
            return found.stream().distinct().toList();
        } catch (SQLException | JsonProcessingException unexplained) {
            throw new IllegalStateException(sql, unexplained);
        }
    }

    /** An index that has no condition is read as a whole: of a partial one that is a part of its table, and meant; up to a limit, too. */
    private static void walk(JsonNode node, boolean limited, List<String> found) {
        var kind = node.path("Node Type").asText();
        var table = node.path("Relation Name").asText(ofIndex(node.path("Index Name").asText()));
        if (kind.equals("Seq Scan") || kind.contains("Index") && !node.has("Index Cond") && !limited && isWhole(node)) {
            found.add(table);
        }
        node.forEach(child -> walk(child, limited || kind.equals("Limit"), found));
    }

    private static boolean isWhole(JsonNode node) {
        return !node.path("Index Name").isMissingNode() && ask("SELECT indpred IS NULL FROM pg_index WHERE indexrelid = '%s'::regclass"
                .formatted(node.path("Index Name").asText())).equals("t");
    }

    private static String ofIndex(String index) {
        return index.isEmpty() ? "" : ask("SELECT indrelid::regclass FROM pg_index WHERE indexrelid = '%s'::regclass".formatted(index));
    }

    private static String ask(String sql) {
        try (var statement = connection.createStatement(); var answer = statement.executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        } catch (SQLException failure) {
            throw new IllegalStateException(sql, failure);
        }
    }

    private static String inOneLine(String sql) {
        return sql.strip().replaceAll("\\s+", " ");
    }
}
