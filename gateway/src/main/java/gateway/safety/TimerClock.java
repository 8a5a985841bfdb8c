package gateway.safety;

import gateway.alert.Actor;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.entry.HoldingEntry;
import gateway.member.Member;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Attends to safety timers whose moment has come: reminds her who is inside, then says that she is overdue, and has the
 * coordinators rung again and again until one has heard.
 */
public final class TimerClock {

    private static final int A_TURN = 100;

    private final Safety safety;
    private final Alerts alerts;
    private final Dispatching dispatching;
    private final DueRows<SafetyTimers.Due> due;

    public TimerClock(Database database, Safety safety, Alerts alerts, Dispatching dispatching) {
        this.safety = safety;
        this.dispatching = dispatching;
        this.alerts = alerts;
        this.due = new DueRows<>(database, "Safety timer", SafetyTimers.Due::timer, this::attend);
    }

    public Optional<Instant> tick() {
        return due.turn(tx -> safety.timers().due(tx, tx.now(), A_TURN), safety.timers()::nextDue);
    }

    /** The alert first; where it was erased, the timer stands all the same. */
    private void attend(Transaction tx, SafetyTimers.Due due) {
        var alert = alerts.lock(tx, due.alert());
        safety.timers().lockDue(tx, due.timer(), tx.now()).ifPresent(timer -> dispatching.members().find(tx, timer.member()).ifPresent(member -> {
            if (!timer.reminded() && tx.now().isBefore(timer.dueAt())) {
                remind(tx, alert, timer, member);
            } else if (!tx.now().isBefore(timer.dueAt())) {
                overdue(tx, alert, timer, member);
            }
        }));
    }

    private void remind(Transaction tx, Optional<LockedAlert> alert, SafetyTimer timer, Member member) {
        safety.timers().reminded(tx, timer);
        if (!timer.keepsQuiet() && !safety.pretendedTimers().standsFor(tx, timer)) {
            alert.ifPresent(known -> dispatching.telling().remindOfTimeInside(tx, known, member, timer.dueAt()));
        }
    }

    private void overdue(Transaction tx, Optional<LockedAlert> alert, SafetyTimer timer, Member member) {
        safety.timers().overdue(tx, timer, tx.now());
        alert.filter(_ -> !timer.isOverdue()).ifPresent(known -> known.tell(tx, Actor.GATEWAY,
                new HoldingEntry.TimerOverdue(member.id(), timer.proven())));
        var key = timer.kind() == SafetyTimer.Kind.DURESS ? "duress" : "overdue";
        safety.summoning().summon(tx, alert.orElse(null), timer.id(), member.id(), key, Map.of("alias", member.alias(),
                "number", alerts.numberOf(tx, timer.alert())));
    }
}
