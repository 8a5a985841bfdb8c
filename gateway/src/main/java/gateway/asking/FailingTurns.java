package gateway.asking;

import gateway.alert.Ladders;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.telling.Telling;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the coordinators, once, that an alert's turns fail: somebody must be asked by hand. The alert may be what cannot be
 * read, so nothing of it is opened.
 */
public final class FailingTurns {

    private static final Logger log = LoggerFactory.getLogger(FailingTurns.class);


    private final Ladders ladders;
    private final Telling telling;
    private final DueRows<Ladders.Failing> failing;

    public FailingTurns(Database database, Ladders ladders, Telling telling) {
        this.ladders = ladders;
        this.telling = telling;
        this.failing = new DueRows<>(database, "That the turns fail of alert", Ladders.Failing::number, this::alarm);
    }

    public Optional<Instant> tick() {
        return failing.turn(ladders::failing);
    }

    private void alarm(Transaction tx, Ladders.Failing failing) {
        if (ladders.alarm(tx, failing.alert(), tx.now())) {
            log.error("Alert {}: three turns failed, and nobody more is asked for it", failing.number());
            telling.coordinators().tell(tx, null, "notice.turn-fails", Map.of("number", failing.number().toString()));
        }
    }
}
