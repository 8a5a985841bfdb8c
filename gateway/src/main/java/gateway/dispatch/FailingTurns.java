package gateway.dispatch;

import gateway.alert.Ladders;
import gateway.database.Database;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the coordinators, once, that an alert's turns fail: somebody must be asked by hand. The alert may be what cannot be
 * read, so nothing of it is opened.
 */
public final class FailingTurns {

    private static final Logger log = LoggerFactory.getLogger(FailingTurns.class);

    private final Database database;
    private final Ladders ladders;
    private final Telling telling;
    private final InstantSource clock;

    public FailingTurns(Database database, Ladders ladders, Telling telling, InstantSource clock) {
        this.database = database;
        this.ladders = ladders;
        this.telling = telling;
        this.clock = clock;
    }

    public void tick() {
        for (var failing : database.inTransaction(ladders::failing)) {
            try {
                database.run(tx -> {
                    if (ladders.alarm(tx, failing.alert(), clock.instant())) {
                        log.error("Alert {}: three turns failed, and nobody more is asked for it", failing.number());
                        telling.tellCoordinators(tx, null, "notice.turn-fails", Map.of("number", failing.number().toString()));
                    }
                });
            } catch (RuntimeException failure) {
                log.error("That the turns of alert {} fail could not be told; the next turn tries again", failing.number(), failure);
            }
        }
    }
}
