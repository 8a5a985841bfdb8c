package gateway.safety;

import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/**
 * Keeps what phones in doubt seemed to do about shifts by a code, in the order in which they did it. Done again and undone before the
 * next word, it makes what the phone knows.
 */
public final class PretendedShifts {

    private static final String OF_MEMBER = """
            SELECT act, coalesce(promise_id, offer_id) AS about
              FROM pretended_shift
             WHERE member_id = $1
             ORDER BY id
            """;
    private static final String KEEP = """
            INSERT INTO pretended_shift (id, member_id, act, promise_id, offer_id)
            VALUES ($1, $2, $3, $4, $5)
            """;
    private static final String FORGET_ALL = """
            DELETE FROM pretended_shift
             WHERE member_id = $1
            """;

    private final RowIds ids;

    PretendedShifts(RowIds ids) {
        this.ids = ids;
    }

    /** What a code does: it gives a promise, accepts an offer, or takes either side of an offer back. */
    public enum Act { GIVE, COVER, BACK }

    /** @param about the promise, or the offer */
    public record Done(Act act, UUID about) {}

    public List<Done> of(Transaction tx, MemberId member) {
        return tx.query(OF_MEMBER, PretendedShifts::read, member.value());
    }

    public void keep(Transaction tx, MemberId member, Done done) {
        var isPromise = done.act() == Act.GIVE;
        tx.execute(KEEP, ids.next(), member.value(), done.act().name().toLowerCase(Locale.ROOT), isPromise ? done.about() : null,
                isPromise ? null : done.about());
    }

    /** Nothing speaks against her phone any more. */
    void forgetAll(Transaction tx, MemberId member) {
        tx.execute(FORGET_ALL, member.value());
    }

    private static Done read(Row row) {
        return new Done(Act.valueOf(row.text("act").toUpperCase(Locale.ROOT)), row.id("about"));
    }
}
