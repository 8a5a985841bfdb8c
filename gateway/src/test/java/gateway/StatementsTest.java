package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
