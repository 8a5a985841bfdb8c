package gateway.unread;

import gateway.contact.Hotline;
import gateway.contact.Hotlines;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.duty.WakingHours;
import gateway.telling.Telling;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/** Tells the coordinators, by day and once an hour, that texts of machines are unread; and forgets what is old. */
public final class MachineTextDeadlines {

    private static final String PHRASE = "notice.machine-texts";
    private static final Duration ONCE = Duration.ofHours(1);

    private final Database database;
    private final UnreadTexts unreadTexts;
    private final Hotlines hotlines;
    private final Telling telling;

    public MachineTextDeadlines(Database database, UnreadTexts unreadTexts, Hotlines hotlines, Telling telling) {
        this.unreadTexts = unreadTexts;
        this.database = database;
        this.hotlines = hotlines;
        this.telling = telling;
    }

    public Optional<Instant> tick() {
        return database.inTransaction(tx -> {
            var next = unreadTexts.machineTexts().nextDue(tx);
            tell(tx);
            return next;
        });
    }

    /** What nobody has read stays. */
    public void forgetOld() {
        database.run(tx -> {
            unreadTexts.machineTexts().forgetOld(tx, tx.now());
            unreadTexts.mutes().forgetOld(tx, tx.now());
        });
    }

    private void tell(Transaction tx) {
        var now = tx.now();
        if (!unreadTexts.machineTexts().isDue(tx, now) || telling.coordinators().wasTold(tx, PHRASE, now.minus(ONCE))) {
            return;
        }
        var zone = hotlines.all(tx).stream().findFirst().map(Hotline::zone).orElse(ZoneOffset.UTC);
        if (WakingHours.hold(now, zone) && unreadTexts.machineTexts().told(tx)) {
            telling.coordinators().tell(tx, null, PHRASE, Map.of("count", Integer.toString(unreadTexts.machineTexts().countUnread(tx))));
        }
    }
}
