package gateway.stories;

import gateway.TestHouse;
import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.asking.Standing;
import gateway.asking.StandingFor;
import gateway.dispatch.DispatchId;
import gateway.dispatch.DispatchState;
import gateway.escalation.EscalationPolicy;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.OnCall;
import gateway.safety.SafetyTimer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * All that a number alone may not take away, as it stands at one moment: who is asked, who has what and until when, what is due,
 * timers, PINs and shifts.
 *
 * @param gravities  of each alert that is not resolved; the gravest is 0
 * @param strangers  how each member would be asked for an alert that came now
 * @param standings  how each member is asked for each alert
 * @param live       the dispatches whose codes are alive
 * @param untold     alerts for which nobody can be asked
 * @param wrongPins  tries that count against PINs in calls that we place
 * @param onCall     who is on call at moments of the next day and a half
 */
record WhatStands(Instant at, Map<AlertId, Integer> gravities, Map<String, Standing> strangers, Map<AlertId, Map<String, Standing>> standings,
        Map<LadderId, Ladder> ladders, Map<DispatchId, DispatchState> live, List<String> untold, List<SafetyTimer> timers,
        Map<String, Set<?>> bars, long wrongPins, Map<String, Set<MemberId>> onCall) {

    private static final List<String> EVERYBODY = List.of("Rosa", "Amir", "Lina", "Noon");
    private static final Instant DAY = Instant.parse("2026-03-02T00:00:00Z");

    static WhatStands in(TestHouse house) {
        var now = house.clock.instant();
        var acts = house.house();
        return house.database(tx -> {
            var alerts = acts.unresolved(tx);
            var members = acts.members(tx).stream().filter(member -> EVERYBODY.contains(member.alias())).toList();
            var gravities = new HashMap<AlertId, Integer>();
            alerts.forEach(one -> gravities.put(one.id(), house.gravity(one.code())));
            var ladders = new HashMap<LadderId, Ladder>();
            acts.ladders(tx, alerts).forEach(ladder -> ladders.put(ladder.id(), ladder));
            var standings = StandingFor.of(tx, acts.dispatches(), acts.safetyTimers(), List.copyOf(gravities.keySet()), members);
            var strangers = StandingFor.of(tx, acts.dispatches(), acts.safetyTimers(), members);
            var live = new HashMap<DispatchId, DispatchState>();
            var bars = new HashMap<String, Set<?>>();
            tx.query("SELECT id, state FROM dispatch WHERE state IN ('asked', 'unreached', 'taken')", row -> live.put(
                    new DispatchId(row.id("id")), DispatchState.valueOf(row.text("state").toUpperCase(Locale.ROOT))));
            members.forEach(member -> bars.put(member.alias(), bars(member)));
            var wrongPins = tx.queryOne("SELECT count(*) AS count FROM pin WHERE wrong_tries > 0 OR barred_until IS NOT NULL",
                    row -> row.count("count")).orElseThrow();
            var onCall = new HashMap<String, Set<MemberId>>();
            for (var roster : acts.rosters(tx)) {
                for (var hour = 0; hour < 72; hour += 3) {
                    var then = DAY.plus(Duration.ofHours(hour));
                    onCall.put(roster.name() + " " + then, Set.copyOf(OnCall.at(roster, then)));
                }
            }
            return new WhatStands(now, gravities, strangers, standings, ladders, live, acts.nobodyAsked(tx), acts.timers(tx), bars,
                    wrongPins, onCall);
        });
    }

    private static Set<?> bars(Member member) {
        var bars = new HashSet<Object>(member.barred());
        if (!member.verified()) {
            bars.add("unverified");
        }
        if (member.refusedSince() != null) {
            bars.add("refused");
        }
        if (member.expired()) {
            bars.add("expired");
        }
        return bars;
    }

    /** What was taken away since, one line each; empty if nothing was. */
    List<String> lostIn(WhatStands later) {
        var lost = new ArrayList<String>();
        strangers.forEach((alias, standing) -> compare(lost, "a new alert", alias, standing, later.strangers.get(alias)));
        standings.forEach((alert, all) -> all.forEach((alias, standing) -> {
            if (later.standings.containsKey(alert)) {
                compare(lost, "alert " + alert, alias, standing, later.standings.get(alert).get(alias));
            }
        }));
        gravities.forEach((alert, gravity) -> {
            if (!later.gravities.containsKey(alert)) {
                lost.add(alert + " is no longer open");
            } else if (later.gravities.get(alert) > gravity) {
                lost.add(alert + " is less grave");
            }
        });
        ladders.forEach((id, ladder) -> {
            if (later.ladders.containsKey(id)) {
                compare(lost, ladder, later.ladders.get(id), later.at);
            }
        });
        later.ladders.values().forEach(ladder -> {
            if (ladder instanceof Ladder.Climbing(_, _, var dueAt, _) && dueAt.isAfter(later.at.plus(longestWait(ladder)))) {
                lost.add(ladder.discipline() + " asks nobody until " + dueAt);
            }
        });
        live.forEach((id, state) -> {
            if (!later.live.containsKey(id) || state == DispatchState.TAKEN && later.live.get(id) != state) {
                lost.add(id + " was " + state + " and is " + later.live.get(id));
            }
        });
        later.untold.forEach(number -> lost.add("nobody can be asked for " + number));
        timers.forEach(timer -> compare(lost, timer, later.timers));
        later.timers.stream().filter(SafetyTimer::proven).filter(timer -> timers.stream().noneMatch(was -> was.id().equals(timer.id())))
                .forEach(timer -> lost.add("a proven timer began"));
        if (!bars.equals(later.bars)) {
            lost.add("phones were " + bars + " and are " + later.bars);
        }
        if (later.wrongPins > 0) {
            lost.add(later.wrongPins + " PINs have wrong tries");
        }
        onCall.forEach((when, who) -> {
            if (!later.onCall.getOrDefault(when, Set.of()).containsAll(who)) {
                lost.add("somebody was taken off call: " + when);
            }
        });
        return lost;
    }

    private static void compare(List<String> lost, String what, String alias, Standing was, Standing is) {
        var last = is.turn() == Standing.Turn.LAST && (was.turn() == Standing.Turn.LAST || is.why().equals("said-inside"));
        if (is.turn() != was.turn() && is.turn() != Standing.Turn.FIRST && !last) {
            lost.add(what + ": " + alias + " was " + was + " and is " + is);
        }
    }

    private static void compare(List<String> lost, Ladder was, Ladder is, Instant now) {
        switch (was) {
            case Ladder.Acknowledged(_, var by, _, _, var checkInBy, _) -> {
                if (!(is instanceof Ladder.Acknowledged held) || !held.by().equals(by)) {
                    lost.add(was + " is no longer held: " + is);
                } else if (held.checkInBy().isAfter(checkInBy)) {
                    lost.add(was + " is checked in later: " + is);
                }
            }
            case Ladder.Climbing(_, _, var dueAt, _) -> {
                if (!(is instanceof Ladder.Climbing(_, _, var dueNow, _))) {
                    lost.add(was + " was climbing: " + is);
                } else if (dueAt.isAfter(now) && dueNow.isAfter(dueAt.plus(longestWait(was)))) {
                    lost.add(was + " is due later: " + is);
                }
            }
            case Ladder.Ended _ -> { }
        }
    }

    /** The longest that a step or the last resort waits in the network of the stories. */
    private static Duration longestWait(Ladder ladder) {
        return ladder.discipline().isBeside() ? EscalationPolicy.LAST_RESORT_WAIT_BESIDE : EscalationPolicy.LAST_RESORT_WAIT;
    }

    private static void compare(List<String> lost, SafetyTimer was, List<SafetyTimer> now) {
        var same = now.stream().filter(timer -> timer.member().equals(was.member()) && timer.proven() == was.proven()
                && timer.kind() == was.kind()).toList();
        if (same.isEmpty()) {
            lost.add("a timer was ended: " + was);
        } else if (same.stream().allMatch(timer -> timer.dueAt().isAfter(was.dueAt()))) {
            lost.add("a timer ends later: " + was);
        }
    }
}
