package gateway.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.contact.SafeWords.Result;
import gateway.sealing.SlowHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafeWordsTest {

    private final List<String> tried = new ArrayList<>();
    private final SafeWords words = new SafeWords(new Random(1), (word, hash) -> {
        tried.add(hash);
        return SlowHash.matches(word, hash);
    });

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            mango   | RIGHT
            tamarind| DURESS
            mangos  | ABSENT
            papaya  | ABSENT
            ''      | ABSENT
            """)
    void every_word_takes_the_same_way(String word, Result result) {
        var kept = words.hash("mango", "tamarind");

        assertEquals(result, words.check(Optional.of(kept), word));

        assertEquals(List.of(kept.safeHash(), kept.duressHash()), tried);
    }

    @Test
    void without_a_word_for_duress_the_way_is_the_same() {
        var kept = words.hash("mango", "");

        assertEquals(Result.RIGHT, words.check(Optional.of(kept), "mango"));
        assertEquals(Result.ABSENT, words.check(Optional.of(kept), ""));
        assertEquals(4, tried.size());
    }

    @Test
    void who_left_no_word_has_none_to_check() {
        assertEquals(Result.NONE_KEPT, words.check(Optional.empty(), "mango"));
        assertEquals(List.of(), tried);
    }

    @Test
    void a_hash_tells_neither_the_word_nor_whether_two_chose_the_same() {
        var one = words.hash("mango", "tamarind");
        var other = words.hash("mango", "tamarind");

        assertTrue(one.safeHash().startsWith("$argon2id$v=19$m=32768,t=3,p=1$"), one.safeHash());
        assertNotEquals(one.safeHash(), other.safeHash());
        assertFalse(one.toString().contains("argon"), one.toString());
    }
}
