package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.AlertState;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.asking.StepPlan.Candidate;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.entry.AskingEntry;
import gateway.entry.HoldingEntry;
import gateway.entry.Way;
import gateway.escalation.Climb;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.NextStep;
import gateway.escalation.Plans;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.messaging.Purpose;
import gateway.roster.Discipline;
import gateway.safety.SafetyTimers;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A holder wants others beside her: companions, who are peers with codes of their own and no lease, or somebody of another
 * discipline, who gets a ladder. Who is silent or passes is replaced; when nobody is left, the coordinators are told.
 */
public final class MoreHands {

    /** So many companions at most: more than are ever on call. */
    public static final int MOST = 9;

    private static final Discipline PEERS = Discipline.PEER_ADVOCATE;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    /** Who said "not me" so lately is not asked to come beside. */
    private static final Duration LATELY = Duration.ofHours(1);
    /** Who is silent so long is asked once more, where nobody else is left. */
    private static final Duration SILENT = Duration.ofMinutes(15);
    private static final int A_TURN = 200;

    private final Heart heart;
    private final Dispatching dispatching;
    private final WantedHands wantedHands;
    private final Plans plans;
    private final Candidates candidates;
    private final Standings standings;
    private final Asking asking;
    private final DueRows<AlertId> held;
    private final DueRows<AlertId> wanted;

    public MoreHands(Database database, Heart heart, Dispatching dispatching, WantedHands wantedHands, Plans plans,
            SafetyTimers timers, Asking asking) {
        this.dispatching = dispatching;
        this.heart = heart;
        this.plans = plans;
        this.wantedHands = wantedHands;
        this.candidates = new Candidates(plans.rosters(), dispatching.members());
        this.standings = new Standings(dispatching.dispatches(), timers);
        this.asking = asking;
        this.held = new DueRows<>(database, "Somebody beside the holder of alert", alert -> alert,
                (tx, id) -> heart.alerts().lock(tx, id).ifPresent(alert -> askBesideReporter(tx, alert)));
        this.wanted = new DueRows<>(database, "Companions of alert", alert -> alert,
                (tx, id) -> heart.alerts().lock(tx, id).ifPresent(alert -> look(tx, alert)));
    }

    /** So many more peers are wanted. Says how many could be asked. */
    public int ask(Transaction tx, LockedAlert alert, int more, MemberId by) {
        var ladder = alert.ladder(PEERS).orElseThrow();
        var now = tx.now();
        var count = Math.clamp(more, 1, MOST);
        var wanted = Math.min(MOST, beside(tx, ladder).size() + count);
        return ask(tx, alert, ladder, wanted, count, Actor.of(by), now);
    }

    /** Nobody has it: these others are asked to come, in each round anew, and none of them takes the ladder by it. */
    void askOthers(Transaction tx, LockedAlert alert, Ladder ladder, List<Candidate> others, Instant now) {
        var before = dispatching.dispatches().of(tx, ladder);
        var live = before.stream().filter(one -> one.state().isLive()).collect(Collectors.toMap(Dispatch::member, one -> one));
        var obstacles = standings.of(tx, ladder.alert(), others.stream().map(other -> other.member().id()).toList())
                .passed(declined(before, now));
        var mayCome = others.stream().filter(other -> StepPlan.whyNot(other.member(), obstacles, false).isEmpty()).toList();
        var again = mayCome.stream().flatMap(other -> Optional.ofNullable(live.get(other.member().id())).filter(MoreHands::isSilent).stream())
                .toList();
        var fresh = mayCome.stream().filter(other -> !live.containsKey(other.member().id())).toList();
        if (!again.isEmpty() || !fresh.isEmpty()) {
            asking.askBesideAgain(tx, alert, ladder, again, true);
            asking.askBeside(tx, alert, ladder, fresh, true);
            alert.tell(tx, Actor.GATEWAY, asked(ladder, again.size() + fresh.size(), fresh, again));
        }
    }

