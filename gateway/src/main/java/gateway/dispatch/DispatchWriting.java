package gateway.dispatch;

import gateway.alert.Ladder;
import gateway.database.Collisions;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Makes dispatches, each with a fresh code, and writes what becomes of them. */
public final class DispatchWriting {

    private static final String ADD = """
            INSERT INTO dispatch (id, alert_id, ladder_id, member_id, step, round, state, code_index, code_sealed,
                                  asked_at, changed_at)
            SELECT $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10
             WHERE NOT EXISTS (SELECT FROM dispatch
                                WHERE member_id = $4
                                  AND code_index = $8
                                  AND changed_at > $10::timestamptz - interval '30 days')
            ON CONFLICT DO NOTHING
            """;
    private static final String ASK = """
            INSERT INTO dispatch (id, alert_id, ladder_id, member_id, step, round, state, code_index, code_sealed,
                                  asked_at, changed_at, tell_at, known, gravity, zone, asks, ring_at)
            SELECT asked.id, $5, $6, asked.member_id, $7, $8, 'asked', asked.code_index, asked.code_sealed,
                   $9, $9, $12, alert.known, $10, asked.zone, 1, $13
              FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $11::text[])
                   AS asked (id, member_id, code_index, code_sealed, zone)
              JOIN alert ON alert.id = $5
             WHERE NOT EXISTS (SELECT FROM dispatch
                                WHERE dispatch.member_id = asked.member_id
                                  AND dispatch.code_index = asked.code_index
                                  AND changed_at > $9::timestamptz - interval '30 days')
            ON CONFLICT DO NOTHING
            RETURNING id
            """;
    private static final String MOVE = """
            UPDATE dispatch
               SET state = $2, changed_at = $3,
                   tell_at = CASE WHEN $2 = 'asked' THEN tell_at END,
                   ring_at = CASE WHEN $2 IN ('asked', 'unreached') THEN ring_at END,
                   later_at = CASE WHEN $2 = 'passed' THEN later_at END
             WHERE id = $1
               AND state = $4
            """;
    private static final String ASK_AGAIN = """
            UPDATE dispatch
               SET state = CASE WHEN state = 'taken' AND NOT companion THEN state ELSE 'asked' END, companion = false,
                   beside_only = false,
                   step = $2, round = $3, asked_at = $4, changed_at = $4,
                   ring_at = CASE WHEN state <> 'taken' OR companion THEN $5::timestamptz END
             WHERE id = $1
               AND state IN ('asked', 'unreached', 'taken')
            """;
    private static final String LEAD = """
            UPDATE dispatch
               SET state = 'taken', tell_at = NULL, ring_at = NULL, later_at = NULL, companion = false,
                   beside_only = false, changed_at = $2
             WHERE id = $1
               AND state IN ('asked', 'unreached', 'taken')
            """;
    private static final String ACCOMPANY = """
            UPDATE dispatch
               SET companion = true, beside_only = $3
             WHERE ladder_id = $1
               AND member_id = ANY ($2)
               AND state = 'asked'
            """;
    /** What waits to be told already keeps its place. */
    private static final String TELL_AGAIN = """
            UPDATE dispatch
               SET tell_at = CASE WHEN state IN ('asked', 'unreached') THEN coalesce(tell_at, $2) END,
                   gravity = $3, zone = $4, asks = asks + 1
             WHERE id = $1
            """;
    /** Unless a text has told of it since it was last asked, or is about to. */
    private static final String TELL = """
            UPDATE dispatch
               SET tell_at = $2
             WHERE id = $1
               AND state IN ('asked', 'unreached')
               AND tell_at IS NULL
               AND (told_at IS NULL OR told_at < asked_at)
            """;
    private static final String ASK_LATER = """
            UPDATE dispatch
               SET later_at = $2
             WHERE id = $1
               AND state = 'passed'
            """;
    /** How many codes are drawn before giving up; with a few live ones out of 900,000 the first one nearly always fits. */
    private static final int DRAWS = 50;

    private final KeyRing keys;
    private final RowIds ids;
    private final RandomGenerator random;

    DispatchWriting(KeyRing keys, RowIds ids, RandomGenerator random) {
        this.keys = keys;
        this.ids = ids;
        this.random = random;
    }

