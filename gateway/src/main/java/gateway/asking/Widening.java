package gateway.asking;

import gateway.asking.StepPlan.Candidate;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Role;
import gateway.roster.Discipline;
import gateway.roster.Roster;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whom a round of the last resort means beyond its roster, as far as {@link Reach} goes. Pure.
 *
 * @param members by alias
 * @param zone    in which those who are of no roster are told the time of the report
 */
public record Widening(Collection<Roster> rosters, List<Member> members, ZoneId zone) {

    /** A step's, which is no last resort. */
    public static final Wider NOBODY = new Wider(List.of(), List.of());

    /**
     * Those beyond the last resort's roster.
     *
     * @param asked    those this round asks beside it
     * @param ifNobody those it asks when nobody of the others can be
     */
    public record Wider(List<Candidate> asked, List<Candidate> ifNobody) {}

    public Wider of(Discipline discipline, int round) {
        var reach = Reach.of(round, discipline.isRequired());
        var ofDiscipline = ofDiscipline(discipline);
        var coordinators = all(member -> member.is(Role.COORDINATOR));
        var asked = new ArrayList<Candidate>();
        if (reach.takesIn(Reach.DISCIPLINE)) {
            asked.addAll(ofDiscipline);
        }
        if (reach.takesIn(Reach.COORDINATORS)) {
            asked.addAll(coordinators);
        }
        var ifNobody = new ArrayList<>(coordinators);
        ifNobody.addAll(ofDiscipline);
        return new Wider(List.copyOf(asked), List.copyOf(ifNobody));
    }

    /** How far a round reaches in the end: where nobody is asked at all, no circle is waited for. */
    public static Reach reach(Discipline discipline, StepPlan plan) {
        var required = discipline.isRequired();
        return plan.asked().isEmpty() && required ? Reach.OUTSIDE : Reach.of(plan.entry().round(), required);
    }

    /** Every responder but those who are asked already. */
    public List<Candidate> others(List<Candidate> asked) {
        var already = asked.stream().map(candidate -> candidate.member().id()).collect(Collectors.toSet());
        return all(member -> member.is(Role.RESPONDER) && !already.contains(member.id()));
    }

    /** Whoever may come to be on call by a roster of the ladder's discipline, each once. */
    private List<Candidate> ofDiscipline(Discipline discipline) {
        var known = members.stream().collect(Collectors.toMap(Member::id, member -> member));
        var found = new LinkedHashMap<MemberId, Candidate>();
        rosters.stream().filter(roster -> roster.discipline() == discipline)
                .forEach(roster -> members(roster, known).forEach(member -> found.putIfAbsent(member.id(), new Candidate(member, roster.zone()))));
        return List.copyOf(found.values());
    }

    private List<Candidate> all(Predicate<Member> which) {
        return members.stream().filter(which).map(member -> new Candidate(member, zone)).toList();
    }

    private static List<Member> members(Roster roster, Map<MemberId, Member> known) {
        return roster.members().stream().filter(known::containsKey).map(known::get).toList();
    }
}
