package gateway.dispatch;

import gateway.alert.Ladder;
import gateway.alert.TimelineEntry;
import gateway.escalation.EscalationStep.Way;
import gateway.escalation.NextStep;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Role;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Whom a ladder asks now and in which order, who is passed over and why, and when it goes on. Pure: an empty step goes on at
 * once; the last resort is everybody, asked again after its wait, for ever, and when nobody on its roster can be asked, every
 * coordinator is.
 *
 * @param asked   those to be asked, each with the zone the report's time is told in
 * @param manners how each of them is asked
 */
public record StepPlan(List<Candidate> asked, Map<MemberId, Manner> manners, Ladder ladder, TimelineEntry.StepAsked entry) {

    /** Somebody on call for the step. */
    public record Candidate(Member member, ZoneId zone) {}

    /**
     * What stands in the way of asking people.
     *
     * @param reporting those whose phone has reported an unresolved alert
     * @param passed    those who have said "not me"; the last resort asks them all the same
     * @param later     those who asked not to be asked yet; the last resort does so when there is nobody else
     * @param doubted   those who are overdue in a station, or forced: nothing from their phones counts, so nobody waits for them
     */
    public record Obstacles(Set<MemberId> reporting, Set<MemberId> passed, Set<MemberId> later,
            Map<MemberId, SafetyTimer.Kind> doubted) {

        public Obstacles(Set<MemberId> reporting, Set<MemberId> passed) {
            this(reporting, passed, Set.of(), Map.of());
        }

        /** @param passed who has, and before when she asked not to be asked; once that moment has come nothing of it is left */
        static Obstacles of(Set<MemberId> reporting, Map<MemberId, Optional<Instant>> passed, Instant now) {
            var later = new HashSet<MemberId>();
            var not = new HashSet<MemberId>();
            passed.forEach((member, until) -> until.ifPresentOrElse(moment -> {
                if (moment.isAfter(now)) {
                    later.add(member);
                }
            }, () -> not.add(member)));
            return new Obstacles(reporting, not, later, Map.of());
        }

        Obstacles orNobody() {
            return new Obstacles(reporting, passed, Set.of(), doubted);
        }

        Obstacles but(Map<MemberId, SafetyTimer.Kind> nothingCounts) {
            return new Obstacles(reporting, passed, later, nothingCounts);
        }
    }

    /**
     * @param onCall       the members on call for the step's rosters
     * @param coordinators all coordinators, for when the last resort is empty
     * @param matching     whom of those who may be asked to ask first, and whom not while others are there
     */
    public static StepPlan of(Ladder ladder, NextStep next, List<Candidate> onCall, List<Candidate> coordinators,
            Obstacles obstacles, Matching matching, Instant now) {
        var lastResort = next instanceof NextStep.Exhausted;
        var skipped = new ArrayList<TimelineEntry.Skipped>();
        var mayBeAsked = new LinkedHashMap<MemberId, Candidate>();
        for (var candidate : onCall) {
            whyNot(candidate.member(), obstacles, lastResort).ifPresentOrElse(
                    why -> skipped.add(new TimelineEntry.Skipped(candidate.member().id(), why)),
                    () -> mayBeAsked.putIfAbsent(candidate.member().id(), candidate));
        }
        if (lastResort && mayBeAsked.isEmpty()) {
            add(mayBeAsked, coordinators, obstacles);
        }
        if (lastResort && mayBeAsked.isEmpty()) {
            // Silence is worse than asking somebody earlier than she wished.
            add(mayBeAsked, onCall, obstacles.orNobody());
            add(mayBeAsked, coordinators, obstacles.orNobody());
        }
        if (lastResort && mayBeAsked.isEmpty()) {
            // An old verification must not silence the only responder of a city.
            Stream.concat(onCall.stream(), coordinators.stream())
                    .filter(candidate -> whyNot(candidate.member().unexpired(), obstacles.orNobody(), true).isEmpty())
                    .forEach(candidate -> mayBeAsked.putIfAbsent(candidate.member().id(), candidate));
        }
        skipped.removeIf(passedOver -> mayBeAsked.containsKey(passedOver.member()));
        var choice = lastResort ? new Matching.Choice(matching.ordered(mayBeAsked.values()), List.of())
                : matching.among(mayBeAsked.values());
        skipped.addAll(choice.passedOver());
        var asked = choice.asked();
        var nextAt = switch (next) {
            case NextStep.Ask(var step, _) -> asked.isEmpty() ? now : now.plus(step.patience());
            case NextStep.Exhausted(_, var patience, _) -> now.plus(patience);
        };
        var climb = ladder.state().climb();
        var way = next instanceof NextStep.Ask(var step, _) ? step.way() : Way.TEXT;
        var callAfter = next instanceof NextStep.Ask(var step, _) ? step.callAfter() : Duration.ZERO;
        var manners = new HashMap<MemberId, Manner>();
        asked.forEach(candidate -> manners.put(candidate.member().id(), matching.manner(candidate, way, callAfter)));
        return new StepPlan(asked, Map.copyOf(manners), ladder.asked(next.after(), now, nextAt),
                new TimelineEntry.StepAsked(ladder.discipline(), climb.step(), next.after().round(), lastResort,
                        way.name().toLowerCase(Locale.ROOT).replace('_', '-'), members(asked, one -> true), List.copyOf(skipped), nextAt,
                        members(asked, one -> way != Way.TEXT && manner(manners, one).callAfter() == null),
                        members(asked, one -> way == Way.TEXT && manner(manners, one).callAfter() != null)));
    }

    Manner manner(Candidate candidate) {
        return manner(manners, candidate);
    }

    private static Manner manner(Map<MemberId, Manner> manners, Candidate candidate) {
        return Objects.requireNonNull(manners.get(candidate.member().id()));
    }

    private static List<MemberId> members(List<Candidate> asked, Predicate<Candidate> which) {
        return asked.stream().filter(which).map(candidate -> candidate.member().id()).toList();
    }

    private static void add(Map<MemberId, Candidate> asked, List<Candidate> candidates, Obstacles obstacles) {
        candidates.stream().filter(candidate -> whyNot(candidate.member(), obstacles, true).isEmpty())
                .forEach(candidate -> asked.putIfAbsent(candidate.member().id(), candidate));
    }

    /** Why somebody is not asked, as the word of the phrase {@code skip.<why>}. */
    static Optional<String> whyNot(Member member, Obstacles obstacles, boolean lastResort) {
        if (!member.barred().isEmpty()) {
            return Optional.of(member.barred().contains(gateway.member.BarReason.LOST) ? "lost" : "opted-out");
        }
        if (member.phone() == null) {
            return Optional.of("no-phone");
        }
        if (!member.verified()) {
            return Optional.of("unverified");
        }
        if (member.expired()) {
            return Optional.of("expired");
        }
        if (!member.is(Role.RESPONDER) && !member.is(Role.COORDINATOR)) {
            return Optional.of("no-responder");
        }
        if (obstacles.reporting().contains(member.id())) {
            return Optional.of("reported");
        }
        if (obstacles.doubted().containsKey(member.id())) {
            // Whoever forces her may read the timeline.
            return Optional.of(obstacles.doubted().get(member.id()) == SafetyTimer.Kind.INSIDE ? "overdue" : "others-first");
        }
        if (obstacles.later().contains(member.id())) {
            return Optional.of("later");
        }
        return !lastResort && obstacles.passed().contains(member.id()) ? Optional.of("passed") : Optional.empty();
    }
}
