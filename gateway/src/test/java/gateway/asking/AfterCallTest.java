package gateway.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.messaging.EndedCall;
import gateway.messaging.MessageId;
import gateway.messaging.MessageState;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What follows from a call that is over: each state, the first call and the second. */
class AfterCallTest {

    private static AfterCall after(MessageState state, boolean keyPressed, boolean isSecond, String error) {
        return AfterCall.of(new EndedCall(new MessageId(new UUID(0, 1)), new UUID(0, 2), state, keyPressed, isSecond, error));
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            DELIVERED,   false, -,         UNREACHED_AND_RING_AGAIN
            DELIVERED,   true,  -,         UNREACHED
            UNDELIVERED, false, busy,      UNREACHED_AND_RING_AGAIN
            UNDELIVERED, false, no-answer, UNREACHED_AND_RING_AGAIN
            UNDELIVERED, true,  busy,      UNREACHED
            UNDELIVERED, true,  no-answer, UNREACHED
            UNDELIVERED, false, failed,    UNREACHED
            UNDELIVERED, true,  canceled,  UNREACHED
            UNDELIVERED, false, -,         UNREACHED
            REFUSED,     false, -,         UNREACHED
            UNKNOWN,     false, time-out,  UNREACHED
            EXPIRED,     true,  -,         UNREACHED
            """)
    void a_phone_that_rang_is_rung_once_more_and_never_a_third_time(MessageState state, boolean isSecond, String error,
            AfterCall follows) {
        assertEquals(follows, after(state, false, isSecond, error));
        assertEquals(follows, after(state, true, isSecond, error), "a key that chose nothing is no answer either");
    }

    @ParameterizedTest
    @EnumSource(names = {"WAITING", "SENDING", "ACCEPTED", "CANCELLED"})
    void a_call_that_is_not_over_or_was_called_off_is_followed_by_nothing(MessageState state) {
        assertEquals(AfterCall.NOTHING, after(state, false, false, "busy"));
        assertEquals(AfterCall.NOTHING, after(state, false, true, "no-answer"));
    }
}
