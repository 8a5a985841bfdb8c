package gateway.network;

import static gateway.network.Changelist.part;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.network.Network.ListedCover;
import gateway.network.Network.ListedRoster;
import gateway.roster.Cover;
import gateway.roster.Cover.Change;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.roster.Rosters;
import gateway.roster.Rotation;
import gateway.roster.Shift;
import gateway.roster.SurgeShift;
import gateway.roster.WallTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The rosters' part of a load. What a coordinator made on the page stays, except for members who have left: they can stand
 * in for nobody.
 */
final class RosterLoading {

    private static final String ROSTER = "roster";

    private final Rosters rosters;
    private final RowIds ids;

    RosterLoading(Rosters rosters, RowIds ids) {
        this.rosters = rosters;
        this.ids = ids;
    }

    /** The rosters' ids by name. */
    Map<String, RosterId> load(Transaction tx, Network network, Map<String, MemberId> memberIds, Changelist changes) {
        var standing = rosters.allOfFile(tx).stream()
                .collect(toMap(Roster::name, identity(), (one, other) -> one, TreeMap::new));
        var idsByName = new LinkedHashMap<String, RosterId>();
        for (var listed : network.rosters()) {
            var was = standing.remove(listed.name());
            var id = was == null ? arriving(tx, listed, changes) : was.id();
            var roster = roster(id, listed, network.zone(), alias -> Objects.requireNonNull(memberIds.get(alias)));
            idsByName.put(listed.name(), id);
            if (was == null || isChanged(was, roster, changes)) {
                rosters.save(tx, roster);
            }
        }
        standing.values().forEach(roster -> {
            rosters.retire(tx, roster.id());
            changes.retires(ROSTER, roster.name());
        });
        var withdrawn = rosters.covers().withdrawAllBut(tx, memberIds.values());
        if (withdrawn > 0) {
            changes.add(PlainWords.coversWithdrawn(withdrawn));
        }
        return idsByName;
    }

    private RosterId arriving(Transaction tx, ListedRoster listed, Changelist changes) {
        var retired = rosters.retired(tx, listed.name());
        changes.arrives(ROSTER, listed.name(), retired.isPresent());
        return retired.orElseGet(() -> new RosterId(ids.next()));
    }

    private static Roster roster(RosterId id, ListedRoster listed, ZoneId zone, Function<String, MemberId> called) {
        var shifts = listed.shifts().stream()
                .map(shift -> new Shift(called.apply(shift.member()), shift.days(), shift.from(), shift.to()))
                .toList();
        var rotations = listed.rotations().stream()
                .map(rotation -> new Rotation(rotation.members().stream().map(called).toList(), rotation.every(),
                        rotation.starts(), rotation.hours()))
                .toList();
        var surges = listed.surges().stream()
                .map(surge -> new SurgeShift(surge.plan(), called.apply(surge.member()), surge.dates(), surge.from(),
                        surge.to()))
                .toList();
        var covers = listed.covers().stream().map(cover -> cover(cover, zone, called)).toList();
        return new Roster(id, listed.name(), listed.discipline(), zone, shifts, rotations, surges, covers, listed.closed(),
                listed.rules());
    }

    private static Cover cover(ListedCover listed, ZoneId zone, Function<String, MemberId> called) {
        var member = called.apply(listed.member());
        var change = switch (listed.change()) {
            case ADD -> new Change.Add(member);
            case REMOVE -> new Change.Remove(member);
            case STAND_IN -> new Change.StandIn(member, called.apply(listed.away()));
        };
        return new Cover(change, WallTime.momentOf(listed.from(), zone), WallTime.momentOf(listed.to(), zone));
    }

    private static boolean isChanged(Roster was, Roster now, Changelist changes) {
        return changes.changes(ROSTER, now.name(),
                part("discipline", was.discipline(), now.discipline()),
                part("time zone", was.zone(), now.zone()),
                part("shifts", was.shifts(), now.shifts()),
                part("rotations", was.rotations(), now.rotations()),
                part("surges", was.surges(), now.surges()),
                part("covers", was.covers(), now.covers()),
                part("closed", was.closed(), now.closed()),
                part("confirm", was.rules().confirms(), now.rules().confirms()),
                part("swaps", was.rules().swaps(), now.rules().swaps()));
    }
}
