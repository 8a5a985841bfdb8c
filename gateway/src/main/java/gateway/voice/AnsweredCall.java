package gateway.voice;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.messaging.AttemptId;
import gateway.messaging.Delivery;
import gateway.messaging.Outbox;
import gateway.messaging.PlacedCall;
import gateway.messaging.PlacedCalls;
import java.time.InstantSource;
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
    private final Outbox outbox;
    private final PlacedCalls calls;
    private final DispatchTalk dispatches;
    private final BridgeTalk bridges;
    private final CallBackTalk callBacks;
    private final NoticeTalk notices;
    private final InstantSource clock;

    public AnsweredCall(Database database, Outbox outbox, PlacedCalls calls, DispatchTalk dispatches, BridgeTalk bridges,
            CallBackTalk callBacks, NoticeTalk notices, InstantSource clock) {
        this.database = database;
        this.outbox = outbox;
        this.calls = calls;
        this.dispatches = dispatches;
        this.bridges = bridges;
        this.callBacks = callBacks;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public Script proceed(List<String> rest, Heard heard) {
        return rest.isEmpty() ? OVER : attempt(rest.getFirst())
                .map(attempt -> proceed(attempt, rest.size() > 1 ? rest.get(1) : "", heard)).orElse(OVER);
    }

    private Script proceed(AttemptId attempt, String step, Heard heard) {
        // By itself, since a message is locked after the alert and not before.
        database.run(tx -> note(tx, attempt, heard));
        return database.inTransaction(tx -> calls.find(tx, attempt).map(call -> talk(tx, call, step, heard))).orElse(OVER);
    }

    /** That we are asked is the surest receipt: it was answered, whatever the carrier's own receipts say, and when. */
    private void note(Transaction tx, AttemptId attempt, Heard heard) {
        outbox.receipt(tx, attempt, Delivery.DELIVERED, Optional.empty(), clock.instant());
        if (!heard.keys().isEmpty()) {
            calls.press(tx, attempt, clock.instant());
        }
    }

    private Script talk(Transaction tx, PlacedCall call, String step, Heard heard) {
        return switch (call.purpose()) {
            case DISPATCH -> dispatches.proceed(tx, call, step, heard.keys());
            case BRIDGE -> bridges.proceed(tx, call, step, heard);
            case CALL_BACK -> callBacks.proceed(tx, call, heard);
            case NOTICE -> notices.proceed(tx, call, step, heard.keys());
            case STAND_DOWN, ANSWER, COVER_REPLY, PLAIN_REPLY -> OVER;
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
