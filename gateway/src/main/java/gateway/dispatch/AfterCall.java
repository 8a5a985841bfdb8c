package gateway.dispatch;

import gateway.messaging.EndedCall;

/** What follows from a call for a dispatch that is over, when its responder has neither taken nor passed. Pure. */
enum AfterCall {
    /** She is rung once more: a phone that is set to silence lets a second call through. */
    RING_AGAIN,
    /** She counts as unreached, so that the next step is asked at once. */
    UNREACHED,
    /** The next step is asked at once, and she is rung once more beside it. */
    UNREACHED_AND_RING_AGAIN,
    /** It was called off: somebody has it, or she passed. */
    NOTHING;

    static AfterCall of(EndedCall call) {
        return switch (call.state()) {
            // A machine, a pocket, or somebody who could not choose: that nobody is there is known only after the second.
            case DELIVERED -> call.isSecond() ? UNREACHED : RING_AGAIN;
            case UNDELIVERED -> "busy".equals(call.error()) || "no-answer".equals(call.error())
                    ? call.isSecond() ? UNREACHED : UNREACHED_AND_RING_AGAIN : UNREACHED;
            case REFUSED, UNKNOWN, EXPIRED -> UNREACHED;
            case WAITING, SENDING, ACCEPTED, CANCELLED -> NOTHING;
        };
    }
}
