package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseUrlTest {

    @Test
    void every_part_is_read_and_written_again() {
        var written = "postgresql://noon:p%40ss%3A%2B%20word@db.example:6000/umbrella?sslmode=require";

        var url = DatabaseUrl.read(written);

        assertEquals(new DatabaseUrl("noon", "p@ss:+ word", "db.example", 6000, "umbrella", "sslmode=require"), url);
        assertEquals(written, url.written());
        assertEquals("jdbc:postgresql://db.example:6000/umbrella?sslmode=require", url.jdbc());
    }

    @Test
    void it_prints_itself_without_its_password() {
        assertEquals("postgresql://noon:…@db.example:5432/umbrella",
                DatabaseUrl.read("postgresql://noon:secret@db.example/umbrella").toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "mysql://noon:secret@db/umbrella", "postgresql://db/umbrella",
            "postgresql://noon:secret@db", "postgresql://noon:secret@db/", "postgresql://noon:sec ret@db/umbrella"})
    void what_is_no_address_is_refused_without_being_repeated(String written) {
        var refusal = assertThrows(IllegalArgumentException.class, () -> DatabaseUrl.read(written));

        assertFalse(String.valueOf(refusal.getMessage()).contains("secret"));
    }
}
