package gateway.duty;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.roster.Covers;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.roster.Rosters;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All rosters and members as they stand at one look.
 *
 * @param stays by whose covers somebody only stays on until who comes is there
 */
record Roll(List<Roster> rosters, List<Covers.Kept> stays, Map<MemberId, Member> members) {

    static Roll of(Transaction tx, Rosters rosters, Members members) {
        var all = rosters.all(tx);
        var stays = rosters.covers().of(tx, all.stream().map(Roster::id).toList()).stream().filter(Covers.Kept::ofGateway).toList();
        return new Roll(all, stays, members.all(tx).stream().collect(toMap(Member::id, identity())));
    }

    Optional<Roster> roster(RosterId id) {
        return rosters.stream().filter(roster -> roster.id().equals(id)).findFirst();
    }

    /** As it would be if nobody stayed on. */
    Roster withoutStays(Roster roster) {
        var staying = stays.stream().filter(kept -> kept.roster().equals(roster.id())).map(Covers.Kept::cover).toList();
        return roster.with(roster.covers().stream().filter(cover -> !staying.contains(cover)).toList());
    }

    /** Whether this member can be reached when she is on call. */
    boolean isAskable(MemberId id) {
        return Optional.ofNullable(members.get(id)).flatMap(Member::askablePhone).isPresent();
    }

    Optional<Member> member(MemberId id) {
        return Optional.ofNullable(members.get(id));
    }

    List<Member> members(List<MemberId> ids) {
        return ids.stream().flatMap(id -> member(id).stream()).toList();
    }

    String alias(MemberId id) {
        return member(id).map(Member::alias).orElse("?");
    }

    @Override
    public String toString() {
        return "Roll[rosters=" + rosters.size() + "]";
    }
}
