package gateway.holding;

import gateway.alert.AlertId;
import gateway.alert.AlertState;
import gateway.alert.CheckIns;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.Leases;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.messaging.Purpose;
import gateway.safety.Pretence;
import gateway.safety.Pretences;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reminds a holder before her check-in is due: one text for all that end soon, each with its code. Where texts carry her no
 * further she is rung for her PIN, once for all she has; without one she is told that only the page renews. One holder a
 * transaction.
 */
public final class LeaseReminders {

    private final Heart heart;
    private final Dispatching dispatching;
    private final LeaseCalls leaseCalls;
    private final Pretences pretences;
    private final CheckIns checkIns;
    private final InstantSource clock;
    private final DueRows<Near> near;
    private final DueRows<NearAsTold> nearAsTold;

    public LeaseReminders(Database database, Heart heart, Dispatching dispatching, LeaseCalls leaseCalls, Pretences pretences,
            CheckIns checkIns, InstantSource clock) {
        this.dispatching = dispatching;
        this.heart = heart;
        this.leaseCalls = leaseCalls;
        this.pretences = pretences;
        this.checkIns = checkIns;
        this.clock = clock;
        this.near = new DueRows<>(database, "The leases of holder", Near::holder,
                (tx, one) -> remind(tx, one.holder, one.leases));
        this.nearAsTold = new DueRows<>(database, "What was told holder", NearAsTold::member,
                (tx, one) -> remindAsTold(tx, one.member, one.told));
    }

    public Optional<Instant> tick() {
        var now = clock.instant();
        var until = now.plus(checkIns.warning());
        var next = near.turn(tx -> byHolder(heart.leases().nearTheirEnd(tx, now, until)), tx -> heart.leases().nextEnd(tx, now));
        var nextTold = nearAsTold.turn(tx -> byMember(pretences.nearTheirEnd(tx, now, until)), tx -> pretences.nextEnd(tx, false));
        return DueRows.first(next, nextTold).map(end -> end.minus(checkIns.warning()));
    }

    /** The leases of one holder that end soon. */
    private record Near(MemberId holder, List<Leases.NearItsEnd> leases) {}

    private static List<Near> byHolder(List<Leases.NearItsEnd> leases) {
        return leases.stream().collect(Collectors.groupingBy(Leases.NearItsEnd::holder, LinkedHashMap::new, Collectors.toList()))
                .entrySet().stream().map(one -> new Near(one.getKey(), one.getValue())).toList();
    }

    /** What one phone in doubt believes that it has, and that ends soon. */
    private record NearAsTold(MemberId member, List<Pretence> told) {}

    private static List<NearAsTold> byMember(List<Pretence> told) {
        return told.stream().collect(Collectors.groupingBy(Pretence::member)).entrySet().stream()
                .map(one -> new NearAsTold(one.getKey(), one.getValue())).toList();
    }

    /** A lease that is to be renewed: the ladder, and the dispatch whose code renews it. */
    private record Ending(LockedAlert alert, Ladder.Acknowledged ladder, Dispatch dispatch) {

        String numberAndCode() {
            return alert.alert().number() + " " + dispatch.code().digits();
        }
    }

    private void remind(Transaction tx, MemberId holder, List<Leases.NearItsEnd> near) {
        var member = dispatching.members().find(tx, holder);
        if (member.filter(known -> dispatching.telling().phones().isQuiet(tx, known)).isPresent()) {
            // She is inside, where her phone stays silent; once she is out it is still due.
            return;
        }
        var byText = new ArrayList<Ending>();
        var byProof = new ArrayList<Ending>();
        for (var alert : near.stream().map(Leases.NearItsEnd::alert).distinct().toList()) {
            for (var ending : ofAlert(tx, holder, alert)) {
                if (heart.leases().remind(tx, ending.ladder, holder, ending.ladder.checkInBy())) {
                    (ending.ladder.isCarriedOnByText(checkIns) ? byText : byProof).add(ending);
                }
            }
        }
        member.ifPresent(known -> {
            tell(tx, byText, known);
            askForProof(tx, byProof, known);
        });
    }

