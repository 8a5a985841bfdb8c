package gateway.voice;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Pins;
import gateway.messaging.AttemptId;
import gateway.messaging.Delivery;
import gateway.messaging.PlacedCall;
import gateway.messaging.Sending;
import gateway.safety.Proving;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Somebody answers a call of ours, or a machine does. That alone means nothing: the talk its purpose has begins with a
 * shop's sentence and wants a key. Each question is a path of its own, so a carrier that asks twice is answered twice.
 */
public final class AnsweredCall implements CallFlow {

    /** The first part of its paths; the second is the attempt, as carriers are told. */
    public static final String PATH = "out";
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final Database database;
    private final Sending sending;
    private final Proving proving;
    private final DispatchTalk dispatches;
    private final BridgeTalk bridges;
    private final CallBackTalk callBacks;
    private final NoticeTalk notices;

    public AnsweredCall(Database database, Sending sending, Proving proving, DispatchTalk dispatches, BridgeTalk bridges,
            CallBackTalk callBacks, NoticeTalk notices) {
        this.sending = sending;
        this.database = database;
        this.proving = proving;
        this.dispatches = dispatches;
        this.bridges = bridges;
        this.callBacks = callBacks;
        this.notices = notices;
    }

    @Override
    public Script proceed(List<String> rest, Heard heard) {
        return rest.isEmpty() ? OVER : attempt(rest.getFirst())
                .map(attempt -> proceed(attempt, rest.size() > 1 ? rest.get(1) : "", heard)).orElse(OVER);
    }

    private Script proceed(AttemptId attempt, String step, Heard heard) {
        // By itself, since a message is locked after the alert and not before.
        database.run(tx -> note(tx, attempt, heard));
        var tried = tried(attempt, heard.keys());
        return database.inTransaction(tx -> sending.calls().find(tx, attempt).map(call -> talk(tx, call, step, heard, tried))).orElse(OVER);
    }

    /** What may be a PIN: counted as wrong first, then compared while nothing is locked; the talk settles it. */
    private Optional<Pins.Try> tried(AttemptId attempt, String keys) {
        return database.inTransaction(tx -> sending.calls().find(tx, attempt).flatMap(call -> proving.begin(tx, call, keys)))
                .map(begun -> proving.compare(begun, keys));
    }

    /** That we are asked is the surest receipt: it was answered, whatever the carrier's own receipts say, and when. */
    private void note(Transaction tx, AttemptId attempt, Heard heard) {
        sending.outbox().receipts().receipt(tx, attempt, Delivery.DELIVERED, Optional.empty(), tx.now());
        if (!heard.keys().isEmpty()) {
            sending.calls().press(tx, attempt, tx.now());
        }
    }

    private Script talk(Transaction tx, PlacedCall call, String step, Heard heard, Optional<Pins.Try> tried) {
        return switch (call.purpose()) {
            case DISPATCH -> dispatches.proceed(tx, call, step, heard.keys(), tried);
            case BRIDGE -> bridges.proceed(tx, call, step, heard);
            case CALL_BACK -> callBacks.proceed(tx, call, heard);
            case NOTICE -> notices.proceed(tx, call, step, heard.keys(), tried);
            case STAND_DOWN, ANSWER, ANSWER_TO_CODE, COVER_REPLY, PLAIN_REPLY -> OVER;
        };
    }

    private static Optional<AttemptId> attempt(String written) {
        try {
            return Optional.of(new AttemptId(UUID.fromString(written)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
