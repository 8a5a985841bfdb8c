package gateway.virtualphone;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.voice.Script;
import gateway.voice.Verb;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is heard now, what is waited for, and which path is asked next: on values alone, by a clock in seconds. */
class PlayerTest {

    private static final Verb.Say HELLO = new Verb.Say(Language.EN, "Hello");
    private static final Verb.Say PRESS = new Verb.Say(Language.EN, "Press a key");

    /** Every prompt lasts two seconds. */
    private static final Player PLAYER = new Player(_ -> Duration.ofSeconds(2));

    @Test
    void a_call_is_turned_away_by_the_first_verb_of_its_first_script_only() {
        assertEquals(over(Doing.Why.REJECTED), PLAYER.begin(Script.of(new Verb.Reject()), at(0)).doing());
        assertEquals(over(Doing.Why.FAULT), PLAYER.begun(Script.of(new Verb.Reject()), at(0)).doing());
        var later = PLAYER.press(PLAYER.begin(Script.of(gather(1)), at(0)), '1', at(1));
        assertEquals(over(Doing.Why.FAULT), PLAYER.goOn(later, Script.of(new Verb.Reject()), at(1)).doing());
    }

    @Test
    void prompts_are_heard_one_after_another_and_then_the_call_is_over() {
        var first = PLAYER.begin(Script.of(HELLO, PRESS), at(0));
        var second = PLAYER.at(first, at(2));
        var end = PLAYER.at(second, at(4));

        assertEquals(new Doing.Telling(at(2)), first.doing());
        assertEquals(List.of(told(HELLO)), first.said());
        assertEquals(first, PLAYER.at(first, at(1)));
        assertEquals(new Doing.Telling(at(4)), second.doing());
        assertEquals(List.of(told(HELLO), told(PRESS)), second.said());
        assertEquals(over(Doing.Why.NOTHING_LEFT), end.doing());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 | 2    | 2
            1 | #    | ''
            1 | *    | *
            3 | 204  | 204
            3 | 20#  | 20
            3 | #    | ''
            """)
    void keys_end_a_gathering_when_they_are_enough_or_with_a_hash(int wanted, String pressed, String asked) {
        var playing = PLAYER.begin(Script.of(gather(wanted)), at(0));
        for (var key : pressed.toCharArray()) {
            assertEquals(Doing.Gathering.class, playing.doing().getClass());
            playing = PLAYER.press(playing, key, at(1));
        }

        assertEquals(new Doing.Asking("next", asked), playing.doing());
    }

    @Test
    void a_key_may_be_pressed_while_the_prompt_is_heard() {
        var playing = PLAYER.press(PLAYER.begin(Script.of(gather(1, HELLO, PRESS)), at(0)), '2', at(1));

        assertEquals(new Doing.Asking("next", "2"), playing.doing());
        assertEquals(List.of(told(HELLO), told(PRESS), new Said.Pressed("2")), playing.said());
    }

    @Test
    void silence_is_an_answer_once_the_prompts_are_over_and_patience_is_at_its_end() {
        var playing = PLAYER.begin(Script.of(gather(1, HELLO, PRESS)), at(0));

        assertEquals(playing, PLAYER.at(playing, at(9)));
        assertEquals(new Doing.Asking("next", ""), PLAYER.at(playing, at(10)).doing());
    }

    @Test
    void each_key_gives_the_next_one_time_and_too_few_are_told_as_they_are() {
        var one = PLAYER.press(PLAYER.begin(Script.of(gather(3)), at(0)), '4', at(5));

        assertEquals(one, PLAYER.at(one, at(10)));
        assertEquals(new Doing.Asking("next", "4"), PLAYER.at(one, at(11)).doing());
    }

    @Test
    void a_key_that_nobody_waits_for_is_not_heard() {
        var telling = PLAYER.begin(Script.of(HELLO, gather(1)), at(0));

        assertEquals(telling, PLAYER.press(telling, '1', at(1)));
    }

    @Test
    void a_script_that_comes_unasked_changes_nothing() {
        var telling = PLAYER.begin(Script.of(HELLO), at(0));

        assertEquals(telling, PLAYER.goOn(telling, Script.of(PRESS), at(1)));
        assertEquals(telling, PLAYER.dialOver(telling));
    }

    @Test
    void what_follows_an_asking_is_never_played() {
        var playing = PLAYER.press(PLAYER.begin(Script.of(gather(1), HELLO), at(0)), '1', at(1));

        assertEquals(List.of(new Said.Pressed("1"), told(PRESS)), PLAYER.goOn(playing, Script.of(PRESS), at(1)).said());
    }

    @Test
    void after_a_dial_its_path_is_asked() {
        var dial = new Verb.Dial(new PhoneNumber("+12025550111"), new PhoneNumber("+12025550100"), Duration.ofSeconds(20),
                null, "after");
        var playing = PLAYER.begin(Script.of(dial), at(0));

        assertEquals(new Doing.Dialling(dial), playing.doing());
        assertEquals(new Doing.Asking("after", ""), PLAYER.dialOver(playing).doing());
    }

    @Test
    void a_hangup_ends_the_call() {
        assertEquals(over(Doing.Why.HUNG_UP), PLAYER.begin(Script.of(new Verb.Hangup(), HELLO), at(0)).doing());
    }

    @Test
    void scripts_that_send_a_call_round_and_round_are_stopped() {
        var playing = PLAYER.begin(Script.of(new Verb.Redirect("round")), at(0));
        var rounds = 0;
        while (playing.doing() instanceof Doing.Asking && rounds < 100) {
            playing = PLAYER.goOn(playing, Script.of(new Verb.Redirect("round")), at(0));
            rounds++;
        }

        assertEquals(over(Doing.Why.FAULT), playing.doing());
        assertEquals(10, rounds);
    }

    @Test
    void a_menu_that_is_said_again_and_again_is_no_loop() {
        var playing = PLAYER.begin(Script.of(HELLO, new Verb.Redirect("again")), at(0));
        for (var round = 1; round <= 50; round++) {
            playing = PLAYER.at(playing, at(2 * round));
            assertEquals(new Doing.Asking("again", ""), playing.doing());
            playing = PLAYER.goOn(playing, Script.of(HELLO, new Verb.Redirect("again")), at(2 * round));
        }

        assertEquals(51, playing.said().size());
    }

    private static Verb.Gather gather(int keys, Verb.Told... prompts) {
        return new Verb.Gather(keys, Duration.ofSeconds(6), "next", List.of(prompts));
    }

    private static Doing over(Doing.Why why) {
        return new Doing.Over(why);
    }

    private static Said told(Verb.Told what) {
        return new Said.Told(what);
    }

    private static Instant at(long seconds) {
        return Instant.EPOCH.plusSeconds(seconds);
    }
}
