package gateway.dispatch;

import gateway.alert.Ladder;
import gateway.database.Transaction;
import gateway.dispatch.StepPlan.Candidate;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.member.Role;
import gateway.roster.Roster;
import gateway.roster.Rosters;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Whom a round of the last resort means beyond its roster, as far as {@link Reach} goes. */
final class Widening {

    /** A step's, which is no last resort. */
    static final Wider NOBODY = new Wider(List.of(), List.of());

    private final Rosters rosters;
    private final Members members;

    Widening(Rosters rosters, Members members) {
        this.rosters = rosters;
        this.members = members;
    }

    /**
     * Those beyond the last resort's roster.
     *
     * @param asked    those this round asks beside it
     * @param ifNobody those it asks when nobody of the others can be
     */
    record Wider(List<Candidate> asked, List<Candidate> ifNobody) {}

    Wider of(Transaction tx, Ladder ladder, Reach reach, ZoneId zone) {
        var discipline = ofDiscipline(tx, ladder);
        var coordinators = members.coordinators(tx).stream().map(member -> new Candidate(member, zone)).toList();
        var asked = new ArrayList<Candidate>();
        if (reach.takesIn(Reach.DISCIPLINE)) {
            asked.addAll(discipline);
        }
        if (reach.takesIn(Reach.COORDINATORS)) {
            asked.addAll(coordinators);
        }
        var ifNobody = new ArrayList<>(coordinators);
        ifNobody.addAll(discipline);
        return new Wider(List.copyOf(asked), List.copyOf(ifNobody));
    }

    /** Every responder but those who are asked already. */
    List<Candidate> others(Transaction tx, List<Candidate> asked, ZoneId zone) {
        var already = asked.stream().map(candidate -> candidate.member().id()).collect(Collectors.toSet());
        return members.all(tx).stream().filter(member -> member.is(Role.RESPONDER) && !already.contains(member.id()))
                .map(member -> new Candidate(member, zone)).toList();
    }

    /** Whoever may come to be on call by a roster of the ladder's discipline, each once. */
    private List<Candidate> ofDiscipline(Transaction tx, Ladder ladder) {
        var known = members.all(tx).stream().collect(Collectors.toMap(Member::id, member -> member));
        var found = new LinkedHashMap<MemberId, Candidate>();
        rosters.all(tx).stream().filter(roster -> roster.discipline() == ladder.discipline())
                .forEach(roster -> members(roster, known).forEach(member -> found.putIfAbsent(member.id(), new Candidate(member, roster.zone()))));
        return List.copyOf(found.values());
    }

    private static List<Member> members(Roster roster, Map<MemberId, Member> known) {
        return roster.members().stream().filter(known::containsKey).map(known::get).toList();
    }
}
