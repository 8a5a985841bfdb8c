package gateway.dispatch;

import gateway.escalation.EscalationStep.Way;
import gateway.member.Choices;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How one responder is asked at a step: by a text, by a call, or by a text and, if nobody has the alert by then, a call. Pure.
 * A step says how, and she may have chosen otherwise; but nobody is quiet for what is grave, or what was not understood.
 *
 * @param callAfter how long after she is asked she is rung; null when she is not
 */
public record Manner(boolean byText, @Nullable Duration callAfter) {

    public static final Manner TEXT = new Manner(true, null);
    public static final Manner CALL = new Manner(false, Duration.ZERO);

    /**
     * @param stepCallAfter after how long a step that texts first rings
     * @param grave false only for what is surely not grave
     * @param night whether it is night where she is on call
     */
    public static Manner of(Way way, Duration stepCallAfter, boolean grave, Choices choices, boolean night) {
        var quiet = !grave && switch (choices.quiet()) {
            case NEVER -> false;
            case AT_NIGHT -> night;
            case ALWAYS -> true;
        };
        if (quiet) {
            return TEXT;
        }
        return switch (way) {
            case TEXT -> new Manner(true, choices.callAfter());
            case VOICE -> CALL;
            case TEXT_THEN_CALL -> new Manner(true, sooner(stepCallAfter, choices.callAfter()));
        };
    }

    /** When she is rung after all, in a round that lasts so long: as she chose, or at once. */
    public Duration callWithin(Duration patience) {
        return callAfter == null ? Duration.ZERO : callAfter.compareTo(patience) < 0 ? callAfter : patience.dividedBy(2);
    }

    private static Duration sooner(Duration steps, @Nullable Duration hers) {
        return hers == null || hers.compareTo(steps) > 0 ? steps : hers;
    }
}
