package gateway.member;

import gateway.database.Transaction;
import gateway.phone.PhoneNumber;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Keeps which phones are lost, said to be found, or texted no more as their carrier says. A bar is of the number, whoever has it. */
public final class PhoneBars {

    private static final String BAR = """
            INSERT INTO barred_phone (number_index, reason, barred_at, actor)
            SELECT phone_index, $2, $3, $4
              FROM member
             WHERE id = $1
               AND phone_index IS NOT NULL
            ON CONFLICT DO NOTHING
            """;
    private static final String BAR_OF = """
            SELECT barred_at, actor
              FROM barred_phone
              JOIN member ON member.phone_index = barred_phone.number_index
             WHERE member.id = $1
            """;
    private static final String UNBAR = """
            DELETE FROM barred_phone
             WHERE number_index = (SELECT phone_index FROM member WHERE id = $1)
            """;
    private static final String SAY_FOUND = """
            INSERT INTO found_phone (member_id, said_by, reason_sealed, said_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT (member_id) DO UPDATE
               SET said_by = excluded.said_by, reason_sealed = excluded.reason_sealed, said_at = excluded.said_at
            """;
    private static final String IS_SAID_FOUND = """
            SELECT 1
              FROM found_phone
             WHERE member_id = $1
               AND said_at > $2
            """;
    private static final String FORGET_FOUND = """
            DELETE FROM found_phone
             WHERE member_id = $1
            """;
    private static final String REFUSE = """
            INSERT INTO refused_phone (number_index, since)
            VALUES ($1, $2)
            ON CONFLICT DO NOTHING
            """;
    private static final String END_REFUSAL = """
            DELETE FROM refused_phone
             WHERE number_index = (SELECT phone_index FROM member WHERE id = $1)
            """;
    private static final String IS_BARRED = """
            SELECT 1
              FROM barred_phone
             WHERE number_index = $1
            """;
    private static final Duration A_DAY = Duration.ofDays(1);

    private final KeyRing keys;

    PhoneBars(KeyRing keys) {
        this.keys = keys;
    }

    /** Nothing is sent to her phone any more, whoever has it, even where its number cannot be read. Says whether that is new. */
    public boolean bar(Transaction tx, MemberId id, BarReason reason, String actor, Instant now) {
        return tx.execute(BAR, id.value(), reason.word(), now, actor) > 0;
    }

    /** Since when her phone is barred, and who said so. */
    public record Bar(Instant at, String actor) {}

    public Optional<Bar> bar(Transaction tx, MemberId id) {
        return tx.queryOne(BAR_OF, row -> new Bar(row.moment("barred_at"), row.text("actor")), id.value());
    }

    /** Her phone is hers again. */
    public void unbar(Transaction tx, MemberId id) {
        tx.execute(UNBAR, id.value());
        tx.execute(FORGET_FOUND, id.value());
        tx.announce();
    }

    /** A coordinator says that it was found; a code that comes back from it within a day proves it. */
    public void sayFound(Transaction tx, MemberId id, MemberId by, String reason, Instant now) {
        tx.write(SAY_FOUND, id.value(), by.value(), keys.house().seal(Binding.of("found_phone", "reason", id.value()), reason), now);
    }

    /** Whether it waits for such a code. */
    public boolean isSaidFound(Transaction tx, MemberId id, Instant now) {
        return tx.queryOne(IS_SAID_FOUND, row -> row, id.value(), now.minus(A_DAY)).isPresent();
    }

    /** Its carrier lets us text this phone no more. Says whether that is new. */
    public boolean refuse(Transaction tx, PhoneNumber phone, Instant now) {
        return tx.execute(REFUSE, keys.index().ofNumber(phone.e164()), now) > 0;
    }

    /** Her phone may be texted again, as far as we know. Says whether it was refused. */
    public boolean endRefusal(Transaction tx, MemberId id) {
        return tx.execute(END_REFUSAL, id.value()) > 0;
    }

    /** Whether this phone was lost, whoever has it now. */
    public boolean isBarred(Transaction tx, PhoneNumber phone) {
        return !tx.query(IS_BARRED, row -> true, keys.index().ofNumber(phone.e164())).isEmpty();
    }
}
