package gateway.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotNowTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2h                     | PT2H  | ''
            30m                    | PT30M | ''
            90 min                 | PT90M | ''
            2H, asleep             | PT2H  | asleep
            in 2 hours: at work    | PT2H  | at work
            after 2 hours          | PT2H  | ''
            2h at work until ten   | PT2H  | at work until ten
            no but in 2 h          | PT2H  | ''
            24h                    | PT24H | ''
            1h30                   |       | 1h30
            25h                    |       | 25h
            0m                     |       | 0m
            2 hospitals are full   |       | 2 hospitals are full
            30 men at the gate     |       | 30 men at the gate
            try Amir               |       | try Amir
            ''                     |       | ''
            """)
    void a_span_is_read_and_all_else_is_words(String written, Duration span, String words) {
        var read = NotNow.read(written);

        assertEquals(Optional.ofNullable(span), read.span());
        assertEquals(words, read.words());
    }

    /** It is 20:12 in Phnom Penh. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            till 6                    | PT9H48M
            until 06:00               | PT9H48M
            sorry, my kid, til 6am ok | PT9H48M
            till 9 pm                 | PT48M
            till 21:30                | PT1H18M
            until 20.30               | PT18M
            till 12 am                | PT3H48M
            till 25                   |
            till later                |
            till six                  | PT9H48M
            untill 6                  | PT9H48M
            not before 7 pm           | PT22H48M
            after 6 pls               | PT9H48M
            till tomorrow at 6        | PT9H48M
            till noon                 | PT15H48M
            till midnight             | PT3H48M
            till twelve               | PT15H48M
            till nine pm              | PT48M
            till sixty                |
            after 6 people came       |
            after 2 days              |
            after the raid            |
            until 13 pm               |
            """)
    void a_time_of_day_is_the_next_one_and_all_her_words_are_kept(String written, Duration span) {
        var read = NotNow.read(written, Instant.parse("2026-03-02T13:12:00Z"), ZoneId.of("Asia/Phnom_Penh"));

        assertEquals(Optional.ofNullable(span), read.span());
        assertEquals(written, read.words());
    }

    @Test
    void her_words_are_kept_to_a_length_and_not_printed() {
        var read = NotNow.read("2h " + "in Prey Speu ".repeat(100));

        assertEquals(300, read.words().length());
        assertFalse(read.toString().contains("Prey"));
    }
}
