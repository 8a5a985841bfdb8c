package gateway.asking;

import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whom a round of the last resort rings beside its texts. Pure. Whoever was never rung for the alert is, once. Then calls go
 * round: those who were rung least lately, so many that each has her turn about three times an hour, and nobody oftener. For
 * what is surely not grave only those are rung again who chose to be.
 */
final class RoundRings {

    /** No phone is rung oftener in an hour for one alert that nobody has. */
    static final int MOST_AN_HOUR = 3;
    static final Duration HOUR = Duration.ofHours(1);
    /** So far apart, but for a second call that follows one that came to nothing. */
    static final Duration APART = Duration.ofMinutes(20);

    private RoundRings() {}

    /**
     * @param asked    whom the round asks and may ring, in the order in which they are best asked
     * @param again    who may be rung again, having been rung for this alert before
     * @param rang     when each was rung for this alert, and is about to be; in any order
     * @param patience how long the round lasts
     */
    static Set<MemberId> of(List<MemberId> asked, Set<MemberId> again, Map<MemberId, List<Instant>> rang, Duration patience, Instant now) {
        var rung = new HashSet<MemberId>();
        asked.stream().filter(member -> rang.getOrDefault(member, List.of()).isEmpty()).forEach(rung::add);
        asked.stream().distinct()
                .filter(member -> !rung.contains(member) && again.contains(member) && hasRoom(rang.getOrDefault(member, List.of()), now))
                .filter(member -> !last(rang, member).plus(APART).isAfter(now))
                .sorted(Comparator.comparing(member -> last(rang, member)))
                .limit(turns(asked.size(), patience))
                .forEach(rung::add);
        return Set.copyOf(rung);
    }

    /** Whether a phone may be rung once more for an alert that nobody has. */
    static boolean hasRoom(List<Instant> rang, Instant now) {
        return rang.stream().filter(at -> at.isAfter(now.minus(HOUR))).count() < MOST_AN_HOUR;
    }

    /** So many a round give each of so many people three turns an hour. */
    private static long turns(int people, Duration patience) {
        return Math.max(1, Math.ceilDiv((long) people * MOST_AN_HOUR * patience.toSeconds(), HOUR.toSeconds()));
    }

    private static Instant last(Map<MemberId, List<Instant>> rang, MemberId member) {
        return rang.getOrDefault(member, List.of()).stream().max(Comparator.naturalOrder()).orElse(Instant.MIN);
    }
}