    /** A new dispatch with a fresh code; the responder may not have a live one on this ladder. */
    public Dispatch add(Transaction tx, Ladder ladder, MemberId member, int step, int round, DispatchState state, Instant now) {
        for (var draw = 0; draw < DRAWS; draw++) {
            var code = ReplyCode.draw(random);
            var dispatch = new Dispatch(new DispatchId(ids.next()), ladder.alert(), ladder.id(), ladder.discipline(), member,
                    step, round, state, code, now, false);
            var added = tx.execute(ADD, dispatch.id().value(), dispatch.alert().value(), ladder.id().value(), member.value(),
                    step, round, state.word(), Dispatches.index(keys, member, code), seal(dispatch.id(), code), now);
            if (added == 1) {
                return dispatch;
            }
            tx.collided(Collisions.Kind.REPLY_CODE);
        }
        throw new IllegalStateException("no free reply code, or a second live dispatch on one ladder");
    }

    public void move(Transaction tx, Dispatch dispatch, DispatchState state, Instant now) {
        tx.write(MOVE, dispatch.id().value(), state.word(), now, dispatch.state().word());
        tx.announce();
    }

    /** She has the ladder, whether or not she came beside somebody before. */
    public void lead(Transaction tx, Dispatch dispatch, Instant now) {
        tx.write(LEAD, dispatch.id().value(), now);
        tx.announce();
    }

    /**
     * These were asked just now, to come beside whoever has the ladder.
     *
     * @param only whether their word takes no ladder
     */
    public void accompany(Transaction tx, Ladder ladder, Collection<MemberId> members, boolean only) {
        tx.write(ACCOMPANY, ladder.id().value(), members.stream().map(MemberId::value).toArray(UUID[]::new), only);
    }

    /** Somebody to be asked, and the zone in which the report's time is told. */
    public record Candidacy(MemberId member, ZoneId zone) {}

    /**
     * New dispatches, each with a fresh code; none of these responders may have a live one on this ladder.
     *
     * @param tellAt when a text is to tell of them; null when a call does
     * @param ringAt when whoever has not answered is rung; null when nobody is
     */
    public void ask(Transaction tx, Ladder ladder, Collection<Candidacy> candidates, int step, int round, int gravity, Instant now,
            @Nullable Instant tellAt, @Nullable Instant ringAt) {
        var left = List.copyOf(candidates);
        for (var draw = 0; draw < DRAWS && !left.isEmpty(); draw++) {
            var drawn = left.stream().map(candidate -> new Drawn(new DispatchId(ids.next()), candidate, ReplyCode.draw(random)))
                    .toList();
            var added = new HashSet<>(tx.query(ASK, row -> row.id("id"), each(drawn, one -> one.id.value(), UUID[]::new),
                    each(drawn, one -> one.candidate.member.value(), UUID[]::new),
                    each(drawn, one -> Dispatches.index(keys, one.candidate.member, one.code), byte[][]::new),
                    each(drawn, one -> seal(one.id, one.code), byte[][]::new), ladder.alert().value(),
                    ladder.id().value(), step, round, now, gravity,
                    each(drawn, one -> one.candidate.zone.getId(), String[]::new), tellAt, ringAt));
            left = drawn.stream().filter(one -> !added.contains(one.id.value())).map(Drawn::candidate).toList();
            left.forEach(_ -> tx.collided(Collisions.Kind.REPLY_CODE));
        }
        if (!left.isEmpty()) {
            throw new IllegalStateException("no free reply code, or a second live dispatch on one ladder");
        }
    }

    private record Drawn(DispatchId id, Candidacy candidate, ReplyCode code) {}

    private static <T> T[] each(List<Drawn> drawn, Function<Drawn, T> value, IntFunction<T[]> array) {
        return drawn.stream().map(value).toArray(array);
    }

    /**
     * A live dispatch is to be told of again.
     *
     * @param tellAt by a text from then on; null when a call does
     */
    public void tellAgain(Transaction tx, Dispatch dispatch, int gravity, ZoneId zone, @Nullable Instant tellAt) {
        tx.write(TELL_AGAIN, dispatch.id().value(), tellAt, gravity, zone.getId());
        tx.announce();
    }

    /**
     * The same dispatch is asked once more, at another step, with the same code.
     *
     * @param ringAt as for {@code ask}
     */
    public void askAgain(Transaction tx, Dispatch dispatch, int step, int round, Instant now, @Nullable Instant ringAt) {
        tx.write(ASK_AGAIN, dispatch.id().value(), step, round, now, ringAt);
    }

    /** A text is to tell of it as well, in its turn, unless one has or is about to: a call came to nothing, or is not made. */
    public void tell(Transaction tx, Dispatch dispatch, Instant now) {
        tx.write(TELL, dispatch.id().value(), now);
        tx.announce();
    }

    /** Who has passed is not asked about the alert before then. */
    public void askLater(Transaction tx, Dispatch passed, Instant later) {
        tx.write(ASK_LATER, passed.id().value(), later);
    }

    private byte[] seal(DispatchId id, ReplyCode code) {
        return keys.house().seal(Dispatches.binding(id), code.digits());
    }
}
