package gateway.messaging;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import gateway.sealing.Seal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The outbox as the postman sees it: which messages are due, claimed by one gateway at a time, and what became of each
 * attempt. A claim is a lease; whoever writes after it has lapsed, and another has claimed anew, changes nothing.
 */
public final class Claims {

    private static final Logger log = LoggerFactory.getLogger(Claims.class);

    /** Longer than any send may last, so that a lapsed lease means that its sender has died. */
    static final Duration LEASE = Duration.ofSeconds(20);
    private static final Duration LONGEST_VALIDITY = Duration.ofHours(10);
    private static final Duration SHORTEST_VALIDITY = Duration.ofSeconds(1);
    private static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("message", "id");
    private static final String LOCK_DUE = """
            SELECT id, kind, coalesce(ring_seconds, 0) AS ring_seconds, sender_sealed, recipient_sealed, words_sealed,
                   key_id, purpose, alert_id, repeatable, expires_at, failures,
                   (SELECT count(*) FROM attempt WHERE message_id = message.id) AS attempts,
                   (SELECT count(*) FROM attempt WHERE message_id = message.id AND state = 'unknown') AS unknowns
              FROM message
             WHERE carrier_account_id = $1
               AND state = 'waiting'
               AND due_at <= $2
               AND expires_at > $2
             ORDER BY due_at
             LIMIT $3
               FOR NO KEY UPDATE SKIP LOCKED
            """;
    private static final String NEXT_DUE = """
            SELECT min(due_at) AS at
              FROM message
             WHERE state IN ('waiting', 'sending')
            """;
    private static final String CLAIM = """
            UPDATE message
               SET state = 'sending', due_at = $2, left_at = $3
             WHERE id = ANY ($1)
               AND state = 'waiting'
            """;
    private static final String ADD_ATTEMPTS = """
            INSERT INTO attempt (id, message_id, sequence, repeat, state, started_at, changed_at)
            SELECT id, message_id, sequence, repeat, 'sending', $5, $5
              FROM unnest($1::uuid[], $2::uuid[], $3::integer[], $4::boolean[]) AS a (id, message_id, sequence, repeat)
            """;
    static final String STAND = """
            UPDATE message
               SET state = $2, due_at = $3
             WHERE id = $1
               AND state IN ('waiting', 'sending')
            """;
    private static final String KEEP_BACK = """
            UPDATE message
               SET state = 'cancelled', cancelled_at = $2, due_at = NULL
             WHERE id = $1
               AND state = 'waiting'
            """;
    private static final String STAND_IF_STILL_CLAIMED = """
            UPDATE message
               SET state = CASE WHEN $3 = 'waiting' AND cancelled_at IS NOT NULL THEN 'cancelled' ELSE $3 END,
                   due_at = CASE WHEN cancelled_at IS NULL THEN $4::timestamptz END,
                   failures = $5,
                   left_at = CASE WHEN $6 THEN left_at END
             WHERE id = $1
               AND state = 'sending'
               AND due_at = $2
            """;
    private static final String WRITE_OUTCOME = """
            UPDATE attempt
               SET state = CASE WHEN state IN ('sending', 'unknown') THEN $2 ELSE state END,
                   error = CASE WHEN state IN ('sending', 'unknown') THEN $3 ELSE error END,
                   carrier_id_index = coalesce($4, carrier_id_index),
                   carrier_id_sealed = coalesce($5, carrier_id_sealed),
                   changed_at = $6
             WHERE id = $1
            """;

    private final LapsedMessages lapsed = new LapsedMessages();
    private final RowIds ids;
    private final RandomGenerator random;
    private final KeyRing keys;
    private final UnaryOperator<String> asRepeat;
    private final Function<Transaction, Set<PhoneNumber>> quiet;

    /**
     * @param asRepeat marks words as perhaps sent before, in the pack's phrase
     * @param quiet    the phones in their quiet now: what is not for such a phone ends here, whoever queued it
     */
    public Claims(RowIds ids, RandomGenerator random, KeyRing keys, UnaryOperator<String> asRepeat,
            Function<Transaction, Set<PhoneNumber>> quiet) {
        this.ids = ids;
        this.random = random;
        this.keys = keys;
        this.asRepeat = asRepeat;
        this.quiet = quiet;
    }

    /** Those that nobody is sending any more. */
    LapsedMessages lapsed() {
        return lapsed;
    }

    /** When the first message that is to be sent is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    /** Claims messages that are due, for {@link #LEASE}: the attempts are committed before anything is sent. */
    List<ClaimedMessage> claim(Transaction tx, UUID carrierAccount, int limit, Instant now) {
        var due = tx.query(LOCK_DUE, row -> read(tx, row), carrierAccount, now, limit).stream().flatMap(Optional::stream).toList();
        var claimed = new ArrayList<ClaimedMessage>();
        var sequences = new ArrayList<Integer>();
        var quietNow = due.isEmpty() ? Set.<PhoneNumber>of() : quiet.apply(tx);
        for (var message : due) {
            open(tx, message, now).filter(opened -> !isKeptBack(tx, message, opened, quietNow, now)).ifPresent(opened -> {
                claimed.add(opened);
                sequences.add(message.attempts + 1);
            });
        }
        if (!claimed.isEmpty()) {
            var messages = claimed.stream().map(one -> one.message().value()).toArray(UUID[]::new);
            var attempts = claimed.stream().map(one -> one.outgoing().attempt().value()).toArray(UUID[]::new);
            tx.write(CLAIM, messages, now.plus(LEASE), now);
            tx.write(ADD_ATTEMPTS, attempts, messages, sequences.toArray(Integer[]::new),
                    claimed.stream().map(one -> one.unknowns() > 0).toArray(Boolean[]::new), now);
        }
        return claimed;
    }

