package gateway.asking;

import gateway.messaging.EndedCall;

/** What follows from a call for a dispatch that is over, when its responder has neither taken nor passed. Pure. */
enum AfterCall {
    /** She counts as unreached, so that the next step is asked at once. */
    UNREACHED,
    /** The next step is asked at once, and she is rung once more beside it: a phone set to silence lets a second call through. */
    UNREACHED_AND_RING_AGAIN,
    /** It was called off: somebody has it, or she passed. */
    NOTHING;

    static AfterCall of(EndedCall call) {
        return switch (call.state()) {
            // A machine, a pocket, or somebody who could not choose, is no answer: nobody waits for the second call to know it.
            case DELIVERED -> second(call);
            case UNDELIVERED -> "busy".equals(call.error()) || "no-answer".equals(call.error()) ? second(call) : UNREACHED;
            case REFUSED, UNKNOWN, EXPIRED -> UNREACHED;
            case WAITING, SENDING, ACCEPTED, CANCELLED -> NOTHING;
        };
    }

    private static AfterCall second(EndedCall call) {
        return call.isSecond() ? UNREACHED : UNREACHED_AND_RING_AGAIN;
    }
}
