package gateway.duty;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches;
import gateway.dispatch.ReplyCode;
import gateway.member.MemberId;
import gateway.roster.CoverId;
import gateway.roster.RosterId;
import gateway.roster.Stint;
import gateway.sealing.Binding;
import gateway.sealing.Foundation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps offered shifts, and the codes by which the phones that were told of one answer. */
public final class ShiftOffers {

    private static final int DRAWS = 20;
    private static final String SELECT = """
            SELECT shift_offer.id, shift_offer.roster_id, shift_offer.member_id, shift_offer.from_at, shift_offer.to_at,
                   shift_offer.state, shift_offer.taker_id, shift_offer.cover_id, shift_offer.made_at
              FROM shift_offer
            """;
    private static final String MAKE = """
            INSERT INTO shift_offer (id, roster_id, member_id, from_at, to_at, state, made_at, changed_at)
            VALUES ($1, $2, $3, $4, $5, 'open', $6, $6)
            ON CONFLICT DO NOTHING
            """;
    private static final String LOCK = SELECT + """
             WHERE shift_offer.id = $1
               FOR NO KEY UPDATE
            """;
    private static final String OPEN = SELECT + """
             WHERE state IN ('open', 'waiting')
             ORDER BY from_at, id
            """;
    /** Those that still matter on a page: what is open, and what was settled and can be undone. */
    private static final String STANDING = SELECT + """
             WHERE state IN ('open', 'waiting') AND to_at > $1
                OR state = 'taken' AND from_at > $1
             ORDER BY from_at, id
            """;
    private static final String SAVE = """
            UPDATE shift_offer
               SET state = $2, taker_id = $3, cover_id = $4, changed_at = $5
             WHERE id = $1
               AND state IN ('open', 'waiting', 'taken')
            """;
    private static final String ADD_CODE = """
            INSERT INTO offer_code (id, offer_id, member_id, code_index, code_sealed, made_at)
            VALUES ($1, $2, $3, $4, $5, $6)
            ON CONFLICT DO NOTHING
            """;
    private static final String CODE_OF = """
            SELECT id, code_sealed
              FROM offer_code
             WHERE offer_id = $1
               AND member_id = $2
            """;
    private static final String FORGET_CODE = """
            DELETE FROM offer_code
             WHERE offer_id = $1
               AND member_id = $2
            """;
    private static final String BY_CODE = SELECT + """
              JOIN offer_code ON offer_code.offer_id = shift_offer.id
             WHERE offer_code.member_id = $1
               AND offer_code.code_index = $2
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("shift_offer", "id", "");
    private static final FaultyRow.Named CODE = new FaultyRow.Named("offer_code", "id", "");

    private final Dispatches dispatches;
    private final Foundation foundation;

    public ShiftOffers(Dispatches dispatches, Foundation foundation) {
        this.foundation = foundation;
        this.dispatches = dispatches;
    }

    /** Empty when a shift of hers in this roster is offered already. */
    Optional<ShiftOffer> make(Transaction tx, RosterId roster, Stint shift, Instant now) {
        var offer = new ShiftOffer(foundation.ids().next(), roster, shift, OfferState.OPEN, null, null, now);
        return tx.execute(MAKE, offer.id(), roster.value(), shift.member().value(), shift.from(), shift.to(), now) > 0
                ? Optional.of(offer) : Optional.empty();
    }

    Optional<ShiftOffer> lock(Transaction tx, UUID id) {
        return tx.querySound(NAMED, LOCK, ShiftOffers::read, id).stream().findFirst();
    }

    List<ShiftOffer> open(Transaction tx) {
        return tx.querySound(NAMED, OPEN, ShiftOffers::read);
    }

    public List<ShiftOffer> standing(Transaction tx, Instant now) {
        return tx.querySound(NAMED, STANDING, ShiftOffers::read, now);
    }

    void save(Transaction tx, ShiftOffer offer, Instant now) {
        tx.execute(SAVE, offer.id(), offer.state().word(), offer.taker() == null ? null : offer.taker().value(),
                offer.cover() == null ? null : offer.cover().value(), now);
    }

    /** The member's code of this offer: the one she has, if it can be read, or a new one that is neither a dispatch's nor another offer's of hers. */
    ReplyCode code(Transaction tx, ShiftOffer offer, MemberId member, Instant now) {
        var known = tx.querySound(CODE, CODE_OF, row -> open(row.id("id"), row.bytes("code_sealed")), offer.id(), member.value());
        if (!known.isEmpty()) {
            return known.getFirst();
        }
        tx.execute(FORGET_CODE, offer.id(), member.value());
        for (var draw = 0; draw < DRAWS; draw++) {
            var id = foundation.ids().next();
            var code = ReplyCode.draw(foundation.random());
            if (dispatches.byCode(tx, member, code.digits()).isEmpty()
                    && tx.execute(ADD_CODE, id, offer.id(), member.value(), index(member, code.digits()),
                            foundation.keys().house().seal(binding(id), code.digits()), now) > 0) {
                return code;
            }
        }
        throw new IllegalStateException("no free code");
    }

    Optional<ShiftOffer> byCode(Transaction tx, MemberId member, String code) {
        return code.length() == 6 ? tx.querySound(NAMED, BY_CODE, ShiftOffers::read, member.value(),
                index(member, code)).stream().findFirst() : Optional.empty();
    }

    private ReplyCode open(UUID id, byte[] sealedCode) {
        return new ReplyCode(foundation.keys().house().open(binding(id), sealedCode));
    }

    private byte[] index(MemberId member, String digits) {
        return foundation.keys().index().of("offer code of " + member, digits);
    }

    private static Binding binding(UUID id) {
        return Binding.of("offer_code", "code", id);
    }

    private static ShiftOffer read(Row row) {
        return new ShiftOffer(row.id("id"), new RosterId(row.id("roster_id")),
                new Stint(new MemberId(row.id("member_id")), row.moment("from_at"), row.moment("to_at")),
                OfferState.of(row.text("state")), row.idIfAny("taker_id").map(MemberId::new).orElse(null),
                row.idIfAny("cover_id").map(CoverId::new).orElse(null), row.moment("made_at"));
    }
}
