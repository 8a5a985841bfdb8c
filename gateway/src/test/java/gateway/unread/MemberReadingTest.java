package gateway.unread;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.pack.TestPack;
import gateway.reading.Understanding;
import gateway.replyword.OwnTexts;
import gateway.unread.MemberReading.Kind;
import gateway.unread.MemberReading.Standing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text from a member's phone is, by what she was asked for. */
class MemberReadingTest {

    private static final MemberReading READING = new MemberReading(
            new Understanding(TestPack.PHNOM_PENH.codebook(), TestPack.PHNOM_PENH.gazetteer()), TestPack.PHNOM_PENH.prose(),
            OwnTexts.of(TestPack.PHNOM_PENH.phrases()));

    /** The last column is for a phone that has and was asked for nothing open. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ok thx on my way                                        | NOTE     | NOTE
            thank you                                               | NOTE     | NOTE
            ok thank you                                            | NOTE     | NOTE
            cannot tonight my kid is sick                           | NOTE     | DISTRESS
            sorry i am sick tonight                                 | NOTE     | DISTRESS
            no                                                      | NOTE     | NOTE
            👍                                                       | NOTE     | NOTE
            LAW 5 girls                                             | NOTE     | NOTE
            I am at the police station with Lina, 2 girls still inside | NOTE  | DISTRESS
            at the police station, 2 girls inside                   | NOTE     | DISTRESS
            at the station now                                      | NOTE     | DISTRESS
            im at the police                                        | NOTE     | DISTRESS
            they want money                                         | NOTE     | DISTRESS
            3 girls arrested                                        | NOTE     | DISTRESS
            she is bleeding                                         | NOTE     | DISTRESS
            they arrested the girls                                 | NOTE     | DISTRESS
            raid at wat phnom                                       | NOTE     | NOTE
            6                                                       | NOTE     | NOTE
            1                                                       | DISTRESS | DISTRESS
            ១                                                       | DISTRESS | DISTRESS
            2                                                       | DISTRESS | DISTRESS
            5                                                       | DISTRESS | DISTRESS
            9                                                       | DISTRESS | DISTRESS
            please 1                                                | BOTH     | DISTRESS
            1 police wat phnom                                      | BOTH     | DISTRESS
            polis chab knhom                                        | DISTRESS | DISTRESS
            they took me                                            | DISTRESS | DISTRESS
            i am hurt                                               | DISTRESS | DISTRESS
            they arrested us                                        | DISTRESS | DISTRESS
            do not call me                                          | DISTRESS | DISTRESS
            they arrested me and 2 girls                            | BOTH     | DISTRESS
            police have us                                          | BOTH     | DISTRESS
            arrested                                                | BOTH     | DISTRESS
            HELP                                                    | BOTH     | DISTRESS
            help me please                                          | BOTH     | DISTRESS
            happy to help tomorrow                                  | NOTE     | NOTE
            they arrested lina                                      | BOTH     | DISTRESS
            """)
    void words_are_read_by_what_she_was_asked_for(String words, Kind asked, Kind notAsked) {
        assertEquals(asked, READING.of(words, new Standing(true, false), false).kind(), "asked: " + words);
        assertEquals(notAsked, READING.of(words, new Standing(false, false), false).kind(), "not asked: " + words);
    }

    @Test
    void a_reply_is_a_reply_however_she_stands() {
        assertEquals(Kind.REPLY, READING.of("DONE 519625 they arrested nobody", new Standing(true, true), true).kind());
    }

    @Test
    void while_her_own_report_is_open_whatever_she_writes_joins_it_too() {
        assertEquals(Kind.BOTH, READING.of("they are shouting", new Standing(true, true), false).kind());
        assertEquals(Kind.DISTRESS, READING.of("they are shouting", new Standing(false, true), false).kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'm driving right now, I'll see your message later", "Sorry, I can't talk right now.",
        "Liked \"K 4731-1 C1 20:12. TAKE 482913 or PASS 482913\"", "Loved “K 4731-1 C1 20:12. TAKE 482913 or PASS 482913”",
        "Laughed at “they took me”", "👍 to “ K 4731-1 C1 20:12. TAKE 482913 or PASS 482913 ”", "Reacted ❤️ to “1”",
        "I’m driving with Do Not Disturb While Driving turned on. I’ll see your message when I get where I’m going."})
    void what_a_machine_wrote_is_words_and_is_not_answered(String words) {
        for (var standing : new Standing[] {new Standing(true, false), new Standing(false, false), new Standing(true, true)}) {
            var read = READING.of(words, standing, false);

            assertEquals(Kind.NOTE, read.kind());
            assertTrue(read.automatic());
            assertFalse(read.isAnswered());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ok", "to \"prey speu\" now", "she liked it", "👍", "can't talk, they took me", "\"1\""})
    void what_a_human_wrote_is_no_machines(String words) {
        assertFalse(READING.of(words, new Standing(true, false), false).automatic(), words);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            I m driving and police arrested me at wat phnom help | DISTRESS
            Auto reply from Mali help me they arrested me        | DISTRESS
            im in a meeting and they arrested us                 | DISTRESS
            I am driving. HELP                                   | NOTE
            im driving, take                                     | NOTE
            I am driving. TAKE 482913                            | NOTE
            im in a meeting pass 482913                          | NOTE
            """)
    void what_only_begins_like_a_machine_is_hers(String words, Kind notAsked) {
        assertEquals(notAsked, READING.of(words, new Standing(false, false), false).kind());
        assertFalse(READING.of(words, new Standing(true, false), false).automatic());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'm driving right now. > K 4731-1 C1 20:12. TAKE 482913 or PASS 482913", "im in a meeting until 5",
        "Auto reply: back at 2, call 012 345 678"})
    void a_machine_that_quotes_us_or_names_an_hour_is_one(String words) {
        assertTrue(READING.isAutomatic(words));
    }

    @Test
    void a_nine_among_other_words_is_kept_and_not_answered() {
        var read = READING.of("ok will be there by 9", new Standing(true, false), false);

        assertEquals(Kind.NOTE, read.kind());
    }
}