    private static AskingEntry.MoreAsked asked(Ladder ladder, int wanted, List<Candidate> fresh, List<Dispatch> again) {
        return new AskingEntry.MoreAsked(ladder.discipline(), wanted, Stream.concat(
                fresh.stream().map(candidate -> candidate.member().id()), again.stream().map(Dispatch::member)).toList());
    }

    /** One more is asked beside a member on whatever she has: her phone says that she is in distress herself. */
    public void wantBeside(Transaction tx, MemberId member, Instant now) {
        wantedHands.wantOneMore(tx, member, PEERS, MOST, now);
    }

    /** Somebody of another discipline is wanted. Says whether she was not asked for before. */
    public boolean want(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by) {
        var missing = alert.state() != AlertState.RESOLVED && discipline.isBeside() && alert.ladder(discipline).isEmpty();
        if (missing) {
            heart.beginning().begin(tx, alert, discipline, Actor.of(by), tx.now());
        }
        return missing;
    }

    /** A companion says that she comes, while somebody has it; the holder is told. */
    public void come(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Way way) {
        var now = tx.now();
        dispatching.dispatches().writing().move(tx, dispatch, DispatchState.TAKEN, now);
        alert.tell(tx, Actor.of(member.id()), new HoldingEntry.CompanionCame(dispatch.discipline(), member.id(), way));
        alert.ladder(dispatch.discipline()).flatMap(Ladder::holder).flatMap(holder -> dispatching.members().find(tx, holder))
                .ifPresent(holder -> dispatching.telling().tell(tx, alert, null, holder, Purpose.NOTICE, "notice.beside",
                        Map.of("number", number(alert), "alias", member.alias())));
    }

    /** A companion cannot stay: somebody else is wanted. */
    public void leave(Transaction tx, LockedAlert alert, Dispatch dispatch, Way way) {
        var now = tx.now();
        dispatching.dispatches().writing().move(tx, dispatch, DispatchState.HANDED_BACK, now);
        alert.tell(tx, Actor.of(dispatch.member()),
                new HoldingEntry.CompanionLeft(dispatch.discipline(), dispatch.member(), way));
        alert.ladder(dispatch.discipline()).ifPresent(ladder -> wantedHands.lookAt(tx, ladder, now));
    }

    /** Looks whether those who are wanted have come, and who needs somebody beside her though she has not said so. */
    public Optional<Instant> tick() {
        held.turn(tx -> wantedHands.heldByReporters(tx, PEERS, A_TURN));
        return wanted.turn(tx -> wantedHands.due(tx, tx.now(), A_TURN), wantedHands::nextDue);
    }

    private void look(Transaction tx, LockedAlert alert) {
        var now = tx.now();
        alert.ladder(PEERS).ifPresent(ladder -> wantedHands.stillDue(tx, ladder, now).ifPresent(wanted -> {
            var missing = wanted - beside(tx, ladder).size();
            if (missing <= 0 || alert.state() == AlertState.RESOLVED) {
                wantedHands.enough(tx, ladder);
            } else {
                ask(tx, alert, ladder, wanted, missing, Actor.GATEWAY, now);
            }
        }));
    }

    /** Whoever has it has reported an alert herself: it stays hers, and one more is asked beside her. */
    private void askBesideReporter(Transaction tx, LockedAlert alert) {
        alert.ladder(PEERS).filter(ladder -> ladder.holder().isPresent() && wantedHands.wanted(tx, ladder) == 0)
                .ifPresent(ladder -> ask(tx, alert, ladder, 1, 1, Actor.GATEWAY, tx.now()));
    }

