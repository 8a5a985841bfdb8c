package gateway.console;

import gateway.alert.AlertId;
import gateway.alert.Beginning;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.alert.TimelineEntry;
import gateway.codebook.Code;
import gateway.dispatch.Matching;
import gateway.dispatch.Obstacles;
import gateway.dispatch.StepPlan;
import gateway.dispatch.StepPlan.Candidate;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.NextStep;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Role;
import gateway.roster.Discipline;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Who would be asked, in which order, if a report came at some moment and everybody were silent. Pure, and made of nothing
 * but what the gateway itself runs: the policy's {@code after}, {@code OnCall.at}, {@code StepPlan} and its {@code Matching}.
 */
record WhatIf(EscalationPolicy policy, Map<RosterId, Roster> rosters, Map<MemberId, Member> members, Known known) {

    private static final UUID NO_ALERT = new UUID(0, 0);
    private static final int MOST_STEPS = 60;

    /** What is known of those who may be asked, by now, as it counts at some moment. */
    interface Known {
        Matching of(Collection<Candidate> candidates, Instant at);
    }

    /**
     * One step of one ladder, and the moment it would be asked at.
     *
     * @param patience how long it waits for an answer where somebody can be asked
     */
    record Rung(Discipline ladder, Instant at, List<RosterId> rosters, List<MemberId> named, Duration patience,
            TimelineEntry.StepAsked step) {}

    /** The ladders' steps until the last resort has been asked once, in the order in which they would be asked. */
    List<Rung> rungs(Code code, Instant at) {
        var rungs = new ArrayList<Rung>(climb(Discipline.PEER_ADVOCATE, at));
        Beginning.wanted(List.of(code)).stream().filter(policy::asks).forEach(beside -> rungs.addAll(climb(beside, at)));
        return List.copyOf(rungs);
    }

    /** One ladder's steps until the last resort has been asked once. */
    List<Rung> climb(Discipline discipline, Instant begins) {
        var rungs = new ArrayList<Rung>();
        var ladder = Ladder.start(new LadderId(NO_ALERT), new AlertId(NO_ALERT), discipline, policy.id(), begins);
        var askedAt = new HashMap<MemberId, Instant>();
        var now = begins;
        while (rungs.size() < MOST_STEPS) {
            var next = policy.after(discipline, ladder.state().climb());
            var asks = next.rosters();
            var onCall = asked(next, now);
            var coordinators = coordinators(onCall);
            var matching = known.of(Stream.concat(onCall.stream(), coordinators.stream()).toList(), now).after(askedAt);
            var plan = StepPlan.of(ladder, next, onCall, coordinators, Obstacles.NONE, matching, now);
            for (var asked : plan.entry().asked()) {
                askedAt.put(asked, now);
            }
            var patience = switch (next) {
                case NextStep.Ask(var step, _) -> step.patience();
                case NextStep.Exhausted(_, var wait, _) -> wait;
            };
            rungs.add(new Rung(discipline, now, asks, next.members(), patience, plan.entry()));
            if (next instanceof NextStep.Exhausted) {
                break;
            }
            ladder = plan.ladder();
            now = plan.entry().nextAt();
        }
        return rungs;
    }

    private List<Candidate> asked(NextStep next, Instant now) {
        var onCall = onCall(next.rosters(), now);
        var zone = rosters.values().stream().map(Roster::zone).findFirst().orElse(ZoneOffset.UTC);
        var named = next.members().stream().flatMap(id -> Optional.ofNullable(members.get(id)).stream())
                .map(member -> new Candidate(member, zone));
        return Stream.concat(onCall.stream(), named).toList();
    }

    private List<Candidate> onCall(List<RosterId> asks, Instant now) {
        return asks.stream()
                .flatMap(id -> Optional.ofNullable(rosters.get(id)).stream())
                .flatMap(roster -> OnCall.at(roster, now).stream()
                        .flatMap(id -> Optional.ofNullable(members.get(id)).stream())
                        .map(member -> new Candidate(member, roster.zone())))
                .toList();
    }

    private List<Candidate> coordinators(List<Candidate> onCall) {
        ZoneId zone = onCall.stream().map(Candidate::zone).findFirst().orElse(ZoneOffset.UTC);
        return members.values().stream()
                .filter(member -> member.is(Role.COORDINATOR))
                .sorted(Comparator.comparing(member -> member.alias().toLowerCase(Locale.ROOT)))
                .map(member -> new Candidate(member, zone))
                .toList();
    }
}
