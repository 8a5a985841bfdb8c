package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How migrations are written, and that a landed one never changes: Flyway, too, looks at its checksums at every start. */
class MigrationsTest {

    /** A new migration adds its line; no line ever changes. */
    private static final Path LANDED = Path.of("gateway/src/test/resources/landed-migrations.txt");

    private static final Pattern NAME = Pattern.compile("V(\\d{4})__[a-z]+(_[a-z]+)*\\.sql");
    private static final Pattern TABLE = Pattern.compile("(?m)^CREATE TABLE (\\w+)");

    @Test
    void migrations_have_a_number_each_say_why_and_explain_each_table() throws IOException {
        var folder = Path.of("migrations");

        assertFalse(files(folder).isEmpty());
        assertEquals(List.of(), faults(folder));
    }

    @Test
    void a_landed_migration_never_changes() throws IOException {
        assertEquals(Files.readAllLines(LANDED), sums(Path.of("migrations")));
    }

    @Test
    void a_landed_migration_that_changed_by_one_letter_has_another_sum(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V0001__first.sql"), "-- Why: well.\n");
        var before = sums(folder);

        Files.writeString(folder.resolve("V0001__first.sql"), "-- Why: Well.\n");

        assertNotEquals(before, sums(folder));
    }

    /** As {@code sha256sum *} writes them in that folder. */
    private static List<String> sums(Path folder) throws IOException {
        var sums = new ArrayList<String>();
        for (var file : files(folder)) {
            sums.add(HexFormat.of().formatHex(sha256(Files.readAllBytes(file))) + "  " + file.getFileName());
        }
        return sums;
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Test
    void each_fault_of_a_migration_is_found(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("V0001__first.sql"), "-- Why: well.\nCREATE TABLE first (id uuid);\n");
        Files.writeString(folder.resolve("V0001__second.sql"), "-- Why: well.\n");
        Files.writeString(folder.resolve("V0003__third.sql"), "CREATE INDEX third ON first (id);\n");
        Files.writeString(folder.resolve("V0004-fourth.sql"), "-- Why: well.\n");
        Files.writeString(folder.resolve("V0004__of_tables.sql"), """
                -- Why: well.
                CREATE TABLE one (id uuid);
                COMMENT ON TABLE one IS '';
                CREATE TABLE two (id uuid);
                COMMENT ON TABLE two IS 'The second.';
                """);

        assertEquals(List.of("V0001__first.sql: table first has no comment", "V0001__second.sql: has the number of another",
                "V0003__third.sql: does not begin with why", "V0004-fourth.sql: is not named V0000__subject.sql",
                "V0004__of_tables.sql: table one has no comment"), faults(folder));
    }

    private static List<String> faults(Path folder) throws IOException {
        var faults = new ArrayList<String>();
        var numbers = new HashSet<String>();
        for (var file : files(folder)) {
            var name = file.getFileName().toString();
            var number = NAME.matcher(name);
            if (!number.matches()) {
                faults.add(name + ": is not named V0000__subject.sql");
            } else if (!numbers.add(number.group(1))) {
                faults.add(name + ": has the number of another");
            }
            var sql = Files.readString(file);
            if (!sql.startsWith("-- Why: ")) {
                faults.add(name + ": does not begin with why");
            }
            TABLE.matcher(sql).results().map(table -> table.group(1))
                    .filter(table -> !Pattern.compile("COMMENT ON TABLE " + table + " IS\\s+'[^']").matcher(sql).find())
                    .forEach(table -> faults.add(name + ": table " + table + " has no comment"));
        }
        return faults;
    }

    private static List<Path> files(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
