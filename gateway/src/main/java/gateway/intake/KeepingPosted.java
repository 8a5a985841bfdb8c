package gateway.intake;

import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.Telling;
import gateway.member.Members;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Comparator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells whoever has an alert what its reporter wrote since: the first at once, then in one text at most each five minutes,
 * composed when it goes. What came while nobody had it, the next dispatch tells; whoever takes it is told of the rest.
 */
public final class KeepingPosted {

    private static final Logger log = LoggerFactory.getLogger(KeepingPosted.class);
    private static final Duration PAUSE = Duration.ofMinutes(5);
    private static final int A_TURN = 200;

    private final Database database;
    private final LaterTexts laterTexts;
    private final Alerts alerts;
    private final Members members;
    private final Telling telling;
    private final Codebook codebook;
    private final InstantSource clock;

    public KeepingPosted(Database database, LaterTexts laterTexts, Alerts alerts, Members members, Telling telling,
            Codebook codebook, InstantSource clock) {
        this.database = database;
        this.laterTexts = laterTexts;
        this.alerts = alerts;
        this.members = members;
        this.telling = telling;
        this.codebook = codebook;
        this.clock = clock;
    }

    public void tick() {
        database.run(laterTexts::forgetOld);
        for (var due : database.inTransaction(tx -> laterTexts.due(tx, clock.instant(), PAUSE, A_TURN))) {
            try {
                database.run(tx -> alerts.lock(tx, due.alert()).ifPresent(alert -> tell(tx, alert, due)));
            } catch (RuntimeException failure) {
                log.error("Later texts of alert {} could not be told; the next turn tries again", due.alert(), failure);
            }
        }
    }

    private void tell(Transaction tx, LockedAlert alert, LaterTexts.Due due) {
        var holder = members.find(tx, due.member())
                .filter(member -> alert.ladders().stream().anyMatch(ladder -> ladder.isHeldBy(member.id())));
        if (holder.isEmpty()) {
            return;
        }
        var texts = laterTexts.tell(tx, due, clock.instant());
        var gravest = texts.stream().map(text -> codebook.byId(text.code()).orElse(codebook.unclear()))
                .min(Comparator.comparingInt(Code::gravity));
        gravest.ifPresent(code -> telling.tellOfLaterTexts(tx, alert, holder.get(), texts.size(), code.mark(),
                texts.stream().map(LaterTexts.Text::at).min(Comparator.naturalOrder()).orElseThrow(),
                texts.stream().map(LaterTexts.Text::at).max(Comparator.naturalOrder()).orElseThrow()));
    }
}
