package gateway.console.rosters;

import gateway.alert.AlertId;
import gateway.alert.Beginning;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.asking.Matching;
import gateway.asking.Reach;
import gateway.asking.StepPlan;
import gateway.asking.StepPlan.Candidate;
import gateway.asking.Widening;
import gateway.codebook.Code;
import gateway.entry.AskingEntry;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.NextStep;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.safety.Obstacles;
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
 * but what the gateway itself runs: the policy's {@code after}, {@code OnCall.at}, {@code Widening}, {@code StepPlan}
 * and its {@code Matching}.
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
     * @param patience   how long it waits for an answer where somebody can be asked
     * @param reach      how far a round of the last resort reaches; a step reaches nobody beyond its own
     * @param companions who would be asked to come beside, and may not take it
     */
    record Rung(Discipline ladder, Instant at, List<RosterId> rosters, List<MemberId> named, Duration patience,
            AskingEntry.StepAsked step, Reach reach, List<MemberId> companions) {}

    /** The ladders' steps, and the rounds of the last resort that reach further, in the order in which they would be asked. */
    List<Rung> rungs(Code code, Instant at) {
        var rungs = new ArrayList<Rung>(climb(Discipline.PEER_ADVOCATE, at));
        Beginning.wanted(List.of(code)).stream().filter(policy::asks).forEach(beside -> rungs.addAll(climb(beside, at)));
        return List.copyOf(rungs);
    }

    /** One ladder's steps, and the first round of the last resort, with each later one that reaches further. */
    List<Rung> climb(Discipline discipline, Instant begins) {
        var rungs = new ArrayList<Rung>();
        var ladder = Ladder.start(new LadderId(NO_ALERT), new AlertId(NO_ALERT), discipline, policy.id(), begins);
        var askedAt = new HashMap<MemberId, Instant>();
        var now = begins;
        var reached = Optional.<Reach>empty();
        var widest = Reach.widest(discipline.isRequired());
        while (rungs.size() < MOST_STEPS && reached.filter(widest::equals).isEmpty()) {
            var next = policy.after(discipline, ladder.climb());
            var rung = rung(ladder, next, askedAt, now);
            var isLast = next instanceof NextStep.Exhausted;
            if (!isLast || reached.filter(rung.reach::equals).isEmpty()) {
                rungs.add(rung);
            }
            reached = isLast ? Optional.of(rung.reach) : reached;
            rung.step.asked().forEach(asked -> askedAt.put(asked, rung.at));
            ladder = ladder.asked(next.after(), rung.step.nextAt());
            now = rung.step.nextAt();
        }
        return rungs;
    }

    private Rung rung(Ladder.Climbing ladder, NextStep next, Map<MemberId, Instant> askedAt, Instant now) {
        var discipline = ladder.discipline();
        var isLast = next instanceof NextStep.Exhausted;
        var own = asked(next, now);
        var widening = widening(own);
        var wider = isLast ? widening.of(discipline, next.after().round()) : Widening.NOBODY;
        var meant = Stream.concat(own.stream(), wider.asked().stream()).toList();
        var matching = known.of(Stream.concat(meant.stream(), wider.ifNobody().stream()).toList(), now).after(askedAt);
        var plan = StepPlan.of(ladder, next, meant, wider.ifNobody(), Obstacles.NONE, matching, now);
        var patience = switch (next) {
            case NextStep.Ask(var step, _) -> step.patience();
            case NextStep.Exhausted(_, var wait, _) -> wait;
        };
        var reach = isLast ? Widening.reach(discipline, plan) : Reach.LAST_RESORT;
        var companions = reach.takesIn(Reach.COMPANIONS) ? widening.others(plan.asked()).stream().map(Candidate::member)
                .filter(member -> StepPlan.whyNot(member, Obstacles.NONE, false).isEmpty()).map(Member::id).toList() : List.<MemberId>of();
        return new Rung(discipline, now, next.rosters(), next.members(), patience, plan.entry(), reach, companions);
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

    private Widening widening(List<Candidate> onCall) {
        ZoneId zone = onCall.stream().map(Candidate::zone).findFirst().orElse(ZoneOffset.UTC);
        return new Widening(rosters.values().stream().sorted(Comparator.comparing(Roster::name)).toList(), members.values().stream()
                .sorted(Comparator.comparing(member -> member.alias().toLowerCase(Locale.ROOT))).toList(), zone);
    }
}
