package gateway.replyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.pack.TestPack;
import gateway.replyword.Reply.Act;
import gateway.replyword.Reply.AskBack;
import gateway.replyword.Reply.Why;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Prose that holds a code and a word of a command: it takes, passes, hands back, ends and quiets nothing. 604417 she has. */
class ReplyProseTest {

    private static final Hand HAND = new Hand(Set.of("482913", "604417"), List.of("604417"));
    private static final ReplyReader READER = new ReplyReader(TestPack.PHNOM_PENH.replyWords(), OwnTexts.of(TestPack.PHNOM_PENH.phrases()));

    @ParameterizedTest
    @ValueSource(strings = {
        // Seen from outside.
        "482913 too far for me to take", "let Rosa take 482913", "the police take her to PJ 482913", "wish i could take 482913",
        "TAKE 482913 NO", "nope take 482913", "TAKE 482913 wrong number", "amir will take 482913", "tell lina to take 482913",
        "please have Noon take 482913", "take care 482913", "the cops take everything 482913", "maybe take 482913",
        "TAKE 482913 later tomorrow", "too sick to take 482913 tonight sorry", "TAKE 482913 sorry cant", "will be back in an hour 604417",
        "call me back 604417", "get back to you soon 604417", "ot ei te 482913 khnhom nov tinih", "In 20 min I am there, take 482913",
        "in 20 min take 482913", "In 10 min home, DONE 604417", "out with friends, pass 482913", "im in a meeting pass 482913",
        // Ours.
        "482913 take care", "482913 take it easy", "482913 take that away", "back now 604417", "they take 482913", "take her to hospital 482913", "take money 482913", "482913 take him to court",
        "i would take 482913 but no car", "take 482913 if nobody else", "TAKE 482913 unless Lina does", "TAKE 482913 cannot come",
        "TAKE 482913 no way", "TAKE 482913 no", "take 482913. No.", "Rosa should take 482913", "can someone take 482913",
        "don't let them take 482913", "take two 482913", "TAKE 482913 perhaps", "TAKE 482913 tell Rosa", "TAKE 482913 min tov te",
        "im back 604417", "i will be back 604417", "BACK 604417 in 10 min", "back at 6 604417", "back soon 604417", "604417 on my way back",
        "BACK 604417 wrong", "come back 604417", "my back hurts 604417", "pass by the market 482913", "will not pass 482913",
        "the exam i pass 482913", "pass me her number 482913", "PASS 482913 wrong", "PASS 482913 no", "482913 they pass the bridge",
        "police here 604417", "nobody here 604417", "here they come 604417", "HERE 604417 wrong code", "on my way here 604417",
        "done with work, going home 604417", "DONE 604417?", "DONE 604417 not yet", "DONE 604417 no", "almost done 604417",
        "when i am done 604417", "tov na 482913", "khnhom min tov 482913", "ot te 482913", "TAKE 482913 te", "tov 482913 te",
        "You take 482913", "Tell Lina. Take 482913", "Maybe. TAKE 482913", "I can't come. TAKE 482913", "she said take 482913"})
    void prose_is_asked_back(String written) {
        var asked = assertInstanceOf(AskBack.class, READER.read(written, HAND), written);

        assertEquals(List.of(written.contains("482913") ? "482913" : "604417"), asked.codes());
        assertTrue(asked.why() == Why.NOT_CERTAIN || asked.why() == Why.CODE_ALONE || asked.why() == Why.SEVERAL_WORDS, asked.toString());
        assertEquals(Optional.empty(), StationWord.read(written));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ok sister i will take 482913                | |
            482913 too far for me to take               | too far for me to take |
            TAKE 482913 sorry cant                      | TAKE sorry cant |
            will be back in an hour 604417              | will be back in an hour |
            TAKE 482913?                                | |
            """)
    void words_are_kept_whole_but_for_the_code(String written, String words) {
        var reply = READER.read(written, HAND);

        assertEquals(words == null ? written.contains("sister") ? "ok sister i will take" : "" : words,
                assertInstanceOf(AskBack.class, reply).words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            khnhom tov 482913                       | TAKE
            i want to take 482913                   | TAKE
            let me take 482913                      | TAKE
            im going to take 482913 now             | TAKE
            482913 i will take                      | TAKE
            482913, take, coming with Lina          | TAKE
            take it now 482913                      | TAKE
            take this one 482913                    | TAKE
            TAKE code no 482913                     | TAKE
            TAKE 482913 no problem                  | TAKE
            TAKE 482913 there in 10 min             | TAKE
            TAKE 482913 be there in a few min       | TAKE
            TAKE 482913 sorry for late              | TAKE
            TAKE 482913 with Lina at the market     | TAKE
            TAKE 482913 dont worry                  | TAKE
            yes hello take 482913                   | TAKE
            I am driving. TAKE 482913               | TAKE
            TAKE. 482913                            | TAKE
            i must pass 482913                      | PASS
            482913 pass till 6                      | PASS
            PASS 482913 not now                     | PASS
            PASS 482913 in a meeting until tomorrow | PASS
            ot 482913 tonight                       | PASS
            i give it back 604417                   | BACK
            BACK 604417 sorry                       | BACK
            still here 604417                       | HERE
            HERE 604417 not released yet            | HERE
            we are done 604417 all home             | DONE
            DONE 604417 no payment                  | DONE
            done with 604417                        | DONE
            """)
    void a_plain_form_is_acted_on_still(String written, String command) {
        assertEquals(command, assertInstanceOf(Act.class, READER.read(written, HAND), written).command().name());
    }

