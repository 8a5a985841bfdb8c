package gateway.telling;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.stream.Stream;

/**
 * Whether a responder is texted about alerts now, and how she stands afterwards. Pure. Whatever waits goes in one text.
 * Of any minute's three texts two are kept for known numbers, half a minute apart at least, so that strangers, however
 * many, delay none of them: strangers have one a minute, and a second only where nothing of that is touched.
 *
 * @param tells whether a text goes now, about all that waits
 */
record DigestPlan(boolean tells, Pace pace) {

    /** No responder gets more texts about alerts in a minute. */
    static final int MOST_A_MINUTE = 3;
    private static final int KEPT_FOR_KNOWN = 2;
    static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration BETWEEN_KNOWN = Duration.ofSeconds(30);
    /** Where the minute is free, earlier, so that an alert is told of within a minute also when the climb has fallen behind. */
    private static final Duration BETWEEN_STRANGERS = Duration.ofSeconds(40);
    /** A sweep that was not told of is graver than a minute's quiet. */
    private static final Duration BEFORE_A_SWEEP = Duration.ofSeconds(30);
    /** So much later than its turn may whoever waits be told: the texts that left are not looked at in between. */
    static final Duration LOOK_AGAIN = Duration.ofSeconds(1);
    private static final Waiting NOBODY = new Waiting(false, false, false, false);

    /**
     * Who waits to be told of.
     *
     * @param sweep whether the strangers' are a likely sweep
     * @param again whether all that waits is one alert she has been told of, which is asked afresh: a call has got its
     *              code, or it is graver than it was; half of a thing is not left standing for the sake of quiet
     */
    record Waiting(boolean known, boolean strangers, boolean sweep, boolean again) {}

    /** @param texts when the responder's texts about alerts left; one that may leave any moment leaves now */
    static DigestPlan of(Waiting waiting, Pace pace, Collection<Instant> texts, Instant now) {
        var lately = (int) texts.stream().filter(left -> left.isAfter(now.minus(MINUTE))).count();
        var room = lately < MOST_A_MINUTE;
        var spare = lately <= MOST_A_MINUTE - KEPT_FOR_KNOWN;
        var again = waiting.again && spare;
        var forKnown = waiting.known && room && !now.isBefore(pace.knownAt().plus(BETWEEN_KNOWN));
        var forStrangers = waiting.strangers && room && !now.isBefore(pace.strangersAt().plus(rest(waiting, pace, spare)));
        if (!again && !forKnown && !forStrangers) {
            return new DigestPlan(false, looked(pace, waiting, now));
        }
        var told = new Pace(forKnown ? now : pace.knownAt(), waiting.strangers ? now : pace.strangersAt(),
                waiting.strangers ? waiting.sweep : pace.ofASweep(), pace.knownFrom(), pace.strangersFrom());
        return new DigestPlan(true, looked(told, NOBODY, now));
    }

    /** Only when at most one text went in this minute may strangers have another: then two are left for known numbers. */
    private static Duration rest(Waiting waiting, Pace pace, boolean spare) {
        if (!spare) {
            return MINUTE;
        }
        return waiting.sweep && !pace.ofASweep() ? BEFORE_A_SWEEP : BETWEEN_STRANGERS;
    }

    /** Whoever comes when nobody waits is looked at at once; who waits, when her turn may have come. */
    private static Pace looked(Pace pace, Waiting still, Instant now) {
        var again = now.plus(LOOK_AGAIN);
        var known = pace.knownAt().plus(BETWEEN_KNOWN);
        var strangers = Stream.of(again, pace.strangersAt().plus(BETWEEN_STRANGERS), pace.strangersAt().plus(MINUTE))
                .filter(moment -> moment.isAfter(now)).min(Instant::compareTo).orElse(again);
        var knownFrom = known.isAfter(now) ? known : again;
        return new Pace(pace.knownAt(), pace.strangersAt(), pace.ofASweep(), still.known ? knownFrom : now,
                still.strangers ? strangers : now);
    }
}
