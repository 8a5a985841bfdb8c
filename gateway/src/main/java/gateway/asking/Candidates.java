package gateway.asking;

import gateway.asking.StepPlan.Candidate;
import gateway.database.Transaction;
import gateway.escalation.NextStep;
import gateway.member.Members;
import gateway.roster.OnCall;
import gateway.roster.Rosters;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Whom a step means at a moment, before it is said who of them is passed over. */
public final class Candidates {

    private final Rosters rosters;
    private final Members members;

    public Candidates(Rosters rosters, Members members) {
        this.rosters = rosters;
        this.members = members;
    }

    /** @param zone in which those named by themselves are told the time of the report, who have no roster's */
    public List<Candidate> of(Transaction tx, NextStep next, ZoneId zone, Instant now) {
        var candidates = new ArrayList<Candidate>();
        for (var id : next.rosters()) {
            rosters.find(tx, id).ifPresent(roster -> OnCall.at(roster, now).stream()
                    .flatMap(member -> members.find(tx, member).stream())
                    .forEach(member -> candidates.add(new Candidate(member, roster.zone()))));
        }
        next.members().forEach(named -> members.find(tx, named)
                .ifPresent(member -> candidates.add(new Candidate(member, zone))));
        return List.copyOf(candidates);
    }
}
