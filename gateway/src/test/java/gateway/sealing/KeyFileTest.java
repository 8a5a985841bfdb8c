package gateway.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.CannotStart;
import gateway.database.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {

    @RegisterExtension
    static final TestDatabase SEALED = new TestDatabase();

    private static final TestDatabase NEW = new TestDatabase();

    @TempDir
    Path folder;

    @BeforeAll
    static void the_new_one_was_never_sealed() {
        NEW.tamper("DELETE FROM wrapped_key");
    }

    @AfterAll
    static void close() {
        NEW.close();
    }

    @Test
    void the_first_start_makes_a_key_that_only_we_can_read_and_later_starts_use_it() throws IOException {
        var data = folder.resolve("data");

        var made = new KeyFile(data).find(Optional.empty(), NEW.database());
        var again = new KeyFile(data).find(Optional.empty(), SEALED.database());

        assertEquals(made.written(), again.written());
        assertEquals("rw-------", mode(data.resolve(KeyFile.NAME)));
        assertEquals("rwx------", mode(data));
    }

    @Test
    void a_key_that_is_missing_is_never_made_anew() {
        var refusal = assertThrows(CannotStart.class,
                () -> new KeyFile(folder).find(Optional.empty(), SEALED.database()));

        assertTrue(refusal.why().startsWith("the sealing key is missing"), refusal.why());
        assertFalse(Files.exists(folder.resolve(KeyFile.NAME)));
    }

    @Test
    void the_setting_goes_before_the_file_and_makes_none() {
        var written = SealingKey.generate().written();

        var key = new KeyFile(folder).find(Optional.of(written + "\n"), NEW.database());

        assertEquals(written, key.written());
        assertFalse(Files.exists(folder.resolve(KeyFile.NAME)));
    }

    @Test
    void a_key_others_can_read_is_refused() throws IOException {
        var file = folder.resolve(KeyFile.NAME);
        Files.writeString(file, SealingKey.generate().written());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        var refusal = assertThrows(CannotStart.class,
                () -> new KeyFile(folder).find(Optional.empty(), SEALED.database()));

        assertEquals("others can read the sealing key: chmod 600 " + file, refusal.why());
    }

    @Test
    void what_is_no_key_is_refused_without_being_repeated() {
        var refusal = assertThrows(CannotStart.class,
                () -> new KeyFile(folder).find(Optional.of("hunter2"), SEALED.database()));

        assertFalse(refusal.why().contains("hunter2"));
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }
}
