package gateway.duty;

import gateway.member.MemberId;
import gateway.roster.Cover.Change;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.Stint;
import gateway.roster.WallTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the promises of one roster want at a moment. Pure. Whoever comes on call is asked; who is on call for ever never
 * comes, and is not.
 *
 * @param toAsk  shifts for which nobody's word was asked yet, and now is
 * @param missed what was not given in time: those who were on before stay on
 * @param toTell what the coordinators hear of
 * @param over   what nothing more will come of
 */
record PromisePlan(List<Stint> toAsk, List<Promise> missed, List<Promise> toTell, List<Promise> over) {

    /** On the day before the shift. */
    static final LocalTime EVENING = LocalTime.of(18, 0);
    /** So long after the start coordinators hear nothing: she may have overslept, and whoever was on before is still there. */
    static final Duration GRACE = Duration.ofMinutes(15);
    /** Who was never asked is asked at the start; later nobody comes on call unexpectedly but by a human's doing. */
    private static final Duration AT_THE_START = Duration.ofMinutes(2);
    private static final Duration AHEAD = Duration.ofDays(3);
    static final Duration BEHIND = Duration.ofDays(1);

    /** @param known the promises of this roster that are not over */
    static PromisePlan of(Roster roster, List<Promise> known, Predicate<MemberId> askable, Instant now) {
        var comings = comings(roster, now);
        var toAsk = new ArrayList<Stint>();
        if (roster.rules().confirms()) {
            comings.stream()
                    .filter(shift -> askable.test(shift.member()) && known.stream().noneMatch(promise -> isFor(promise, shift)))
                    .filter(shift -> isAskedNow(shift, roster.zone(), now))
                    .forEach(toAsk::add);
        }
        var missed = new ArrayList<Promise>();
        var toTell = new ArrayList<Promise>();
        var over = new ArrayList<Promise>();
        for (var promise : known) {
            var stands = roster.rules().confirms() && now.isBefore(promise.shift().to()) && isStill(roster, promise, comings, now);
            if (!stands) {
                over.add(promise);
            } else if (promise.state() == PromiseState.ASKED && !now.isBefore(promise.shift().from())) {
                missed.add(promise);
            } else if (promise.state() == PromiseState.MISSED && !now.isBefore(promise.shift().from().plus(GRACE))) {
                toTell.add(promise);
            }
        }
        return new PromisePlan(List.copyOf(toAsk), List.copyOf(missed), List.copyOf(toTell), List.copyOf(over));
    }

    /** Those who were on call just before, would not be for all of her shift, and whom nobody has taken off by a cover. */
    static List<MemberId> whoStays(Roster roster, Roster withoutStays, Stint coming, Predicate<MemberId> askable,
            Predicate<MemberId> kept) {
        var from = coming.from();
        var hers = OnCall.stretches(withoutStays, from, coming.to());
        var before = OnCall.at(roster, from.minusMillis(1)).stream()
                .filter(member -> !member.equals(coming.member()) && askable.test(member) && !isTakenOff(roster, member, from))
                .filter(member -> !hers.stream().allMatch(stretch -> stretch.onCall().contains(member)))
                .toList();
        var those = before.stream().filter(kept).toList();
        return those.isEmpty() ? before : those;
    }

    /** Every shift that begins, or began, about now. */
    private static List<Stint> comings(Roster roster, Instant now) {
        var from = now.minus(BEHIND);
        return OnCall.shifts(roster, from, now.plus(AHEAD)).stream().filter(shift -> shift.from().isAfter(from)).toList();
    }

    /** Where the shift began longer ago, whoever is on call still has it. */
    private static boolean isStill(Roster roster, Promise promise, List<Stint> comings, Instant now) {
        var shift = promise.shift();
        return shift.from().isAfter(now.minus(BEHIND)) ? comings.stream().anyMatch(coming -> isFor(promise, coming))
                : OnCall.at(roster, now).contains(shift.member());
    }

    private static boolean isAskedNow(Stint shift, ZoneId zone, Instant now) {
        if (now.isBefore(shift.from())) {
            return !now.isBefore(evening(shift, zone)) && WakingHours.hold(now, zone);
        }
        return now.isBefore(shift.from().plus(AT_THE_START)) && now.isBefore(shift.to());
    }

    static Instant evening(Stint shift, ZoneId zone) {
        return WallTime.momentOf(LocalDate.ofInstant(shift.from(), zone).minusDays(1).atTime(EVENING), zone);
    }

    private static boolean isFor(Promise promise, Stint shift) {
        return promise.shift().member().equals(shift.member()) && promise.shift().from().equals(shift.from());
    }

    private static boolean isTakenOff(Roster roster, MemberId member, Instant at) {
        return roster.covers().stream()
                .filter(cover -> !at.isBefore(cover.from()) && at.isBefore(cover.to()))
                .flatMap(cover -> switch (cover.change()) {
                    case Change.Add _ -> Optional.<MemberId>empty().stream();
                    case Change.Remove(var gone) -> Optional.of(gone).stream();
                    case Change.StandIn(_, var away) -> Optional.of(away).stream();
                })
                .anyMatch(member::equals);
    }
}
