package gateway.replyword;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.pack.TestPack;
import gateway.replyword.Reply.Act;
import gateway.replyword.Reply.AskBack;
import gateway.replyword.Reply.Command;
import gateway.replyword.Reply.NotAReply;
import gateway.replyword.Reply.WrongCode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** 482913 is asked of her, 730115 too, and 604417 she has. */
class ReplyTest {

    private static final Hand HAND = new Hand(Set.of("482913", "730115", "604417"), List.of("604417"));
    private static final ReplyReader READER = new ReplyReader(
            new ReplyWords(Map.of("tov", Command.TAKE, "ទៅ", Command.TAKE, "ot", Command.PASS), Set.of("min", "te"), Set.of("khnhom")),
            OwnTexts.of(TestPack.PHNOM_PENH.phrases()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            TAKE 482913                         | TAKE 482913        |
            take482913                          | TAKE 482913        |
            Take  482913.                       | TAKE 482913        |
            TAKE: 482913                        | TAKE 482913        |
            TAKE (482913)                       | TAKE 482913        |
            TAKE [482913]                       | TAKE 482913        |
            TAKE <482913>                       | TAKE 482913        |
            "TAKE 482913"                       | TAKE 482913        |
            “Take482913”                        | TAKE 482913        |
            «TAKE 482913»                       | TAKE 482913        |
            'take' '482913'                     | TAKE 482913        |
            take,482913                         | TAKE 482913        |
            take-482913!                        | TAKE 482913        |
            TAKE_482913                         | TAKE 482913        |
            482913 take                         | TAKE 482913        |
            482913take                          | TAKE 482913        |
            482913: TAKE                        | TAKE 482913        |
            Re: TAKE 482913                     | TAKE 482913        |
            Fwd: Re: take 482913                | TAKE 482913        |
            TAKE code 482913                    | TAKE 482913        |
            TAKE K 4731-1 482913                | TAKE 482913        |
            TAKE TAKE 482913                    | TAKE 482913        |
            take 482 913                        | TAKE 482913        |
            take 48 29 13                       | TAKE 482913        |
            take 482-913                        | TAKE 482913        |
            TKAE 482913                         | TAKE 482913        |
            TAEK 482913                         | TAKE 482913        |
            takke 482913                        | TAKE 482913        |
            tske482913                          | TAKE 482913        |
            482913 tale it TAKE                 | TAKE 482913        | tale it
            TAKE ៤៨២៩១៣                         | TAKE 482913        |
            take ๔๘๒๙๑๓                         | TAKE 482913        |
            take ٤٨٢٩١٣                         | TAKE 482913        |
            ＴＡＫＥ ４８２９１３                      | TAKE 482913        |
            I'll take 482913                    | TAKE 482913        |
            i can take 482913                   | TAKE 482913        |
            ok take 482913 on my way            | TAKE 482913        | ok on my way
            No car tonight. But I take 482913   | TAKE 482913        | No car tonight. But I take
            TAKE 482913 but I can't stay long   | TAKE 482913        | but I can't stay long
            TAKE 482913. Where is it?           | TAKE 482913        | Where is it?
            tov 482913                          | TAKE 482913        |
            ទៅ 482913                           | TAKE 482913        |
            482913ទៅ                            | TAKE 482913        |
            TAKE 482913 730115                  | TAKE 482913 730115 |
            take 730115, take 482913            | TAKE 730115 482913 |
            TAKE 482913 and 730115              | TAKE 482913 730115 |
            TAKE 482913 111111                  | TAKE 482913        |
            TAKE ALL 482913                     | TAKE ALL 482913    |
            482913 take all                     | TAKE ALL 482913    |
            TAKE 482913 all                     | TAKE ALL 482913    |
            Take all of them 482913             | TAKE ALL 482913    | of them
            TAKE 482913 all is quiet            | TAKE 482913        | all is quiet
            PASS 482913                         | PASS 482913        |
            ​pass 482913                        | PASS 482913        |
            pass 482913 till 6                  | PASS 482913        | till 6
            PASS 482913 can't tonight           | PASS 482913        | can't tonight
            can't tonight, my kid is sick, pass 482913 | PASS 482913 | can't tonight, my kid is sick, pass
            ot 482913                           | PASS 482913        |
            sorry PASS 482913                   | PASS 482913        | sorry
            here 604417                         | HERE 604417        |
            Hree 604417                         | HERE 604417        |
            I'm here 604417                     | HERE 604417        |
            604417 here still waiting           | HERE 604417        | still waiting
            BACK 604417 my child is ill         | BACK 604417        | my child is ill
            DONE 604417 She is Home, ព្រៃស្ពឺ   | DONE 604417        | She is Home, ព្រៃស្ពឺ
            DONE 604417 2                       | DONE 604417        | 2
            DONE 604417 all ok free             | DONE 604417        | all ok free
            DONE 604417 I take her back         | DONE 604417        | I take her back
            done604417 not hurt, ok?            | DONE 604417        | not hurt, ok?
            ok done 604417 back home            | DONE 604417        | ok back home
            NOTE 604417 they take her at 9      | NOTE 604417        | they take her at 9
            more 604417 2                       | MORE 604417        | 2
            MORE 2 604417                       | MORE 604417        | 2
            Mroe 604417                         | MORE 604417        |
            More 604417                         | MORE 604417        |
            MORE                                | MORE 604417        |
            more 2.                             | MORE 604417        | 2
            LAW                                 | LAW 604417         |
            Med!                                | MED 604417         |
            law604417 she asks                  | LAW 604417         | she asks
            lang 604417                         | LANG 604417        |
            604417 LAW                          | LAW 604417         |
            """)
    void a_living_code_with_one_command_word_is_acted_on(String written, String expected, String words) {
        var act = assertInstanceOf(Act.class, READER.read(written, HAND), written);

        assertEquals(expected, act.command() + (act.all() ? " ALL " : " ") + String.join(" ", act.codes()));
        assertEquals(words == null ? "" : words, act.words());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            take                                | WORD_ALONE    |
            Here!                               | WORD_ALONE    |
            ok I take it                        | WORD_ALONE    |
            I'll take it                        | WORD_ALONE    |
            TAKE 4731-1                         | WORD_ALONE    |
            TAKE 48291                          | WORD_ALONE    |
            TAKE 4829132                        | WORD_ALONE    |
            tov                                 | WORD_ALONE    |
            LAW 5 girls                         | WORD_ALONE    |
            law 5                               | WORD_ALONE    |
            MED for two                         | WORD_ALONE    |
            482913                              | CODE_ALONE    | 482913
            "482913"                            | CODE_ALONE    | 482913
            ok 482913 on my way                 | CODE_ALONE    | 482913
            yes 482 913                         | CODE_ALONE    | 482913
            482913 730115                       | CODE_ALONE    | 482913 730115
            her 482913                          | CODE_ALONE    | 482913
            Lina takes 482913                   | CODE_ALONE    | 482913
            K 4731-1 C1 20:12. TAKE 482913 or PASS 482913 | CODE_ALONE | 482913
            repeat: K 4731-1 C1 DP x2 20:12. TAKE 482913 or PASS 482913 | CODE_ALONE | 482913
            K 4731-1 C1 20:12 TAKE 482913 or PASS 482913 | SEVERAL_WORDS | 482913
            TAKE 482913 PASS 730115             | SEVERAL_WORDS | 482913 730115
            take or pass 482913?                | SEVERAL_WORDS | 482913
            ot tov 482913                       | SEVERAL_WORDS | 482913
            TAKE or PASS?                       | SEVERAL_WORDS |
            LAW 604417 TAKE 482913              | SEVERAL_WORDS | 604417 482913
            can't take 482913                   | NOT_CERTAIN   | 482913
            cant take 482913                    | NOT_CERTAIN   | 482913
            not take 482913                     | NOT_CERTAIN   | 482913
            482913 I cannot take                | NOT_CERTAIN   | 482913
            I will not be able to take 482913   | NOT_CERTAIN   | 482913
            TAKE 482913 not                     | NOT_CERTAIN   | 482913
            take 482913 I can't                 | NOT_CERTAIN   | 482913
            min tov 482913                      | NOT_CERTAIN   | 482913
            don't pass 482913                   | NOT_CERTAIN   | 482913
            not here 604417                     | NOT_CERTAIN   | 604417
            not done 604417                     | NOT_CERTAIN   | 604417
            TAKE 482913?                        | NOT_CERTAIN   | 482913
            should I take 482913                | NOT_CERTAIN   | 482913
            can you take 482913                 | NOT_CERTAIN   | 482913
            who takes it? take 482913?          | NOT_CERTAIN   | 482913
            she will take 482913                | NOT_CERTAIN   | 482913
            can't take it                       | NOT_CERTAIN   |
            TAKE ALL                            | ALL_OF_WHICH  |
            pass all 482913                     | ALL_OF_WHICH  | 482913
            """)
    void what_is_not_certain_is_asked_back(String written, String why, String codes) {
        var asked = assertInstanceOf(AskBack.class, READER.read(written, HAND), written);

        assertEquals(why, asked.why().name());
        assertEquals(codes == null ? "" : codes, String.join(" ", asked.codes()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            TAKE 111111           | TAKE | 111111
            take 111 111          | TAKE | 111111
            111111 pass           | PASS | 111111
            ok I'll take 111111   | TAKE | 111111
            TAKE 111111 222222    | TAKE | 111111 222222
            DONE 111111 all ok    | DONE | 111111
            LAW 111111            | LAW  | 111111
            TKAE 111111           | TAKE | 111111
            """)
    void a_command_with_six_digits_that_are_none_of_hers_is_a_wrong_code(String written, Command command, String codes) {
        var wrong = assertInstanceOf(WrongCode.class, READER.read(written, HAND));

        assertEquals(command, wrong.command());
        assertEquals(codes, String.join(" ", wrong.codes()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "", "8", "STOP", "help", "take me to hospital", "take care", "1 take", "they take us, 012 345 678", "TAKEN",
        "they took 3 girls", "done with this, they hit me", "more 5 girls taken", "more people", "medicine", "lawyer", "language", "no",
        "thank you", "ok thx on my way", "👍", "cannot tonight my kid is sick", "I'm driving right now, I'll see your message later",
        "Sorry, I can't talk right now.", "I'm not here right now, I will be back later", "IN 30 604417", "OUT 604417", "IN 30", "111111",
        "I am at the police station with Lina, 2 girls still inside", "polis chab knhom", "will be back at 5 with 2 girls",
        "Liked “K 4731-1 C1 20:12. TAKE 482913 or PASS 482913”", "Loved \"K 4731-1 is yours. HERE 482913 by 21:15 to keep it\"",
        "Reacted 👍 to “TAKE 482913 or PASS 482913”", "👍 to “K 4731-1 C1 20:12. TAKE 482913 or PASS 482913”"})
    void everything_else_is_no_reply(String written) {
        assertEquals(new NotAReply(), READER.read(written, HAND));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'K 4731-1 C1 20:12. TAKE 482913 or PASS 482913 TAKE 482913'                       | TAKE 482913
            'K 4731-1 C1 DP x3 20:12. TAKE 482913 or PASS 482913\n\ntake'                     | TAKE 482913
            'repeat: K 4731-1 C1 20:12. TAKE 482913 or PASS 482913. Was with B 19:00-19:15\npass 482913' | PASS 482913
            'K 4731-1 is yours. HERE 604417 by 21:15 to keep it, BACK 604417 to hand it back, DONE 604417 when it is over. HERE 604417' | HERE 604417
            'K 2 alerts. TAKE or PASS and the code:\n4731-1 C1 20:12 TAKE 482913\n2936-8 C4 DP 20:14 TAKE 730115\nTAKE 730115' | TAKE 730115
            'TAKE 482913\n> K 4731-1 C1 20:12. TAKE 482913 or PASS 482913'                    | TAKE 482913
            """)
    void our_own_text_pasted_back_says_nothing_and_what_stands_beside_it_counts(String written, String expected) {
        var act = assertInstanceOf(Act.class, READER.read(written.replace("\\n", "\n"), HAND));

        assertEquals(expected, act.command() + " " + String.join(" ", act.codes()));
    }

    @Test
    void a_phone_without_anything_of_ours_gives_no_command_to_anything() {
        assertInstanceOf(AskBack.class, READER.read("take", Hand.of(List.of())));
        assertInstanceOf(WrongCode.class, READER.read("TAKE 482913", Hand.of(List.of())));
        for (var written : List.of("MED", "LAW 5 girls", "more 2", "482913", "482913 help")) {
            assertEquals(new NotAReply(), READER.read(written, Hand.of(List.of())), written);
        }
    }

    @Property(tries = 3_000)
    void no_text_without_a_living_code_ever_acts_on_what_could_be_lost(@ForAll("words") String written) {
        var reply = READER.read(written.replaceAll("482913|730115|604417", ""), HAND);

        assertFalse(reply instanceof Act(var command, var _, var _, var _, var _, var _) && command.countsAnywhere(), written);
        assertFalse(READER.read(written, Hand.of(List.of())) instanceof Act, written);
    }

    @Property(tries = 3_000)
    void a_living_code_and_a_word_like_take_always_act_or_ask_back(@ForAll("aroundATake") String written) {
        var reply = READER.read(written, new Hand(Set.of("482913"), List.of()));

        assertTrue(reply instanceof AskBack || reply instanceof Act(var command, var codes, var _, var _, var _, var _)
                && command == Command.TAKE && codes.equals(List.of("482913")), written + " " + reply);
    }

    @Property(tries = 5_000)
    void no_text_is_too_odd_to_be_read(@ForAll String written) {
        assertFalse(READER.read(written, HAND) instanceof Act, written);
        READER.read("take 482913" + written, HAND);
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of("take", "TKAE", "pass", "here", "back", "done", "more", "law", "med", "lang", "note", "all", "ok", "i", "not",
                "482913", "730115", "111111", "48 29 13", "4829137", "1", "girls", "?", ".", ",", "tov", "ot", "\n", "them", "4731-1", "a")
                .list().ofMaxSize(7).map(list -> String.join(" ", list).replaceAll("48 29 13", "48 29 14"));
    }

    @Provide
    Arbitrary<String> aroundATake() {
        var words = Arbitraries.of("ok", "i", "will", "go", "now", "please", "with", "Lina", "at", "9", "20:12", ",", ".", "!", "the", "market",
                "K 4731-1", "“", "(", ")", "on my way", "sister", "🙏", "sorry late", "២").list().ofMaxSize(4).map(list -> String.join(" ", list));
        var takes = Arbitraries.of("TAKE 482913", "take482913", "482913 take", "Take,482913", "TKAE 482913", "tov 482913", "482913 TAKE",
                "take (482913)", "TAKE ៤៨២៩១៣", "takw 482913");
        return net.jqwik.api.Combinators.combine(words, takes, words).as((before, take, after) -> before + " " + take + " " + after);
    }
}