    /** Where nobody else is left, who is silent is asked again: it goes on until enough have come, and is told of once. */
    private int ask(Transaction tx, LockedAlert alert, Ladder ladder, int wanted, int count, Actor by, Instant now) {
        var before = dispatching.dispatches().of(tx, ladder);
        var fresh = whom(tx, alert, ladder, before, now).stream().limit(count).toList();
        var again = ladder.holder().isEmpty() ? List.<Dispatch>of() : before.stream().filter(MoreHands::isSilent)
                .filter(one -> !one.askedAt().isAfter(now.minus(SILENT))).limit(count - fresh.size()).toList();
        asking.askBeside(tx, alert, ladder, fresh, false);
        asking.askBesideAgain(tx, alert, ladder, again, false);
        var asked = fresh.size() + again.size();
        var isNews = asked < count && !(by.equals(Actor.GATEWAY) && wantedHands.isShort(tx, ladder));
        wantedHands.want(tx, ladder, wanted, now.plus(PATIENCE), asked < count ? now : null);
        if (asked > 0 || isNews) {
            alert.tell(tx, by, asked(ladder, wanted, fresh, again));
        }
        if (isNews) {
            dispatching.telling().coordinators().tell(tx, alert, "notice.more-wanted", Map.of("number", number(alert),
                    "count", Integer.toString(count - asked)));
        }
        return asked;
    }

    /** She was asked to come beside, and has not answered. */
    private static boolean isSilent(Dispatch dispatch) {
        return dispatch.companion() && (dispatch.state() == DispatchState.ASKED || dispatch.state() == DispatchState.UNREACHED);
    }

    private static Set<MemberId> declined(List<Dispatch> before, Instant now) {
        return before.stream().filter(one -> one.state() == DispatchState.PASSED || one.state() == DispatchState.HANDED_BACK)
                .filter(one -> one.askedAt().isAfter(now.minus(LATELY))).map(Dispatch::member).collect(Collectors.toSet());
    }

    /** Who could come, whoever was not asked for it yet first. */
    private List<Candidate> whom(Transaction tx, LockedAlert alert, Ladder ladder, List<Dispatch> before, Instant now) {
        var meant = new LinkedHashMap<MemberId, Candidate>();
        var policy = plans.policies().find(tx, ladder.policy()).orElseThrow();
        steps(policy).forEach(step -> candidates.of(tx, step, dispatching.telling().zone(tx, alert), now)
                .forEach(candidate -> meant.putIfAbsent(candidate.member().id(), candidate)));
        var asked = before.stream().map(Dispatch::member).collect(Collectors.toSet());
        var busy = before.stream().filter(one -> one.state().isLive()).map(Dispatch::member).collect(Collectors.toSet());
        alert.ladders().forEach(other -> other.holder().ifPresent(busy::add));
        var obstacles = standings.of(tx, ladder.alert(), meant.keySet()).passed(declined(before, now));
        return meant.values().stream()
                .filter(candidate -> !busy.contains(candidate.member().id()))
                .filter(candidate -> StepPlan.whyNot(candidate.member(), obstacles, false).isEmpty())
                .sorted(Comparator.comparing(candidate -> asked.contains(candidate.member().id())))
                .toList();
    }

    /** Every step of the peers' ladder, and then the last resort. */
    private static List<NextStep> steps(EscalationPolicy policy) {
        var steps = new ArrayList<NextStep>();
        var climb = Climb.START;
        do {
            var next = policy.after(PEERS, climb);
            steps.add(next);
            climb = next.after();
        } while (steps.getLast() instanceof NextStep.Ask);
        return steps;
    }

    private List<Dispatch> beside(Transaction tx, Ladder ladder) {
        return dispatching.dispatches().liveOf(tx, ladder).stream().filter(Dispatch::isBeside).toList();
    }

    /** The alias of whoever has the peers' ladder. */
    Optional<String> holder(Transaction tx, LockedAlert alert) {
        return alert.ladder(PEERS).flatMap(Ladder::holder).flatMap(id -> dispatching.members().find(tx, id)).map(Member::alias);
    }

    private static String number(LockedAlert alert) {
        return alert.alert().number().toString();
    }
}
