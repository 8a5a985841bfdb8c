package gateway.incoming;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the coordinators that a member's number rang and nothing was opened, once the call is over and not before: she may
 * still press a digit. No carrier must say when it is over; a call in which nothing was heard for a minute is.
 */
public final class TellingOfRings {

    /** Longer than any question waits for an answer. */
    private static final Duration SILENCE = Duration.ofMinutes(1);

    private final Database database;
    private final IncomingCalls calls;
    private final Dispatching dispatching;

    public TellingOfRings(Database database, IncomingCalls calls, Dispatching dispatching) {
        this.dispatching = dispatching;
        this.database = database;
        this.calls = calls;
    }

    /** A member's number rings. Told once in ten minutes. */
    public void rings(Transaction tx, IncomingCall call, boolean rangLately, Instant now) {
        if (!rangLately) {
            calls.tellAt(tx, call, now.plus(SILENCE));
        }
    }

    /** Something was pressed in the call, or its last sentence is said. */
    public void goesOn(Transaction tx, Envelope call, boolean over) {
        calls.goesOn(tx, call, over ? tx.now() : tx.now().plus(SILENCE));
    }

    public Optional<Instant> tick() {
        for (var more = true; more;) {
            more = database.inTransaction(this::tellNext);
        }
        return database.inTransaction(calls::nextTellingAt);
    }

    private boolean tellNext(Transaction tx) {
        var rang = calls.nextToTell(tx, tx.now());
        rang.flatMap(id -> dispatching.members().find(tx, id))
                .ifPresent(member -> dispatching.telling().coordinators().tellOfNumberAlone(tx, null, member, "notice.member-rang", Map.of()));
        return rang.isPresent();
    }
}
