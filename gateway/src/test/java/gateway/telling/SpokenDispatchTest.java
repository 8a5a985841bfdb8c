package gateway.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import gateway.messaging.Phrases;
import gateway.messaging.PhrasesFile;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A dispatch as a voice reads it: what the text holds, and neither its reply code nor an empty place. */
class SpokenDispatchTest {

    private static final Phrases PHRASES = PhrasesFile.load(Path.of("config/packs/phnom-penh"));

    private static String said(String... pairs) {
        var values = new HashMap<>(Map.of("number", "4731-1", "mark", "2", "area", "", "people", "", "time", "21:10",
                "code", "482913"));
        for (var i = 0; i < pairs.length; i += 2) {
            values.put(pairs[i], pairs[i + 1]);
        }
        return SpokenDispatch.say(PHRASES, values);
    }

    @Test
    void each_digit_and_letter_is_read_by_itself_since_a_voice_makes_numbers_and_words_of_them() {
        assertEquals("Number 4 7 3 1 1. Code 2. Area D P. 3 people. Told at 21:10.", said("area", " DP", "people", " x3"));
    }

    @Test
    void what_is_not_known_leaves_no_gap() {
        assertEquals("Number 4 7 3 1 1. Code 2. Told at 21:10.", said());
        assertEquals("Number 4 7 3 1 1. Code 2. 12 people. Told at 21:10.", said("people", " x12"));
    }

    @Test
    void a_mark_that_is_no_digit_is_said_in_words() {
        assertEquals("Number 4 7 3 1 1. Code not understood. Told at 21:10.", said("mark", "?"));
        assertEquals("Number 4 7 3 1 1. Code missed call. Told at 21:10.", said("mark", "M"));
    }

    @Test
    void the_reply_code_is_never_said() {
        assertFalse(said().contains("482913") || said().contains("4 8 2 9 1 3"), said());
    }
}
