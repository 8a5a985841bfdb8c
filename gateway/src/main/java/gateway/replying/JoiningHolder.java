package gateway.replying;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.entry.SpeakingEntry;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.roster.OnCall;
import gateway.roster.Rosters;
import gateway.safety.SafetyTimers;
import gateway.telling.Dispatching;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whom the holder of an alert may be joined with by phone: legal aid that has it, too, or a coordinator, those on call first,
 * each only if nothing speaks against the phone. Which alert is meant, her reply code says.
 */
public final class JoiningHolder {

    private final Alerts alerts;
    private final Dispatching dispatching;
    private final Rosters rosters;
    private final ReplyDesk replyDesk;
    private final SafetyTimers timers;

    public JoiningHolder(Alerts alerts, Dispatching dispatching, Rosters rosters, ReplyDesk replyDesk, SafetyTimers timers) {
        this.dispatching = dispatching;
        this.alerts = alerts;
        this.rosters = rosters;
        this.replyDesk = replyDesk;
        this.timers = timers;
    }

    /** Whether she may be put through: nothing speaks against her phone, and she is not overdue or forced. */
    public boolean maySpeak(Transaction tx, Member holder) {
        return replyDesk.maySpeak(tx, holder) && timers.doubt(tx, holder.id()).isEmpty();
    }

    /** The alert she has by this dispatch, locked; empty once she no longer has it. */
    public Optional<LockedAlert> heldBy(Transaction tx, Member holder, DispatchId id) {
        return dispatching.dispatches().find(tx, id).filter(dispatch -> dispatch.member().equals(holder.id()))
                .flatMap(dispatch -> alerts.lock(tx, dispatch.alert())
                        .filter(alert -> alert.ladder(dispatch.discipline()).filter(ladder -> ladder.isHeldBy(holder.id())).isPresent()));
    }

    /** Who of legal aid has the alert, unless that is herself. */
    public List<Member> legalAid(Transaction tx, LockedAlert alert, Member holder) {
        return alert.ladder(Discipline.LEGAL_AID).flatMap(Ladder::holder).stream()
                .flatMap(id -> ready(tx, id, holder)).toList();
    }

    /** Coordinators on call in their order, then all others. */
    public List<Member> coordinators(Transaction tx, Member holder) {
        var now = tx.now();
        var onCall = rosters.all(tx).stream().filter(roster -> roster.discipline() == Discipline.COORDINATOR)
                .flatMap(roster -> OnCall.at(roster, now).stream());
        return Stream.concat(onCall, dispatching.members().coordinators(tx).stream().map(Member::id)).distinct()
                .flatMap(id -> ready(tx, id, holder)).toList();
    }

    /** The other has pressed a key: the two are joined. */
    public void joined(Transaction tx, LockedAlert alert, MemberId holder, Member with) {
        alert.tell(tx, Actor.of(holder), new SpeakingEntry.MembersJoined(holder, with.id()));
    }

    private Stream<Member> ready(Transaction tx, MemberId id, Member holder) {
        return dispatching.members().find(tx, id).filter(member -> !member.id().equals(holder.id()) && member.askablePhone().isPresent())
                .filter(member -> !timers.quiet().isQuiet(tx, member.id())).stream();
    }
}
