package gateway.telling;

import gateway.telling.Notice.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/**
 * Whether a member is told now what she need only know. Pure. The first is told at once, and what follows within a minute in
 * one text. It takes the minute's text that is not kept for known numbers; where only those were told of, a third, and so
 * what has waited a minute already, unless two texts about others alone have gone: a known number's first waits for nothing.
 */
final class NoticePlan {

    static final Duration BETWEEN = Duration.ofMinutes(1);
    static final Duration HOUR = Duration.ofHours(1);
    /** So many texts an hour may tell a phone of what can wait. */
    static final int MOST_AN_HOUR = 20;
    /** What a number alone can cause is told so often. */
    static final Duration BETWEEN_NUMBERS_ALONE = Duration.ofMinutes(10);
    /** What has waited so long is told as a count. */
    static final Duration LONG_AGO = Duration.ofMinutes(5);

    /**
     * A text that left for her, or may leave any moment.
     *
     * @param known whether it told of a known number's alert
     */
    record Left(Instant at, boolean known) {}

    private NoticePlan() {}

    /**
     * When she was told last.
     *
     * @param notices what she need only know
     * @param known   a known number's alert, in its turn
     */
    record Told(Instant notices, Instant known) {}

    /**
     * What may be told now, however long it has waited.
     *
     * @param held        how many texts of the last hour told her of what can wait
     * @param numberAlone when she was last told of what a number alone can cause; {@code Instant.MIN} when she never was
     */
    static Set<Urgency> mayTell(int held, Instant numberAlone, Instant now) {
        var may = EnumSet.of(Urgency.AT_ONCE);
        if (held < MOST_AN_HOUR) {
            may.add(Urgency.HELD);
        }
        if (!numberAlone.isAfter(now.minus(BETWEEN_NUMBERS_ALONE))) {
            may.add(Urgency.NUMBER_ALONE);
        }
        return may;
    }

    /** @param oldest since when something waits to be told */
    static boolean tells(Collection<Left> texts, Told told, Instant oldest, Instant now) {
        var lately = texts.stream().filter(text -> text.at().isAfter(now.minus(DigestPlan.MINUTE))).toList();
        var overdue = !now.isBefore(oldest.plus(BETWEEN));
        var room = lately.size() <= 1 || lately.size() < DigestPlan.MOST_A_MINUTE
                && (overdue && told.known().isAfter(now.minus(DigestPlan.MINUTE)) || lately.stream().allMatch(Left::known));
        return room && !now.isBefore(told.notices().plus(BETWEEN));
    }
}