    /** Her phone is in doubt: it is reminded of what it was told that she has, and of nothing else. */
    private void remindAsTold(Transaction tx, MemberId holder, List<Pretence> near) {
        var member = dispatching.members().find(tx, holder).filter(known -> !dispatching.telling().phones().isQuiet(tx, known));
        if (member.isEmpty()) {
            return;
        }
        var byText = new ArrayList<Ending>();
        var byProof = new ArrayList<Ending>();
        near.stream().flatMap(one -> dispatching.dispatches().find(tx, one.dispatch()).stream())
                .sorted(Comparator.comparing((Dispatch one) -> one.alert().value())).forEach(dispatch -> {
                    var alert = heart.alerts().lock(tx, dispatch.alert()).filter(locked -> locked.state() != AlertState.RESOLVED);
                    var told = pretences.find(tx, dispatch.id());
                    var held = told.map(Pretence::held);
                    if (alert.isPresent() && held.isPresent() && pretences.remind(tx, told.get())) {
                        if (told.get().on(alert.get().ladder(dispatch.discipline()).orElseThrow(), tx.now())
                                instanceof Ladder.Acknowledged ladder) {
                            (ladder.isCarriedOnByText(checkIns) ? byText : byProof).add(new Ending(alert.get(), ladder, dispatch));
                        }
                    }
                });
        tell(tx, byText, member.get());
        askForProof(tx, byProof, member.get());
    }

    private void askForProof(Transaction tx, List<Ending> endings, Member member) {
        if (!endings.isEmpty() && !leaseCalls.ringOnce(tx, endings.getFirst().alert, endings.getFirst().dispatch, member)) {
            endings.forEach(ending -> tell(tx, ending, member, "reminder.page"));
        }
    }

    /** Looked at again under the lock: she may have checked in a moment ago, or been reminded by another gateway. */
    private List<Ending> ofAlert(Transaction tx, MemberId holder, AlertId id) {
        var until = tx.now().plus(checkIns.warning());
        var endings = new ArrayList<Ending>();
        heart.alerts().lock(tx, id).ifPresent(alert -> alert.ladders(Ladder.Acknowledged.class).forEach(held -> {
            if (held.isHeldBy(holder) && !held.checkInBy().isAfter(until)) {
                dispatching.dispatches().liveOf(tx, held, holder).filter(dispatch -> pretences.find(tx, dispatch.id()).isEmpty())
                        .ifPresent(dispatch -> endings.add(new Ending(alert, held, dispatch)));
            }
        }));
        return endings;
    }

    /** As many in one text as fit. */
    private void tell(Transaction tx, List<Ending> endings, Member member) {
        if (endings.size() == 1) {
            tell(tx, endings.getFirst(), member, "reminder.check-in");
            return;
        }
        var codes = new ArrayList<String>();
        for (var ending : endings) {
            codes.add(ending.numberAndCode());
            if (codes.size() > 1 && !dispatching.telling().isOneText(member, "reminder.several", several(tx, endings, codes))) {
                codes.removeLast();
                dispatching.telling().tell(tx, null, null, member, Purpose.NOTICE, "reminder.several", several(tx, endings, codes));
                codes.clear();
                codes.add(ending.numberAndCode());
            }
        }
        if (!codes.isEmpty()) {
            dispatching.telling().tell(tx, null, null, member, Purpose.NOTICE, "reminder.several", several(tx, endings, codes));
        }
    }

    private Map<String, String> several(Transaction tx, List<Ending> endings, List<String> codes) {
        var first = endings.stream().min((one, other) -> one.ladder.checkInBy().compareTo(other.ladder.checkInBy())).orElseThrow();
        return Map.of("codes", String.join(", ", codes), "time", dispatching.telling().time(tx, first.alert, first.ladder.checkInBy()));
    }

    private void tell(Transaction tx, Ending ending, Member member, String key) {
        dispatching.telling().tell(tx, ending.alert, ending.dispatch, member, Purpose.NOTICE, key, Map.of(
                "number", ending.alert.alert().number().toString(), "code", ending.dispatch.code().digits(),
                "time", dispatching.telling().time(tx, ending.alert, ending.ladder.checkInBy())));
    }
}
