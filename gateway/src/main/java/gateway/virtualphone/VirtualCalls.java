package gateway.virtualphone;

import gateway.database.Transaction;
import gateway.messaging.AttemptId;
import gateway.messaging.Delivery;
import gateway.phone.PhoneNumber;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** That virtual phones rang and were rung, and the receipts still owed for it. What was said is never written. */
public final class VirtualCalls {

    private static final String WRITE = """
            INSERT INTO virtual_call (id, phone_index, incoming, is_attempt, status, answered, at, owes_receipt)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $4)
            ON CONFLICT (id) DO UPDATE
               SET status = excluded.status, answered = excluded.answered, owes_receipt = virtual_call.is_attempt
            """;
    private static final String NEWEST_OF_PHONE = """
            SELECT status, incoming AND NOT answered AS unanswered, at
              FROM virtual_call
             WHERE phone_index = $1
             ORDER BY at DESC, id DESC
             LIMIT 1
            """;
    private static final String CUT_OFF_THE_LIVING = """
            UPDATE virtual_call
               SET status = 'cut', owes_receipt = is_attempt
             WHERE status IN ('reaching', 'ringing', 'answered')
            """;
    private static final String RECEIPTS_OWED = """
            SELECT id, status, answered
              FROM virtual_call
             WHERE owes_receipt
             ORDER BY at
             LIMIT $1
            """;
    private static final String SETTLE_RECEIPT = """
            UPDATE virtual_call
               SET owes_receipt = false
             WHERE id = $1
               AND status = $2
            """;

    private final KeyRing keys;

    public VirtualCalls(KeyRing keys) {
        this.keys = keys;
    }

    /** Writes down where a call stands; of an attempt a receipt is owed from now on. */
    void write(Transaction tx, VirtualCall call) {
        tx.execute(WRITE, call.id(), index(call.phone()), call.isIncoming(), call.owesReceipts(),
                status(call.state()), call.state().wasAnswered(), call.begunAt());
        tx.announce();
    }

    /** A gateway that starts has no calls: what an earlier one left alive is cut off. */
    public void cutOffTheLiving(Transaction tx) {
        tx.execute(CUT_OFF_THE_LIVING);
    }

    /**
     * @param status     as the database writes it
     * @param unanswered whether it was to the phone, and nobody answered
     */
    record Newest(String status, boolean unanswered, Instant at) {

        boolean isOver() {
            return !Set.of("reaching", "ringing", "answered").contains(status);
        }

        /** As its own phone sees it: one that was busy has missed the call, and a refused one was never put through. */
        String ending() {
            return unanswered ? switch (status) {
                case "busy" -> "missed";
                case "failed" -> "refused";
                default -> status;
            } : status;
        }
    }

    /** The last call of a phone, alive or not. */
    Optional<Newest> newest(Transaction tx, PhoneNumber phone) {
        return tx.queryOne(NEWEST_OF_PHONE, row -> new Newest(row.text("status"), row.flag("unanswered"), row.moment("at")), index(phone));
    }

    /** @param error as a carrier calls it; null when there is none */
    record OwedReceipt(AttemptId attempt, String status, Delivery delivery, @Nullable String error) {}

    List<OwedReceipt> receiptsOwed(Transaction tx, int limit) {
        return tx.query(RECEIPTS_OWED,
                row -> receipt(new AttemptId(row.id("id")), row.text("status"), row.flag("answered")), limit);
    }

    /** If the call has moved on meanwhile, the next receipt is owed. */
    void settleReceipt(Transaction tx, OwedReceipt owed) {
        tx.execute(SETTLE_RECEIPT, owed.attempt().value(), owed.status());
    }

    private static OwedReceipt receipt(AttemptId attempt, String status, boolean answered) {
        return switch (status) {
            case "reaching" -> new OwedReceipt(attempt, status, Delivery.ACCEPTED, null);
            case "ringing" -> new OwedReceipt(attempt, status, Delivery.SENT, null);
            case "answered" -> new OwedReceipt(attempt, status, Delivery.DELIVERED, null);
            default -> answered
                    ? new OwedReceipt(attempt, status, Delivery.ENDED, null)
                    : new OwedReceipt(attempt, status, Delivery.UNDELIVERED, switch (status) {
                        case "missed" -> "no-answer";
                        case "declined", "busy" -> "busy";
                        default -> "failed";
                    });
        };
    }

    private static String status(CallState state) {
        return switch (state) {
            case CallState.Reaching _ -> "reaching";
            case CallState.Ringing _ -> "ringing";
            case CallState.Answered _, CallState.Joined _ -> "answered";
            case CallState.Ended(var ending, _, _) -> ending.word();
        };
    }

    private byte[] index(PhoneNumber phone) {
        return keys.index().ofNumber(phone.e164());
    }
}