    @ParameterizedTest
    @ValueSource(strings = {"in 10 min I call you 604417", "In 5 mins I will be at the station 604417", "out soon, they keep us 604417",
        "out with friends 604417", "IN 30 604417 with Lina", "OUT 604417 not yet", "IN 30 604417?", "im out of town 604417", "in jail 604417",
        "OUT 482913 604417", "in 20 minutes 604417 home"})
    void in_and_out_among_words_are_asked_back_with_the_exact_words(String written) {
        assertEquals(Optional.empty(), StationWord.read(written));

        var asked = assertInstanceOf(AskBack.class, READER.read(written, HAND), written);

        assertEquals(Why.STATION, asked.why());
        assertTrue(asked.codes().contains("604417"));
    }

    @Test
    void what_is_in_and_out_in_its_own_form_is_left_to_the_station_desk() {
        for (var written : List.of("IN 30 604417", "OUT 604417", "ok out 604417 thx", "in 30 mins K 4731-1 604417", "OUT K 4731-1 604417 all fine")) {
            assertEquals(Reply.NOT_A_REPLY, READER.read(written, HAND), written);
            assertEquals("604417", StationWord.read(written).orElseThrow().code());
        }
    }

    /** A word that nobody knows stands before the command, or between it and its code, or what denies and doubts behind. */
    @Property(tries = 3_000)
    void prose_with_a_code_and_a_command_word_never_acts(@ForAll("prose") String written) {
        assertFalse(READER.read(written, HAND) instanceof Act, written);
        assertEquals(Optional.empty(), StationWord.read(written), written);
    }

    @Provide
    Arbitrary<String> prose() {
        var unknown = Arbitraries.strings().withCharRange('a', 'z').ofMinLength(5).ofMaxLength(9).map(word -> "z" + word)
                .list().ofMinSize(1).ofMaxSize(4).map(words -> String.join(" ", words));
        var loose = Arbitraries.of("ok", "i", "will", "the", "her", "now", "", "to", "at 9", "in", "out", "with");
        var command = Arbitraries.of("take", "TAKE", "pass", "back", "here", "done", "tov", "ot", "in 30", "out");
        var code = Arbitraries.of("482913", "604417");
        return Combinators.combine(unknown, loose, command, code, Arbitraries.integers().between(0, 3)).as((words, filler, said, digits, form) ->
                switch (form) {
                    case 0 -> words + " " + filler + " " + said + " " + digits;
                    case 1 -> said + " " + filler + " " + words + " " + digits;
                    case 2 -> digits + " " + filler + " " + words + " " + said;
                    default -> filler + " " + words + " " + said + " " + words + " " + digits;
                });
    }
}
