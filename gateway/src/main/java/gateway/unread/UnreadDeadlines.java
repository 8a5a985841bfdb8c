package gateway.unread;

import gateway.alert.Actor;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.intake.UnreadReports;
import gateway.telling.Telling;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What nobody has read in time climbs: where nobody has the alert, the next step is asked at once; the coordinators are told
 * once; and the deadline starts anew until a human has coded it. Peers were asked when it came: nothing waits for this.
 */
public final class UnreadDeadlines {

    private static final int A_TURN = 200;

    private final UnreadReports unread;
    private final Heart heart;
    private final Telling telling;
    private final DueRows<UnreadReports.Due> due;

    public UnreadDeadlines(Database database, UnreadReports unread, Heart heart, Telling telling) {
        this.heart = heart;
        this.unread = unread;
        this.telling = telling;
        this.due = new DueRows<>(database, "Unread report", UnreadReports.Due::report, (tx, one) -> climb(tx, one));
    }

    public Optional<Instant> tick() {
        return due.turn(tx -> unread.due(tx, tx.now(), A_TURN), unread::nextDue);
    }

    private void climb(Transaction tx, UnreadReports.Due due) {
        heart.alerts().lock(tx, due.survivor()).ifPresent(alert -> unread.miss(tx, due.report(), tx.now())
                .ifPresent(missed -> climb(tx, alert, due, missed)));
    }

    private void climb(Transaction tx, LockedAlert alert, UnreadReports.Due due, int missed) {
        var now = tx.now();
        alert.ladders(Ladder.Climbing.class).forEach(ladder -> heart.ladders().save(tx, ladder.escalate(now)));
        alert.tell(tx, Actor.GATEWAY, new ReportEntry.LeftUnread(due.report()));
        if (missed == 1) {
            telling.coordinators().tell(tx, alert, "notice.unread", Map.of("number", alert.alert().number().toString()));
        }
    }
}
