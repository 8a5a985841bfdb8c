package gateway.dispatch;

import gateway.alert.Ladder;
import gateway.alert.TimelineEntry;
import gateway.escalation.NextStep;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Role;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a ladder asks now, who is passed over and why, and when it goes on. Pure: an empty step goes on at once; the last
 * resort is asked again after its wait, for ever, and when nobody on its roster can be asked, every coordinator is.
 *
 * @param asked those to be asked, each with the zone the report's time is told in
 */
public record StepPlan(List<Candidate> asked, Ladder ladder, TimelineEntry.StepAsked entry) {

    /** Somebody on call for the step. */
    public record Candidate(Member member, ZoneId zone) {}

    /**
     * What stands in the way of asking people.
     *
     * @param reporting those whose phone has reported an unresolved alert
     * @param passed    those who have said "not me"; the last resort asks them all the same
     * @param later     those who asked not to be asked yet; the last resort does so when there is nobody else
     */
    public record Obstacles(Set<MemberId> reporting, Set<MemberId> passed, Set<MemberId> later) {

        public Obstacles(Set<MemberId> reporting, Set<MemberId> passed) {
            this(reporting, passed, Set.of());
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
            return new Obstacles(reporting, not, later);
        }

        Obstacles orNobody() {
            return new Obstacles(reporting, passed);
        }
    }

    /**
     * @param onCall       the members on call for the step's rosters
     * @param coordinators all coordinators, for when the last resort is empty
     */
    public static StepPlan of(Ladder ladder, NextStep next, List<Candidate> onCall, List<Candidate> coordinators,
            Obstacles obstacles, Instant now) {
        var lastResort = next instanceof NextStep.Exhausted;
        var skipped = new ArrayList<TimelineEntry.Skipped>();
        var asked = new LinkedHashMap<MemberId, Candidate>();
        for (var candidate : onCall) {
            whyNot(candidate.member(), obstacles, lastResort).ifPresentOrElse(
                    why -> skipped.add(new TimelineEntry.Skipped(candidate.member().id(), why)),
                    () -> asked.putIfAbsent(candidate.member().id(), candidate));
        }
        if (lastResort && asked.isEmpty()) {
            add(asked, coordinators, obstacles);
        }
        if (lastResort && asked.isEmpty()) {
            // Silence is worse than asking somebody earlier than she wished.
            add(asked, onCall, obstacles.orNobody());
            add(asked, coordinators, obstacles.orNobody());
            skipped.removeIf(passedOver -> asked.containsKey(passedOver.member()));
        }
        var nextAt = switch (next) {
            case NextStep.Ask(var step, _) -> asked.isEmpty() ? now : now.plus(step.patience());
            case NextStep.Exhausted(_, var patience, _) -> now.plus(patience);
        };
        var climb = ladder.state().climb();
        var way = switch (next) {
            case NextStep.Ask(var step, _) -> step.way().name().toLowerCase(Locale.ROOT).replace('_', '-');
            case NextStep.Exhausted _ -> "text";
        };
        return new StepPlan(List.copyOf(asked.values()), ladder.asked(next.after(), now, nextAt),
                new TimelineEntry.StepAsked(ladder.discipline(), climb.step(), next.after().round(), lastResort, way,
                        List.copyOf(asked.keySet()), List.copyOf(skipped), nextAt));
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
        if (!member.is(Role.RESPONDER) && !member.is(Role.COORDINATOR)) {
            return Optional.of("no-responder");
        }
        if (obstacles.reporting().contains(member.id())) {
            return Optional.of("reported");
        }
        if (obstacles.later().contains(member.id())) {
            return Optional.of("later");
        }
        return !lastResort && obstacles.passed().contains(member.id()) ? Optional.of("passed") : Optional.empty();
    }
}
