package gateway.holding;

import gateway.alert.AcknowledgeResult;
import gateway.alert.Actor;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.asking.AskingActs;
import gateway.asking.Candidates;
import gateway.asking.Standings;
import gateway.asking.StepPlan;
import gateway.asking.StepPlan.Candidate;
import gateway.database.Transaction;
import gateway.dispatch.DispatchState;
import gateway.entry.SpeakingEntry;
import gateway.entry.Way;
import gateway.escalation.Climb;
import gateway.escalation.NextStep;
import gateway.escalation.Plans;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.safety.SafetyTimers;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The peers a reporter on the line may be joined with: whoever has the alert, else those on call for the first step, each
 * only if nothing speaks against the phone. What they press counts as it would in a text.
 */
public final class PeersByPhone {

    private static final Discipline PEERS = Discipline.PEER_ADVOCATE;

    private final Plans plans;
    private final Candidates candidates;
    private final Dispatching dispatching;
    private final AskingActs askingActs;
    private final Acknowledging acknowledging;
    private final SafetyTimers timers;
    private final Standings standings;

    public PeersByPhone(Plans plans, Dispatching dispatching, AskingActs askingActs, Acknowledging acknowledging,
            SafetyTimers timers) {
        this.dispatching = dispatching;
        this.plans = plans;
        this.askingActs = askingActs;
        this.candidates = new Candidates(plans.rosters(), dispatching.members());
        this.acknowledging = acknowledging;
        this.timers = timers;
        this.standings = new Standings(dispatching.dispatches(), timers);
    }

    /** Whom to ask by phone, in this order. */
    public List<Member> of(Transaction tx, LockedAlert alert) {
        return alert.ladder(PEERS).map(ladder -> of(tx, alert, ladder, tx.now())).orElse(List.of());
    }

    /** Whether the member's phone may be asked at this moment. */
    public Optional<Member> stillReady(Transaction tx, MemberId id) {
        return dispatching.members().find(tx, id).filter(member -> member.askablePhone().isPresent())
                .filter(member -> timers.doubt(tx, member.id()).isEmpty() && !timers.quiet().isQuiet(tx, member.id()));
    }

    /** She pressed the key: the two are joined, and it is hers unless somebody has it. Its code follows by text. */
    public void join(Transaction tx, LockedAlert alert, Member member) {
        alert.tell(tx, Actor.of(member.id()), new SpeakingEntry.CallJoined(member.id()));
        switch (acknowledging.acknowledge(tx, alert, PEERS, member.id(), Way.CALL)) {
            case AcknowledgeResult.Taken(var taken, _) -> dispatching.telling().tellItIsHers(tx, alert, taken, member);
            case AcknowledgeResult.AlreadyTaken _, AcknowledgeResult.ProofNeeded _, AcknowledgeResult.Over _ -> { }
        }
    }

    /** Not her: if she was asked by text as well, she has passed. */
    public void pass(Transaction tx, LockedAlert alert, Member member) {
        alert.ladder(PEERS).flatMap(ladder -> dispatching.dispatches().liveOf(tx, ladder, member.id()))
                .filter(dispatch -> dispatch.state() != DispatchState.TAKEN)
                .ifPresent(dispatch -> askingActs.passing().pass(tx, alert, dispatch));
    }

    private List<Member> of(Transaction tx, LockedAlert alert, Ladder ladder, Instant now) {
        var holder = ladder.holder().flatMap(id -> stillReady(tx, id));
        var policy = plans.policies().find(tx, ladder.policy()).orElseThrow();
        var next = policy.after(PEERS, Climb.START);
        var onCall = next instanceof NextStep.Ask ? candidates.of(tx, next, ZoneOffset.UTC, now) : List.<Candidate>of();
        var all = onCall.stream().map(one -> one.member().id()).toList();
        var obstacles = standings.of(tx, ladder, all, now);
        var matching = askingActs.matchings().of(tx, alert.alert(), onCall, now);
        var begun = Ladder.start(ladder.id(), ladder.alert(), PEERS, ladder.policy(), now);
        var ready = StepPlan.of(begun, next, onCall, List.of(), obstacles, matching, now).asked().stream().map(Candidate::member);
        return Stream.concat(holder.stream(), ready).distinct().toList();
    }
}
