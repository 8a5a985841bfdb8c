package gateway.contact;

import java.time.Duration;
import java.time.LocalTime;
import java.util.random.RandomGenerator;

/**
 * Whether a reporter's phone may be told anything at all. Silence is the default; a cover reply goes only where an
 * organisation chose so, to a phone that nothing presumes seized, by day. Pure.
 */
public final class ReplyRule {

    private static final LocalTime MORNING = LocalTime.of(7, 0);
    private static final LocalTime NIGHT = LocalTime.of(21, 0);
    private static final int SHORTEST_SECONDS = 30;
    private static final int LONGEST_SECONDS = 120;

    private ReplyRule() {}

    /** What may be done now, and why not. The words are those of the phrases {@code reply.<word>}. */
    public enum Verdict {
        COVER, HOTLINE_IS_SILENT, CHOSEN_SILENCE, PRESUMED_SEIZED, NOT_A_NUMBER, NIGHT;

        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * @param strangersGetCover whether the hotline answers strangers with a cover reply
     * @param localTime         the time of day where the hotline is
     */
    public static Verdict verdict(ContactPoint phone, boolean strangersGetCover, LocalTime localTime) {
        if (phone.presumedSeized()) {
            return Verdict.PRESUMED_SEIZED;
        }
        if (!phone.isNumber()) {
            return Verdict.NOT_A_NUMBER;
        }
        if (phone.replyMode() == ReplyMode.SILENT) {
            return Verdict.CHOSEN_SILENCE;
        }
        if (phone.replyMode() == null && !strangersGetCover) {
            return Verdict.HOTLINE_IS_SILENT;
        }
        if (localTime.isBefore(MORNING) || !localTime.isBefore(NIGHT)) {
            return Verdict.NIGHT;
        }
        return Verdict.COVER;
    }

    /** How long to wait, so that the reply does not look like a machine's answer to the text before it. */
    public static Duration delay(RandomGenerator random) {
        return Duration.ofSeconds(random.nextInt(SHORTEST_SECONDS, LONGEST_SECONDS + 1));
    }
}
