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
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps promises. Each change says whether it was made now, so that of several gateways one acts on it. */
final class Promises {

    private static final String SELECT = """
            SELECT id, roster_id, member_id, from_at, to_at, state, asked_at, cover_ids
              FROM promise
            """;
    private static final String ALL = SELECT + """
             WHERE state <> 'over'
             ORDER BY from_at, id
            """;
    private static final String OF_MEMBER = SELECT + """
             WHERE member_id = $1
               AND state <> 'over'
               AND to_at > $2
             ORDER BY from_at, id
               FOR NO KEY UPDATE
            """;
    private static final String ASK = """
            INSERT INTO promise (id, roster_id, member_id, from_at, to_at, state, asked_at, changed_at, code_index, code_sealed)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9)
            ON CONFLICT ON CONSTRAINT a_shift_is_asked_for_once DO UPDATE
               SET state = excluded.state, to_at = excluded.to_at, asked_at = excluded.asked_at,
                   changed_at = excluded.changed_at, code_index = coalesce(excluded.code_index, promise.code_index),
                   code_sealed = coalesce(excluded.code_sealed, promise.code_sealed)
             WHERE promise.state = 'over' OR excluded.state = 'given'
            """;
    private static final String CODE_OF = """
            SELECT id, code_sealed
              FROM promise
             WHERE id = $1
               AND code_sealed IS NOT NULL
            """;
    private static final String GIVE_CODE = """
            UPDATE promise
               SET code_index = $2, code_sealed = $3
             WHERE id = $1
            """;
    private static final String OF_CODE = """
            SELECT id
              FROM promise
             WHERE member_id = $1
               AND code_index = $2
            """;
    private static final String MOVE = """
            UPDATE promise
               SET state = $3, changed_at = $4
             WHERE id = $1
               AND state = $2
            """;
    private static final String STAY = """
            UPDATE promise
               SET cover_ids = cover_ids || $2::uuid[]
             WHERE id = $1
            """;
    private static final String TAKE_BACK = """
            UPDATE promise
               SET state = 'asked', changed_at = $4
             WHERE roster_id = $1
               AND member_id = $2
               AND from_at = $3
               AND state = 'given'
            """;
    private static final String MAY_ANSWER = """
            INSERT INTO duty_answer (member_id, answered_at)
            VALUES ($1, $2)
            ON CONFLICT (member_id) DO UPDATE
               SET answered_at = excluded.answered_at
             WHERE duty_answer.answered_at <= $3
            """;
    private static final Duration BETWEEN_ANSWERS = Duration.ofMinutes(1);
    private static final int DRAWS = 20;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("promise", "id", "");

    private final Dispatches dispatches;
    private final Foundation foundation;

    Promises(Dispatches dispatches, Foundation foundation) {
        this.foundation = foundation;
        this.dispatches = dispatches;
    }

    /** Those of which something may still come. */
    List<Promise> all(Transaction tx) {
        return tx.querySound(NAMED, ALL, Promises::read);
    }

    /** Those of the member whose shifts are not over, locked. */
    List<Promise> lockOf(Transaction tx, MemberId member, Instant now) {
        return tx.querySound(NAMED, OF_MEMBER, Promises::read, member.value(), now);
    }

    /** @param code that of the text she is asked in; all it asks for share it */
    boolean ask(Transaction tx, RosterId roster, Stint shift, ReplyCode code, Instant now) {
        return put(tx, roster, shift, PromiseState.ASKED, code, now);
    }

    /** Who accepts a shift has given her word with it. */
    void give(Transaction tx, RosterId roster, Stint shift, Instant now) {
        put(tx, roster, shift, PromiseState.GIVEN, null, now);
    }

    /** A code that is no other's of hers. */
    ReplyCode draw(Transaction tx, MemberId member) {
        for (var draw = 0; draw < DRAWS; draw++) {
            var code = ReplyCode.draw(foundation.random());
            if (dispatches.byCode(tx, member, code.digits()).isEmpty() && ofCode(tx, member, code.digits()).isEmpty()) {
                return code;
            }
        }
        throw new IllegalStateException("no free code");
    }

    /** The code that proves her ON to this promise; one is drawn where none was, or where it cannot be read. */
    ReplyCode codeOf(Transaction tx, Promise promise) {
        var member = promise.shift().member();
        return tx.querySound(NAMED, CODE_OF, row -> new ReplyCode(foundation.keys().house().open(binding(member), row.bytes("code_sealed"))),
                promise.id()).stream().findFirst().orElseGet(() -> {
                    var code = draw(tx, member);
                    tx.execute(GIVE_CODE, promise.id(), index(member, code.digits()), foundation.keys().house().seal(binding(member), code.digits()));
                    return code;
                });
    }

    /** The promises a code is of. */
    Set<UUID> ofCode(Transaction tx, MemberId member, String code) {
        return Set.copyOf(tx.query(OF_CODE, row -> row.id("id"), member.value(), index(member, code)));
    }

    private byte[] index(MemberId member, String digits) {
        return foundation.keys().index().of("promise code of " + member, digits);
    }

    /** Of the member and not of the row: a row that is asked again keeps its id. */
    private static Binding binding(MemberId member) {
        return Binding.of("promise", "code", member.value());
    }

    boolean move(Transaction tx, Promise promise, PromiseState to, Instant now) {
        return tx.execute(MOVE, promise.id(), promise.state().word(), to.word(), now) > 0;
    }

    void stay(Transaction tx, Promise promise, List<CoverId> covers) {
        tx.execute(STAY, promise.id(), covers.stream().map(CoverId::value).toArray(UUID[]::new));
    }

    /** She wants off: what she had promised is no longer so. */
    void takeBack(Transaction tx, RosterId roster, MemberId member, Instant from, Instant now) {
        tx.execute(TAKE_BACK, roster.value(), member.value(), from, now);
    }

    /** Whether she may be told now that her word changed nothing. */
    boolean mayAnswer(Transaction tx, MemberId member, Instant now) {
        return tx.execute(MAY_ANSWER, member.value(), now, now.minus(BETWEEN_ANSWERS)) > 0;
    }

    private boolean put(Transaction tx, RosterId roster, Stint shift, PromiseState state, @Nullable ReplyCode code, Instant now) {
        var member = shift.member();
        return tx.execute(ASK, foundation.ids().next(), roster.value(), member.value(), shift.from(), shift.to(), state.word(), now,
                code == null ? null : index(member, code.digits()),
                code == null ? null : foundation.keys().house().seal(binding(member), code.digits())) > 0;
    }

    private static Promise read(Row row) {
        return new Promise(row.id("id"), new RosterId(row.id("roster_id")),
                new Stint(new MemberId(row.id("member_id")), row.moment("from_at"), row.moment("to_at")),
                PromiseState.of(row.text("state")), row.moment("asked_at"), row.ids("cover_ids").stream().map(CoverId::new).toList());
    }
}
