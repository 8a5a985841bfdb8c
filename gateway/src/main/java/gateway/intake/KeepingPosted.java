package gateway.intake;

import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Tells whoever has an alert what its reporter wrote since: the first at once, then in one text at most each five minutes,
 * composed when it goes. What came while nobody had it, the next dispatch tells; whoever takes it is told of the rest.
 */
public final class KeepingPosted {

    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int A_TURN = 200;

    private final Database database;
    private final LaterTexts laterTexts;
    private final Alerts alerts;
    private final Dispatching dispatching;
    private final Codebook codebook;
    private final DueRows<LaterTexts.Due> due;

    public KeepingPosted(Database database, LaterTexts laterTexts, Alerts alerts, Dispatching dispatching, Codebook codebook) {
        this.dispatching = dispatching;
        this.database = database;
        this.laterTexts = laterTexts;
        this.alerts = alerts;
        this.codebook = codebook;
        this.due = new DueRows<>(database, "Later texts of alert", LaterTexts.Due::alert,
                (tx, one) -> alerts.lock(tx, one.alert()).ifPresent(alert -> tell(tx, alert, one)));
    }

    public Optional<Instant> tick() {
        database.run(laterTexts::forgetOld);
        return due.turn(tx -> laterTexts.due(tx, tx.now(), PAUSE, A_TURN),
                tx -> laterTexts.lastTold(tx).map(told -> told.plus(PAUSE)));
    }

    private void tell(Transaction tx, LockedAlert alert, LaterTexts.Due due) {
        var holder = dispatching.members().find(tx, due.member())
                .filter(member -> alert.ladders().stream().anyMatch(ladder -> ladder.isHeldBy(member.id())));
        if (holder.isEmpty()) {
            return;
        }
        var texts = laterTexts.tell(tx, due, tx.now());
        var gravest = texts.stream().map(text -> codebook.byId(text.code()).orElse(codebook.unclear()))
                .min(Comparator.comparingInt(Code::gravity));
        gravest.ifPresent(code -> dispatching.telling().tellOfLaterTexts(tx, alert, holder.get(), texts.size(), code.mark(),
                texts.stream().map(LaterTexts.Text::at).min(Comparator.naturalOrder()).orElseThrow(),
                texts.stream().map(LaterTexts.Text::at).max(Comparator.naturalOrder()).orElseThrow()));
    }
}
