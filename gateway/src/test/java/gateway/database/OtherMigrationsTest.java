package gateway.database;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that other migrations made is refused, in a line that says what to do. */
class OtherMigrationsTest {

    private static final Path OURS = Path.of("migrations");

    @Test
    void a_landed_migration_that_changed_or_is_missing_stops_the_start(@TempDir Path folder) throws IOException {
        try (var files = Files.list(OURS); var database = new TestDatabase()) {
            for (var file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
            run(folder, database);

            var keys = folder.resolve("V0002__keys.sql");
            Files.writeString(keys, Files.readString(keys) + "-- More.\n");
            assertRefused(folder, database);

            Files.delete(keys);
            assertRefused(folder, database);
        }
    }

    private static void assertRefused(Path folder, TestDatabase database) {
        var refused = assertThrows(CannotStart.class, () -> run(folder, database)).getMessage();

        assertTrue(refused.contains("begin with a new data directory"), refused);
        assertTrue(refused.lines().count() == 1, refused);
    }

    private static void run(Path folder, TestDatabase database) {
        new Migrations(folder).run(database.owner(), database.runner().user());
    }
}
