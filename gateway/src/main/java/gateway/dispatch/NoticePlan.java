package gateway.dispatch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;

/**
 * Whether a member is told now what she need only know. Pure. The first is told at once, and what follows within a minute in
 * one text. It takes the minute's text that is not kept for known numbers; where only those were told of, a third, and so
 * what has waited a minute already, unless two texts about others alone have gone: a known number's first waits for nothing.
 */
final class NoticePlan {

    static final Duration BETWEEN = Duration.ofMinutes(1);

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

    /** @param oldest since when something waits to be told */
    static boolean tells(Collection<Left> texts, Told told, Instant oldest, Instant now) {
        var lately = texts.stream().filter(text -> text.at().isAfter(now.minus(DigestPlan.MINUTE))).toList();
        var overdue = !now.isBefore(oldest.plus(BETWEEN));
        var room = lately.size() <= 1 || lately.size() < DigestPlan.MOST_A_MINUTE
                && (overdue && told.known().isAfter(now.minus(DigestPlan.MINUTE)) || lately.stream().allMatch(Left::known));
        return room && !now.isBefore(told.notices().plus(BETWEEN));
    }
}
