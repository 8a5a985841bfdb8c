package gateway.virtualphone;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.messaging.AttemptId;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The texts on the virtual phones, sealed, and the receipts still owed for them. */
public final class VirtualTexts {

    private static final String ADD_INCOMING = """
            INSERT INTO virtual_text (id, phone_index, incoming, words_sealed, status, at, receipt_due_at)
            VALUES ($1, $2, true, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """;
    private static final String ADD_OUTGOING = """
            INSERT INTO virtual_text (id, phone_index, incoming, words_sealed, status, at)
            VALUES ($1, $2, false, $3, $4, $5)
            """;
    private static final String MARK = """
            UPDATE virtual_text
               SET status = $2
             WHERE id = $1
               AND status = 'sending'
            """;
    private static final String NEWEST_OF_PHONE = """
            SELECT id, incoming, words_sealed, status, at
              FROM virtual_text
             WHERE phone_index = $1
             ORDER BY at DESC, id DESC
             LIMIT $2
            """;
    private static final String RECEIPTS_DUE = """
            SELECT id, status
              FROM virtual_text
             WHERE receipt_due_at <= $1
             ORDER BY receipt_due_at
             LIMIT $2
            """;
    private static final String SETTLE_RECEIPT = """
            UPDATE virtual_text
               SET receipt_due_at = NULL, status = $3
             WHERE id = $1
               AND status = $2
               AND receipt_due_at IS NOT NULL
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("virtual_text", "id", "");

    private final KeyRing keys;

    public VirtualTexts(KeyRing keys) {
        this.keys = keys;
    }

    /** Puts a text on the phone it was sent to; the same attempt a second time changes nothing. */
    void addIncoming(Transaction tx, AttemptId attempt, PhoneNumber to, String words, TextState state, Instant at,
            Instant receiptDueAt) {
        addIncoming(tx, attempt.value(), to, words, state, at, receiptDueAt);
    }

    /** A text that its phone refuses: it is shown there, so that the failure can be seen, and owes no receipt. */
    void addRefused(Transaction tx, AttemptId attempt, PhoneNumber to, String words, Instant at) {
        addIncoming(tx, attempt.value(), to, words, TextState.REFUSED, at, null);
    }

    private void addIncoming(Transaction tx, UUID id, PhoneNumber to, String words, TextState state, Instant at,
            @Nullable Instant receiptDueAt) {
        tx.execute(ADD_INCOMING, id, index(to), keys.house().seal(wordsOf(id), words), state.word(), at, receiptDueAt);
        tx.announce();
    }

    void addOutgoing(Transaction tx, UUID id, PhoneNumber from, String words, Instant at) {
        tx.execute(ADD_OUTGOING, id, index(from), keys.house().seal(wordsOf(id), words), TextState.SENDING.word(), at);
        tx.announce();
    }

    void mark(Transaction tx, UUID id, TextState state) {
        tx.execute(MARK, id, state.word());
        tx.announce();
    }

    /** The newest texts of a phone, the oldest of them first. */
    List<VirtualText> thread(Transaction tx, PhoneNumber phone, int limit) {
        return tx.querySound(NAMED, NEWEST_OF_PHONE, this::text, index(phone), limit).reversed();
    }

    List<OwedReceipt> receiptsDue(Transaction tx, Instant now, int limit) {
        return tx.querySound(NAMED, RECEIPTS_DUE,
                row -> new OwedReceipt(new AttemptId(row.id("id")), TextState.of(row.text("status"))), now, limit);
    }

    /** What a text's receipt has to say, once its moment has come. */
    record OwedReceipt(AttemptId attempt, TextState state) {}

    void settleReceipt(Transaction tx, OwedReceipt owed, TextState state) {
        if (tx.execute(SETTLE_RECEIPT, owed.attempt().value(), owed.state().word(), state.word()) > 0) {
            tx.announce();
        }
    }

    private VirtualText text(Row row) {
        var id = row.id("id");
        return new VirtualText(id, row.flag("incoming"), keys.house().open(wordsOf(id), row.bytes("words_sealed")),
                TextState.of(row.text("status")), row.moment("at"));
    }

    private byte[] index(PhoneNumber phone) {
        return keys.index().ofNumber(phone.e164());
    }

    private static Binding wordsOf(UUID id) {
        return Binding.of("virtual_text", "words", id);
    }
}
