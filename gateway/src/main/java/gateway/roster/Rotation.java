package gateway.roster;

import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Members who are on call by turns, in their order and over again. Hand-overs are times on the wall, so that a rotation
 * handed over at nine is handed over at nine in summer and in winter; the turn between may be an hour longer or shorter.
 *
 * @param members in the order of their turns; one may stand in it more than once
 * @param every   how long a turn lasts by the wall's clock, in whole hours
 * @param starts  when the first turn begins; before it nobody is on call by this rotation
 * @param hours   the hours of the week in which whoever's turn it is, is on call
 */
public record Rotation(List<MemberId> members, Duration every, LocalDateTime starts, Hours hours) {

    public Rotation {
        if (members.isEmpty() || !every.isPositive()) {
            throw new IllegalArgumentException("a rotation has members, and turns that last");
        }
    }

    /** How far the wall's clock may lie behind where it once stood: an hour comes twice, and at the date line a day could. */
    private static final Duration FURTHEST_OFF = Duration.ofHours(30);

    /** Whose turn it is, whether or not the hours are such that she is on call. */
    Optional<MemberId> turnAt(Instant instant, ZoneId zone) {
        var turn = turnNumber(instant, zone);
        return turn < 0 ? Optional.empty() : Optional.of(members.get((int) (turn % members.size())));
    }

    /** Each hand-over, the first included, from shortly before the one instant until shortly after the other. */
    List<Instant> handOvers(Instant from, Instant to, ZoneId zone) {
        return LongStream.rangeClosed(Math.max(0, turnNumber(from, zone)), turnNumber(to, zone) + 1)
                .mapToObj(turn -> handOver(turn, zone))
                .toList();
    }

    /** The last turn that has begun, by search among those that may be it; -1 before the first. */
    private long turnNumber(Instant instant, ZoneId zone) {
        var about = Duration.between(starts, LocalDateTime.ofInstant(instant, zone));
        var begun = Math.floorDiv(about.minus(FURTHEST_OFF).toHours(), every.toHours()) - 1;
        var notBegun = Math.floorDiv(about.plus(FURTHEST_OFF).toHours(), every.toHours()) + 2;
        while (begun + 1 < notBegun) {
            var middle = Math.floorDiv(begun + notBegun, 2);
            if (handOver(middle, zone).isAfter(instant)) {
                notBegun = middle;
            } else {
                begun = middle;
            }
        }
        return Math.max(-1, begun);
    }

    private Instant handOver(long turn, ZoneId zone) {
        return WallTime.momentOf(starts.plusHours(turn * every.toHours()), zone);
    }
}
