package gateway.network;

import static gateway.network.Changelist.part;
import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.network.Network.ListedRoster;
import gateway.network.Network.ListedShift;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.roster.Rosters;
import gateway.roster.Shift;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The rosters' part of a load. */
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
        var standing = rosters.all(tx).stream()
                .collect(toMap(Roster::name, identity(), (one, other) -> one, TreeMap::new));
        var idsByName = new LinkedHashMap<String, RosterId>();
        for (var listed : network.rosters()) {
            var was = standing.remove(listed.name());
            var id = was == null ? arriving(tx, listed, changes) : was.id();
            var shifts = listed.shifts().stream().map(shift -> shift(shift, memberIds)).toList();
            var roster = new Roster(id, listed.name(), listed.discipline(), network.zone(), shifts);
            idsByName.put(listed.name(), id);
            if (was == null || isChanged(was, roster, changes)) {
                rosters.save(tx, roster);
            }
        }
        standing.values().forEach(roster -> {
            rosters.retire(tx, roster.id());
            changes.retires(ROSTER, roster.name());
        });
        return idsByName;
    }

    private RosterId arriving(Transaction tx, ListedRoster listed, Changelist changes) {
        var retired = rosters.retired(tx, listed.name());
        changes.arrives(ROSTER, listed.name(), retired.isPresent());
        return retired.orElseGet(() -> new RosterId(ids.next()));
    }

    private static Shift shift(ListedShift listed, Map<String, MemberId> memberIds) {
        return new Shift(Objects.requireNonNull(memberIds.get(listed.member())), listed.days(), listed.from(),
                listed.to());
    }

    private static boolean isChanged(Roster was, Roster now, Changelist changes) {
        return changes.changes(ROSTER, now.name(),
                part("discipline", was.discipline(), now.discipline()),
                part("time zone", was.zone(), now.zone()),
                part("shifts", was.shifts(), now.shifts()));
    }
}
