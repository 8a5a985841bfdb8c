package gateway.duty;

import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.Dispatches;
import gateway.holding.Relieving;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * At a change of shift, hands over to those who are there what those who go have, and all of the discipline that nobody has,
 * the gravest first: each is told what is open. Whoever says ON meanwhile is asked for what nobody has at once.
 * Whoever is not relieved is reminded after a quarter of an hour, and after another the coordinators are told; it stays hers.
 */
final class ChangingShifts {

    private static final Logger log = LoggerFactory.getLogger(ChangingShifts.class);
    private static final Duration PATIENCE = Duration.ofMinutes(15);
    private static final Duration WORTH = Duration.ofMinutes(30);
    private static final int A_TURN = 50;
    private static final int MOST_NAMED = 6;

    private final Database database;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Relieving relieving;
    private final HandOvers handOvers;
    private final DutyTexts texts;

    ChangingShifts(Database database, Alerts alerts, Dispatches dispatches, Relieving relieving, HandOvers handOvers, DutyTexts texts) {
        this.database = database;
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.relieving = relieving;
        this.handOvers = handOvers;
        this.texts = texts;
    }

    void attend(Roll roll, Instant now) {
        for (var roster : roll.rosters()) {
            Duty.alone("a roster's changes of shift", () -> attend(roll, roster, now));
        }
        for (var due : database.inTransaction(tx -> handOvers.due(tx, now, A_TURN))) {
            try {
                database.run(tx -> goOn(tx, roll, due, now));
            } catch (RuntimeException failure) {
                log.error("Hand-over {} could not be attended to; the next turn tries again", due.id(), failure);
            }
        }
    }

    /** When the first hand-over is to be looked at again. */
    Optional<Instant> nextDue() {
        return database.inTransaction(handOvers::nextDue);
    }

    private void attend(Roll roll, Roster roster, Instant now) {
        var changes = ShiftChange.lately(roster, now);
        if (!changes.isEmpty()) {
            var seen = database.inTransaction(tx -> handOvers.seen(tx, roster.id(), now.minus(ShiftChange.LOOKED_BACK)));
            changes.stream().filter(change -> !seen.contains(change.at()))
                    .forEach(change -> Duty.alone("a change of shift",
                            () -> database.run(tx -> change(tx, roll, roster, change, now))));
        }
    }

    private void change(Transaction tx, Roll roll, Roster roster, ShiftChange change, Instant now) {
        if (!handOvers.see(tx, roster.id(), change, now)) {
            return;
        }
        var gone = change.gone().stream().filter(member -> !isOnCall(roll, roster, member, now)).toList();
        var open = Stream.concat(relieving.leftBy(tx, gone, roster.discipline()).stream().map(Dispatch::alert),
                relieving.nobodyHas(tx, roster.discipline()).stream());
        var left = left(tx, open, roster.discipline(), gone);
        if (left.isEmpty()) {
            return;
        }
        var takers = relieving.mayTake(tx, roll.members(change.takes()).stream().filter(member -> texts.isReachable(tx, member)).toList());
        relieving.ask(tx, left, takers, roster.zone());
        var held = left.stream().filter(one -> one.ladder().holder().filter(gone::contains).isPresent()).toList();
        held.forEach(one -> handOvers.begin(tx, roster.id(), change.at(), one.ladder(), one.ladder().holder().orElseThrow(),
                takers.isEmpty() ? now : now.plus(PATIENCE), now));
        gone.forEach(member -> tellHolder(tx, roll, roster, member, held, now));
    }

    /** She says that she is there, and is: she is asked at once for what nobody has and she was not asked yet. */
    void askWhoIsHere(Transaction tx, Roll roll, Member member) {
        var now = tx.now();
        if (!texts.isReachable(tx, member) || relieving.mayTake(tx, List.of(member)).isEmpty()) {
            return;
        }
        for (var roster : roll.rosters()) {
            if (OnCall.at(roster, now).contains(member.id())) {
                var left = left(tx, relieving.nobodyHas(tx, roster.discipline()).stream(), roster.discipline(), List.of()).stream()
                        .filter(one -> dispatches.liveOf(tx, one.ladder(), member.id()).isEmpty()).toList();
                if (!left.isEmpty()) {
                    relieving.ask(tx, left, List.of(member), roster.zone());
                }
            }
        }
    }

    /** The lock of an alert is that of its ladders; several are locked in the order of their ids. */
    private List<Relieving.Left> left(Transaction tx, Stream<AlertId> open, Discipline discipline, List<MemberId> gone) {
        var left = new ArrayList<Relieving.Left>();
        for (var id : open.distinct().sorted(Comparator.comparing(AlertId::value)).toList()) {
            alerts.lock(tx, id).ifPresent(alert -> alert.ladder(discipline)
                    .filter(ladder -> ladder.nextAt().isPresent() && ladder.holder().map(gone::contains).orElse(true))
                    .ifPresent(ladder -> left.add(new Relieving.Left(alert, ladder))));
        }
        return List.copyOf(left);
    }

    /** In one text what she still has, and until when. */
    private void tellHolder(Transaction tx, Roll roll, Roster roster, MemberId member, List<Relieving.Left> held, Instant now) {
        var hers = held.stream().filter(one -> one.ladder().isHeldBy(member))
                .map(one -> one.alert().alert().number() + " " + limit(one.ladder(), roster)).toList();
        if (!hers.isEmpty()) {
            var named = hers.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))
                    + (hers.size() > MOST_NAMED ? " +" + (hers.size() - MOST_NAMED) : "");
            roll.member(member).ifPresent(holder -> texts.now(tx, holder, "hand-over.holder",
                    texts.fits(holder, "hand-over.holder", named) ? Map.of("alerts", named)
                            : Map.of("alerts", hers.getFirst() + (hers.size() > 1 ? " +" + (hers.size() - 1) : "")), now, now.plus(WORTH)));
        }
    }

    private void goOn(Transaction tx, Roll roll, HandOver due, Instant now) {
        var alert = alerts.lock(tx, due.alert());
        var roster = roll.roster(due.roster());
        var ladder = alert.flatMap(locked -> locked.ladders().stream().filter(one -> one.id().equals(due.ladder())).findFirst())
                .filter(one -> one.isHeldBy(due.holder()));
        var holder = roll.member(due.holder());
        if (ladder.isEmpty() || roster.isEmpty() || holder.isEmpty() || isOnCall(roll, roster.get(), due.holder(), now)) {
            handOvers.move(tx, due, HandOver.State.OVER, null, now);
            return;
        }
        LockedAlert locked = alert.orElseThrow();
        if (due.state() == HandOver.State.ASKED && handOvers.move(tx, due, HandOver.State.REMINDED, now.plus(PATIENCE), now)) {
            relieving.remind(tx, locked, ladder.get(), holder.get(), roster.get().zone());
        } else if (due.state() == HandOver.State.REMINDED && handOvers.move(tx, due, HandOver.State.TOLD, null, now)) {
            relieving.tellCoordinators(tx, locked, ladder.get(), holder.get());
        }
    }

    /** Who is on call in another roster of the same discipline has not gone. */
    private static boolean isOnCall(Roll roll, Roster roster, MemberId member, Instant now) {
        return roll.rosters().stream().filter(one -> one.discipline() == roster.discipline())
                .anyMatch(one -> OnCall.at(one, now).contains(member));
    }

    private static String limit(Ladder ladder, Roster roster) {
        return ladder.nextAt().map(at -> ShiftText.time(at, roster.zone())).orElse("-");
    }
}