    private record Due(Row row, UUID id, MessageKind kind, int ringSeconds, byte[] sender, byte[] recipient, byte[] words,
            UUID keyId, Purpose purpose, boolean repeatable,
            Instant expiresAt, int failures, int attempts, int unknowns) {}

    private Optional<Due> read(Transaction tx, Row from) {
        return sound(tx, from, row -> new Due(row, row.id("id"), MessageKind.of(row.text("kind")), row.number("ring_seconds"),
                row.bytes("sender_sealed"), row.bytes("recipient_sealed"), row.bytes("words_sealed"), row.id("key_id"),
                Purpose.of(row.text("purpose")), row.flag("repeatable"), row.moment("expires_at"), row.number("failures"),
                (int) row.count("attempts"), (int) row.count("unknowns")));
    }

    /** A message that cannot be read ends here: one bad row may not hold up the others. */
    private static <T> Optional<T> sound(Transaction tx, Row from, Function<Row, T> reader) {
        var read = tx.sound(NAMED, from, reader);
        if (read.isEmpty()) {
            log.error("Message {} cannot be read and is not sent", from.id("id"));
            tx.execute(STAND, from.id("id"), MessageState.REFUSED.word(), null);
            tx.announce();
        }
        return read;
    }

    /** Whether it would go to a phone that lies in a station. It is not sent later either: what she missed stands on her page. */
    private static boolean isKeptBack(Transaction tx, Due due, ClaimedMessage opened, Set<PhoneNumber> quiet, Instant now) {
        if (due.purpose.reachesQuietPhones() || !quiet.contains(opened.outgoing().to())) {
            return false;
        }
        tx.execute(KEEP_BACK, due.id, now);
        tx.announce();
        return true;
    }

    /** A message whose key is gone ends here. */
    private Optional<ClaimedMessage> open(Transaction tx, Due due, Instant now) {
        var key = keys.find(tx, due.keyId);
        if (key.isEmpty()) {
            tx.execute(STAND, due.id, MessageState.CANCELLED.word(), null);
            return Optional.empty();
        }
        var seal = key.get();
        return sound(tx, due.row, _ -> new ClaimedMessage(new MessageId(due.id), seal, outgoing(seal, due, now), now.plus(LEASE),
                due.expiresAt, due.repeatable, due.failures, due.unknowns));
    }

    /** The words of a call stay sealed until somebody answers it. */
    private Outgoing outgoing(Seal seal, Due due, Instant now) {
        var attempt = new AttemptId(ids.next());
        var from = new PhoneNumber(seal.open(Binding.of("message", "sender", due.id), due.sender));
        var to = new PhoneNumber(seal.open(Binding.of("message", "recipient", due.id), due.recipient));
        return switch (due.kind) {
            case CALL -> new Outgoing.Call(attempt, from, to, Duration.ofSeconds(due.ringSeconds));
            case TEXT -> {
                var words = seal.open(Binding.of("message", "words", due.id), due.words);
                yield new Outgoing.Text(attempt, from, to, due.unknowns > 0 ? asRepeat.apply(words) : words,
                        validity(now, due.expiresAt));
            }
        };
    }

    private static Duration validity(Instant now, Instant expiresAt) {
        var left = Duration.between(now, expiresAt);
        if (left.compareTo(LONGEST_VALIDITY) > 0) {
            return LONGEST_VALIDITY;
        }
        return left.compareTo(SHORTEST_VALIDITY) < 0 ? SHORTEST_VALIDITY : left;
    }

    /** Writes down what the carrier answered. A message that has been claimed anew meanwhile is left as it is. */
    void record(Transaction tx, ClaimedMessage claimed, SendOutcome outcome, Instant now) {
        var standing = MessageStanding.after(claimed, outcome, now, random);
        var touched = tx.execute(STAND_IF_STILL_CLAIMED, claimed.message().value(), claimed.lease(), standing.state().word(),
                standing.dueAt(), standing.failures(), claimed.unknowns() > 0 || mayHaveArrived(outcome));
        var attempt = claimed.outgoing().attempt().value();
        switch (outcome) {
            case SendOutcome.Accepted(var carrierId) -> tx.write(WRITE_OUTCOME, attempt, AttemptState.ACCEPTED.word(),
                    null, keys.index().of("carrier_id", carrierId),
                    claimed.seal().seal(Binding.of("attempt", "carrier_id", attempt), carrierId), now);
            case SendOutcome.NotTaken(var why) -> writeFailure(tx, attempt, AttemptState.NOT_TAKEN, why, now);
            case SendOutcome.Unknown(var why) -> writeFailure(tx, attempt, AttemptState.UNKNOWN, why, now);
            case SendOutcome.Refused(var why) -> writeFailure(tx, attempt, AttemptState.REFUSED, why, now);
        }
        if (touched > 0 && standing.state().hasFailed()) {
            tx.announce();
        }
    }

    private static boolean mayHaveArrived(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Accepted _, SendOutcome.Unknown _ -> true;
            case SendOutcome.NotTaken _, SendOutcome.Refused _ -> false;
        };
    }

    private static void writeFailure(Transaction tx, UUID attempt, AttemptState state, String why, Instant now) {
        tx.write(WRITE_OUTCOME, attempt, state.word(), why, null, null, now);
    }
}
