package gateway.roster;

import gateway.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Who is on call, and where nobody is. Shifts, rotations and surge plans together say who; the covers are laid over them.
 * What makes it safe where clocks are changed is one rule: {@link WallTime}. Pure.
 */
public final class OnCall {

    private OnCall() {}

    /** Whose time it is, each member once: of the shifts in their order, then the rotations, the surges and the covers. */
    public static List<MemberId> at(Roster roster, Instant instant) {
        var zone = roster.zone();
        var onCall = new ArrayList<MemberId>();
        for (var shift : roster.shifts()) {
            if (shift.hours().contain(instant, zone)) {
                onCall.add(shift.member());
            }
        }
        for (var rotation : roster.rotations()) {
            if (rotation.hours().contain(instant, zone)) {
                rotation.turnAt(instant, zone).ifPresent(onCall::add);
            }
        }
        for (var surge : roster.surges()) {
            if (surge.contains(instant, zone)) {
                onCall.add(surge.member());
            }
        }
        for (var cover : roster.covers()) {
            if (cover.holds(instant)) {
                cover.layOver(onCall);
            }
        }
        return List.copyOf(new LinkedHashSet<>(onCall));
    }

    /** All the time between the two instants, cut wherever somebody comes or goes; none is like the one before it. */
    public static List<Stretch> stretches(Roster roster, Instant from, Instant to) {
        var stretches = new ArrayList<Stretch>();
        var moments = List.copyOf(changes(roster, from, to));
        for (var i = 0; i + 1 < moments.size(); i++) {
            var start = moments.get(i);
            var closed = roster.closed().stream().anyMatch(hours -> hours.contain(start, roster.zone()));
            var next = new Stretch(start, moments.get(i + 1), at(roster, start), closed);
            if (!stretches.isEmpty() && next.continues(stretches.getLast())) {
                next = new Stretch(stretches.removeLast().from(), next.to(), next.onCall(), closed);
            }
            stretches.add(next);
        }
        return List.copyOf(stretches);
    }

    /** When, between the two instants, nobody is on call, outside closed hours; in their order, none touching the next. */
    public static List<Gap> gaps(Roster roster, Instant from, Instant to) {
        return gaps(roster, from, to, member -> true);
    }

    /** As before, but a member who cannot be asked counts as nobody. */
    public static List<Gap> gaps(Roster roster, Instant from, Instant to, Predicate<MemberId> askable) {
        var gaps = new ArrayList<Gap>();
        for (var stretch : stretches(roster, from, to)) {
            if (!stretch.closed() && stretch.onCall().stream().noneMatch(askable)) {
                var touches = !gaps.isEmpty() && gaps.getLast().to().equals(stretch.from());
                gaps.add(new Gap(touches ? gaps.removeLast().from() : stretch.from(), stretch.to()));
            }
        }
        return List.copyOf(gaps);
    }

    /** Every member's times on call between the two instants, cut at both, in the order in which they begin. */
    public static List<Stint> shifts(Roster roster, Instant from, Instant to) {
        var stints = new ArrayList<Stint>();
        var running = new HashMap<MemberId, Stint>();
        for (var stretch : stretches(roster, from, to)) {
            for (var member : stretch.onCall()) {
                running.merge(member, new Stint(member, stretch.from(), stretch.to()), (before, now) -> {
                    if (before.to().equals(now.from())) {
                        return new Stint(member, before.from(), now.to());
                    }
                    stints.add(before);
                    return now;
                });
            }
        }
        stints.addAll(running.values());
        stints.sort(Comparator.comparing(Stint::from).thenComparing(stint -> stint.member().toString()));
        return List.copyOf(stints);
    }

    /** Every moment at which somebody can come or go, the two ends among them. */
    private static NavigableSet<Instant> changes(Roster roster, Instant from, Instant to) {
        var zone = roster.zone();
        var first = LocalDate.ofInstant(from, zone);
        var last = LocalDate.ofInstant(to, zone);
        var hours = Stream.concat(roster.closed().stream(), Stream.concat(
                roster.shifts().stream().map(Shift::hours), roster.rotations().stream().map(Rotation::hours)));
        var spans = Stream.of(
                hours.flatMap(some -> some.spans(first, last, zone)),
                roster.surges().stream().flatMap(surge -> surge.spans(first, last, zone)),
                roster.covers().stream().map(cover -> new Span(cover.from(), cover.to())));
        var moments = new TreeSet<Instant>();
        spans.flatMap(some -> some).forEach(span -> {
            moments.add(span.from());
            moments.add(span.to());
        });
        roster.rotations().forEach(rotation -> moments.addAll(rotation.handOvers(from, to, zone)));
        if (!from.isBefore(to)) {
            return new TreeSet<>();
        }
        moments.add(from);
        moments.add(to);
        return new TreeSet<>(moments.subSet(from, true, to, true));
    }
}
