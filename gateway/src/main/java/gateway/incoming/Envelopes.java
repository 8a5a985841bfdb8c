package gateway.incoming;

import gateway.contact.ContactPointId;
import gateway.contact.Hotline;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what carriers delivered, each of their ids once, found by a keyed index. */
public final class Envelopes {

    private static final String ADD = """
            INSERT INTO envelope (id, carrier_account_id, carrier_id_index, hotline_id, contact_point_id, member_id,
                                  unknown_to_sealed, received_at, by_call, pictured, kept_aside)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
            ON CONFLICT (carrier_account_id, carrier_id_index) DO NOTHING
            """;

    private final KeyRing keys;
    private final RowIds ids;

    public Envelopes(KeyRing keys, RowIds ids) {
        this.keys = keys;
        this.ids = ids;
    }

    public UUID fromContactPoint(Transaction tx, Envelope envelope, Optional<Hotline> hotline, ContactPointId contactPoint,
            Instant now) {
        return add(tx, envelope, hotline, contactPoint.value(), null, false, now);
    }

    /** A call, or what was pressed in one. */
    public UUID ofCall(Transaction tx, Envelope envelope, Optional<Hotline> hotline, ContactPointId contactPoint, Instant now) {
        return add(tx, envelope, hotline, contactPoint.value(), null, true, now);
    }

    public UUID ofMembersCall(Transaction tx, Envelope envelope, Optional<Hotline> hotline, MemberId member, Instant now) {
        return add(tx, envelope, hotline, null, member.value(), true, now);
    }

    public UUID fromMember(Transaction tx, Envelope envelope, Optional<Hotline> hotline, MemberId member, Instant now) {
        return add(tx, envelope, hotline, null, member.value(), false, now);
    }

    /** What opens nothing, and is of nobody we could speak with. */
    public UUID keptAside(Transaction tx, Envelope envelope, Optional<Hotline> hotline, Instant now) {
        return add(tx, envelope, hotline, null, null, false, now);
    }

    private UUID add(Transaction tx, Envelope envelope, Optional<Hotline> hotline, @Nullable UUID contactPoint,
            @Nullable UUID member, boolean byCall, Instant now) {
        var id = ids.next();
        var unknownTo = hotline.isPresent() ? null
                : keys.house().seal(Binding.of("envelope", "unknown_to", id), envelope.to());
        tx.writeNew(TakenBefore::new, ADD, id, envelope.carrierAccount(), keys.index().of("carrier id", envelope.carrierId()),
                hotline.map(known -> known.id().value()).orElse(null), contactPoint, member, unknownTo, now,
                byCall, envelope.pictured(), contactPoint == null && member == null);
        return id;
    }

    /** The carrier's id is known: the transaction is rolled back, and nothing has changed. */
    public static final class TakenBefore extends RuntimeException {
        TakenBefore() {
            super("this carrier id was taken in before");
        }
    }
}
