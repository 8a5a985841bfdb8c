package gateway.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.asking.Matching.Need;
import gateway.escalation.EscalationStep.Way;
import gateway.member.Choices;
import gateway.member.Quiet;
import gateway.pack.TestPack;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MannerTest {

    @ParameterizedTest(name = "{6}")
    @CsvSource(nullValues = "-", textBlock = """
            # step, code, night, quiet, call after, how, why
            VOICE, need,        true,  NEVER,    -, call,             a step by voice rings
            VOICE, need,        true,  AT_NIGHT, -, text,             at night she has a text for what is not grave
            VOICE, need,        false, AT_NIGHT, -, call,             by day it rings
            VOICE, money,       false, ALWAYS,   -, text,             whoever is always quiet has a text by day too
            VOICE, police,      true,  ALWAYS,   -, call,             what is grave rings all the same
            VOICE, silent,      true,  ALWAYS,   -, call,             and so does what asks for silence at the other end
            VOICE, unclear,     true,  ALWAYS,   -, call,             what was not understood may be anything
            VOICE, missed_call, true,  ALWAYS,   -, call,             and so may be a missed call
            TEXT,  police,      true,  ALWAYS,   -, text,             a step by text texts
            TEXT,  police,      true,  ALWAYS,   3, text and call,    and rings later where she chose so
            TEXT,  need,        true,  AT_NIGHT, 3, text,             but not when she is quiet
            TEXT,  need,        false, AT_NIGHT, 3, text and call,    which she is by night alone
            VOICE, need,        false, NEVER,    3, call,             a call at once needs none after it
            TEXT_THEN_CALL, police, true, ALWAYS, -, text and call after 2, a step may ring after its text itself
            TEXT_THEN_CALL, police, true, NEVER,  1, text and call after 1, and the sooner of both counts
            TEXT_THEN_CALL, police, true, NEVER,  3, text and call after 2, whichever it is
            TEXT_THEN_CALL, need,   true, AT_NIGHT, 1, text,          who is quiet has the text alone
            """)
    void a_step_says_how_and_she_may_have_chosen_otherwise(Way way, String code, boolean night, Quiet quiet,
            @Nullable Integer callAfter, String how, String why) {
        var after = callAfter == null ? null : Duration.ofMinutes(callAfter);
        var grave = Need.isGrave(TestPack.PHNOM_PENH.codebook().byId(code).orElseThrow());
        var manner = Manner.of(way, way == Way.TEXT_THEN_CALL ? Duration.ofMinutes(2) : Duration.ZERO, grave,
                new Choices(quiet, after, Set.of(), Set.of(), Set.of(), ""), night);

        assertEquals(switch (how) {
            case "call" -> Manner.CALL;
            case "text" -> Manner.TEXT;
            case "text and call" -> new Manner(true, after);
            default -> new Manner(true, Duration.ofMinutes(Integer.parseInt(how.substring(how.length() - 1))));
        }, manner, why);
    }
}
