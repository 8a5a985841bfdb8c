package gateway.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.contact.ReplyRule.Verdict;
import gateway.phone.Language;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ReplyRuleTest {

    private static final LocalTime DAY = LocalTime.of(14, 10);

    /** {@code stranger} chose nothing; what follows the mode is whether she wants replies at night too. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stranger     | silent | free   | own      | 14:10 | HOTLINE_IS_SILENT
            stranger     | cover  | free   | own      | 14:10 | COVER
            stranger     | cover  | free   | own      | 07:00 | COVER
            stranger     | cover  | free   | own      | 20:59 | COVER
            stranger     | cover  | free   | own      | 21:00 | NIGHT
            stranger     | cover  | free   | own      | 00:00 | NIGHT
            stranger     | cover  | free   | own      | 06:59 | NIGHT
            stranger     | cover  | seized | own      | 14:10 | PRESUMED_SEIZED
            stranger     | cover  | asked  | own      | 14:10 | SILENCE_ASKED
            stranger     | cover  | free   | borrowed | 14:10 | BORROWED
            stranger     | silent | seized | borrowed | 03:00 | BORROWED
            silent       | silent | free   | own      | 14:10 | CHOSEN_SILENCE
            silent       | cover  | free   | own      | 14:10 | CHOSEN_SILENCE
            silent       | cover  | seized | own      | 14:10 | PRESUMED_SEIZED
            silent night | cover  | free   | own      | 02:00 | CHOSEN_SILENCE
            cover        | silent | free   | own      | 14:10 | COVER
            cover        | cover  | free   | own      | 22:00 | NIGHT
            cover night  | silent | free   | own      | 22:00 | COVER
            cover night  | silent | seized | own      | 22:00 | PRESUMED_SEIZED
            cover night  | silent | asked  | own      | 22:00 | SILENCE_ASKED
            cover night  | silent | free   | borrowed | 22:00 | BORROWED
            plain        | silent | free   | own      | 14:10 | PLAIN
            plain        | cover  | free   | own      | 14:10 | PLAIN
            plain        | cover  | free   | own      | 21:00 | NIGHT
            plain night  | silent | free   | own      | 21:00 | PLAIN
            plain night  | silent | free   | own      | 04:00 | PLAIN
            plain        | cover  | seized | own      | 14:10 | PRESUMED_SEIZED
            plain        | cover  | asked  | own      | 14:10 | SILENCE_ASKED
            plain night  | cover  | seized | own      | 04:00 | PRESUMED_SEIZED
            plain        | cover  | free   | borrowed | 14:10 | BORROWED
            """)
    void what_may_be_said(String chosen, String hotline, String phone, String whose, LocalTime time, Verdict verdict) {
        var point = point(true, phone.equals("seized"), whose.equals("borrowed"), wishes(chosen, false));

        assertEquals(verdict, ReplyRule.verdict(point, NumberKind.ORDINARY, phone.equals("asked"), hotline.equals("cover"), time));
    }

    /** Whatever anybody chose, and whatever the hotline does. */
    @ParameterizedTest
    @EnumSource(value = NumberKind.class, names = "ORDINARY", mode = EnumSource.Mode.EXCLUDE)
    void a_number_that_is_not_ordinary_is_never_answered_and_never_rung(NumberKind kind) {
        for (var chosen : new String[] {"stranger", "cover night", "plain night"}) {
            var point = point(true, false, false, wishes(chosen, true));

            var verdict = ReplyRule.verdict(point, kind, false, true, DAY);

            assertEquals(kind.name(), verdict.name());
            assertEquals(Optional.of(verdict), ReplyRule.againstRinging(point, kind, false));
            assertEquals(Optional.of(verdict), ReplyRule.againstCallingBack(point, kind, false));
        }
    }

    @Test
    void what_is_no_number_is_never_answered_and_never_rung() {
        var withheld = point(false, false, false, null);

        assertEquals(Verdict.NOT_A_NUMBER, ReplyRule.verdict(withheld, NumberKind.ORDINARY, false, true, DAY));
        assertEquals(Optional.of(Verdict.NOT_A_NUMBER), ReplyRule.againstRinging(withheld, NumberKind.ORDINARY, false));
    }

    /** What stands against ringing, by a human and by the gateway itself; a dash where nothing does. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            stranger         | free   | own      | -               | NOT_OPTED_IN
            stranger         | seized | own      | PRESUMED_SEIZED | PRESUMED_SEIZED
            stranger         | asked  | own      | SILENCE_ASKED   | SILENCE_ASKED
            stranger         | free   | borrowed | BORROWED        | BORROWED
            silent           | free   | own      | CHOSEN_SILENCE  | NOT_OPTED_IN
            silent call-back | free   | own      | -               | -
            cover            | free   | own      | -               | NOT_OPTED_IN
            plain            | free   | own      | -               | NOT_OPTED_IN
            plain call-back  | free   | own      | -               | -
            plain call-back  | seized | own      | PRESUMED_SEIZED | PRESUMED_SEIZED
            plain call-back  | asked  | own      | SILENCE_ASKED   | SILENCE_ASKED
            plain call-back  | free   | borrowed | BORROWED        | BORROWED
            """)
    void who_may_be_rung(String chosen, String phone, String whose, String byHuman, String byItself) {
        var point = point(true, phone.equals("seized"), whose.equals("borrowed"), wishes(chosen, chosen.endsWith("call-back")));

        assertEquals(byHuman, ReplyRule.againstRinging(point, NumberKind.ORDINARY, phone.equals("asked"))
                .map(Verdict::name).orElse("-"));
        assertEquals(byItself, ReplyRule.againstCallingBack(point, NumberKind.ORDINARY, phone.equals("asked"))
                .map(Verdict::name).orElse("-"));
    }

    @Test
    void after_a_tag_the_gateway_answers_no_more_by_itself_but_a_human_may_ring() {
        var phone = point(true, false, false, wishes("plain call-back", true)).withTag(false);

        assertEquals(Verdict.TAGGED, ReplyRule.verdict(phone, NumberKind.ORDINARY, false, true, LocalTime.NOON));
        assertEquals(Optional.of(Verdict.TAGGED), ReplyRule.againstCallingBack(phone, NumberKind.ORDINARY, false));
        assertEquals(Optional.empty(), ReplyRule.againstRinging(phone, NumberKind.ORDINARY, false));
    }

    @Test
    void a_delay_is_thirty_to_a_hundred_and_twenty_seconds_and_never_the_same() {
        var random = new Random(1);
        var delays = java.util.stream.IntStream.range(0, 10_000).mapToObj(i -> ReplyRule.delay(random).toSeconds()).toList();

        assertEquals(30, delays.stream().min(Long::compare).orElseThrow());
        assertEquals(120, delays.stream().max(Long::compare).orElseThrow());
        assertEquals(91, delays.stream().distinct().count());
    }

    @Test
    void only_two_verdicts_allow_a_reply() {
        assertEquals(2, Arrays.stream(Verdict.values()).filter(Verdict::allowsReply).count());
        assertTrue(Verdict.COVER.allowsReply() && Verdict.PLAIN.allowsReply());
    }

    static ContactPoint point(boolean isNumber, boolean seized, boolean borrowed, @Nullable Wishes wishes) {
        return new ContactPoint(new ContactPointId(new UUID(1, 1)), isNumber, seized, borrowed, false,
                wishes == null ? null : new ContactPoint.Enrolled(new EnrolmentId(new UUID(1, 2)), wishes));
    }

    private static @Nullable Wishes wishes(String chosen, boolean callBack) {
        var words = chosen.split(" ");
        return words[0].equals("stranger") ? null
                : new Wishes(ReplyMode.of(words[0]), Language.KM, false, chosen.endsWith(" night"), callBack);
    }
}
