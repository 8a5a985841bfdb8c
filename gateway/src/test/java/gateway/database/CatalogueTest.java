package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The schema that all migrations make together, compared with a file that a commit shows line by line. Whoever means to change
 * the schema copies the file that a failure leaves under {@code target/}.
 */
class CatalogueTest {

    private static final Path GOLDEN = Path.of("gateway/src/test/resources/catalogue.txt");
    private static final Path FOUND = Path.of("target/catalogue.txt");

    @Test
    void the_migrations_make_the_tables_that_the_file_lists() throws IOException {
        try (var database = new TestDatabase()) {
            var found = Catalogue.of(database);

            Files.write(FOUND, found);
            assertEquals(List.of(), differences(Files.readAllLines(GOLDEN), found));
        }
    }

    @Test
    void each_change_of_the_schema_is_found() {
        try (var database = new TestDatabase()) {
            var before = Catalogue.of(database);

            database.tamper("""
                    ALTER TABLE clock ALTER COLUMN high_water DROP NOT NULL;
                    ALTER TABLE clock DROP CONSTRAINT there_is_one_clock;
                    DROP INDEX message_due;
                    ALTER TABLE attempt DROP CONSTRAINT attempt_message_id_fkey;
                    ALTER TABLE attempt ADD CONSTRAINT attempt_message_id_fkey FOREIGN KEY (message_id) REFERENCES message ON DELETE CASCADE;
                    GRANT DELETE ON timeline_entry TO umbrella;
                    GRANT UPDATE (at) ON timeline_entry TO umbrella;
                    CREATE SEQUENCE numbers;
                    CREATE TYPE colour AS ENUM ('red');
                    CREATE FUNCTION one() RETURNS integer LANGUAGE sql AS 'SELECT 1';
                    CREATE TRIGGER no_change BEFORE UPDATE ON clock FOR EACH ROW EXECUTE FUNCTION suppress_redundant_updates_trigger();
                    """);

            assertEquals(List.of(
                    "- attempt: constraint attempt_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id)",
                    "- clock: column high_water timestamp with time zone NOT NULL",
                    "- clock: constraint there_is_one_clock CHECK (only_row)",
                    "- message: CREATE INDEX message_due (due_at) WHERE (due_at IS NOT NULL)",
                    "- timeline_entry: grant INSERT, SELECT to umbrella",
                    "+ attempt: constraint attempt_message_id_fkey FOREIGN KEY (message_id) REFERENCES message(id) ON DELETE CASCADE",
                    "+ clock: CREATE TRIGGER no_change BEFORE UPDATE ON public.clock FOR EACH ROW EXECUTE FUNCTION"
                            + " suppress_redundant_updates_trigger()",
                    "+ clock: column high_water timestamp with time zone",
                    "+ colour: type",
                    "+ numbers: sequence",
                    "+ one: function ()",
                    "+ timeline_entry: grant DELETE, INSERT, SELECT to umbrella",
                    "+ timeline_entry: grant UPDATE (at) to umbrella"), differences(before, Catalogue.of(database)));
        }
    }

    private static List<String> differences(List<String> wanted, List<String> found) {
        var differences = new ArrayList<String>();
        wanted.stream().filter(line -> !found.contains(line)).map(line -> "- " + line).forEach(differences::add);
        found.stream().filter(line -> !wanted.contains(line)).map(line -> "+ " + line).forEach(differences::add);
        return differences;
    }
}
