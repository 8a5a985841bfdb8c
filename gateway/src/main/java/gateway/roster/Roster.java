package gateway.roster;

import gateway.member.MemberId;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Who of one discipline stands ready when.
 *
 * @param covers in the order in which they were made
 * @param closed the hours in which the roster is not meant to have anybody, so that they are no gaps
 * @param rules  what is asked of those who come on call
 */
public record Roster(RosterId id, String name, Discipline discipline, ZoneId zone, List<Shift> shifts,
        List<Rotation> rotations, List<SurgeShift> surges, List<Cover> covers, List<Hours> closed, ShiftRules rules) {

    /** A roster of weekly shifts and nothing else. */
    public Roster(RosterId id, String name, Discipline discipline, ZoneId zone, List<Shift> shifts) {
        this(id, name, discipline, zone, shifts, List.of(), List.of(), List.of(), List.of());
    }

    /** A roster with the rules that hold where none are given. */
    public Roster(RosterId id, String name, Discipline discipline, ZoneId zone, List<Shift> shifts,
            List<Rotation> rotations, List<SurgeShift> surges, List<Cover> covers, List<Hours> closed) {
        this(id, name, discipline, zone, shifts, rotations, surges, covers, closed, ShiftRules.DEFAULT);
    }

    /** The same roster with these covers laid over it instead. */
    public Roster with(List<Cover> others) {
        return new Roster(id, name, discipline, zone, shifts, rotations, surges, others, closed, rules);
    }

    /** Everybody who is, or may come to be, on call by this roster. */
    public Set<MemberId> members() {
        var members = new LinkedHashSet<MemberId>();
        shifts.forEach(shift -> members.add(shift.member()));
        rotations.forEach(rotation -> members.addAll(rotation.members()));
        surges.forEach(surge -> members.add(surge.member()));
        for (var cover : covers) {
            switch (cover.change()) {
                case Cover.Change.Add(var member) -> members.add(member);
                case Cover.Change.Remove _ -> { }
                case Cover.Change.StandIn(var member, _) -> members.add(member);
            }
        }
        return members;
    }
}
