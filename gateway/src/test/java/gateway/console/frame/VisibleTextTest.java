package gateway.console.frame;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTextTest {

    @Test
    void what_nobody_can_see_becomes_a_token() {
        assertEquals("a[U+202E]b[U+0000][U+001B][U+2066][U+FEFF][U+E0041]", VisibleText.of("a\u202Eb\0\u001B\u2066\uFEFF\uDB40\uDC41"));
        assertEquals("[U+D83D]", VisibleText.of("\uD83D"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 daun penh\nline two", "ប៉ូលិស\u200Bបាន\u200Cចាប់", "🚨 \u1F198", "<b>&amp;", "'; DROP TABLE"})
    void what_people_write_stays_as_it_is(String words) {
        assertEquals(words, VisibleText.of(words));
    }
}
