package gateway.telling;

import gateway.alert.AlertId;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps who is to be rung and when, and how lately each responder was. */
public final class Rings {

    private static final String DUE = """
            SELECT id, alert_id, member_id, gravity
              FROM dispatch
             WHERE ring_at <= $1
             ORDER BY gravity, known DESC, asked_at
             LIMIT $2
            """;
    private static final String NEXT_DUE = """
            SELECT min(ring_at) AS at
              FROM dispatch
            """;
    private static final String MEET = """
            INSERT INTO pace (member_id)
            SELECT DISTINCT member_id
              FROM dispatch
             WHERE ring_at <= $1
            ON CONFLICT DO NOTHING
            """;
    private static final String IS_DUE = """
            SELECT 1
              FROM dispatch
             WHERE id = $1
               AND ring_at <= $2
            """;
    private static final String LOCK = """
            SELECT 1
              FROM pace
             WHERE member_id = $1
               FOR NO KEY UPDATE SKIP LOCKED
            """;
    /** A call whose end nobody has told, or that nobody has seen to yet, may still ring; after four minutes none of ours does. */
    private static final String CALLS = """
            SELECT coalesce(message.left_at, message.not_before) AS rang_at, dispatch.gravity,
                   message.state IN ('waiting', 'sending')
                       OR NOT message.heeded AND message.left_at > $3::timestamptz - interval '4 minutes' AS going,
                   (SELECT max(greatest(key_pressed_at, ended_at))
                      FROM attempt
                     WHERE attempt.message_id = message.id
                       AND key_pressed_at IS NOT NULL) AS reached_at
              FROM message
              JOIN dispatch ON dispatch.id = message.dispatch_id
             WHERE message.member_id = $1
               AND message.purpose = 'dispatch'
               AND message.kind = 'call'
               AND (message.left_at > $2 OR message.state IN ('waiting', 'sending'))
             ORDER BY rang_at
            """;
    private static final String GOING = """
            SELECT dispatch_id, coalesce(left_at, not_before) AS rang_at
              FROM message
             WHERE member_id = $1
               AND dispatch_id IS NOT NULL
               AND purpose = 'dispatch'
               AND kind = 'call'
               AND (state IN ('waiting', 'sending') OR NOT heeded AND left_at > $2::timestamptz - interval '4 minutes')
             ORDER BY rang_at
            """;
    private static final String OF_ALERT = """
            SELECT member_id, coalesce(left_at, not_before) AS rang_at
              FROM message
             WHERE alert_id = $1
               AND purpose = 'dispatch'
               AND kind = 'call'
               AND member_id IS NOT NULL
               AND (left_at IS NOT NULL OR state IN ('waiting', 'sending'))
            """;
    private static final String SET = """
            UPDATE dispatch
               SET ring_at = $2
             WHERE id = $1
               AND state IN ('asked', 'unreached')
            """;

    /** A dispatch whose responder is to be rung. */
    public record Due(DispatchId dispatch, AlertId alert, MemberId member, int gravity) {}

    /** When the first is due, or was. */
    public Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    /** Those whose moment has come, the gravest first. */
    public List<Due> due(Transaction tx, Instant now, int limit) {
        tx.write(MEET, now);
        return tx.query(DUE, row -> new Due(new DispatchId(row.id("id")), new AlertId(row.id("alert_id")),
                new MemberId(row.id("member_id")), row.number("gravity")), now, limit);
    }

    /** Whether its moment has come still, and nobody else tells or rings her now: it never waits for whoever does. */
    public boolean lock(Transaction tx, Due due, Instant now) {
        return tx.queryOne(IS_DUE, row -> row, due.dispatch().value(), now).isPresent()
                && tx.queryOne(LOCK, row -> row, due.member().value()).isPresent();
    }

    /** Her calls about alerts since then, and one that is about to be made, oldest first. */
    public List<RingPlan.Rang> calls(Transaction tx, MemberId member, Instant since, Instant now) {
        return tx.query(CALLS, row -> new RingPlan.Rang(row.moment("rang_at"), row.number("gravity"), row.flag("going"),
                row.momentIfAny("reached_at").orElse(null)), member.value(), since, now);
    }

    /** A call that may still ring, or waits for its moment. */
    public record Going(DispatchId dispatch, Instant at) {}

    /** Her calls about alerts that may still ring, or wait, the first first. */
    public List<Going> going(Transaction tx, MemberId member, Instant now) {
        return tx.query(GOING, row -> new Going(new DispatchId(row.id("dispatch_id")), row.moment("rang_at")), member.value(), now);
    }

    /** When each member was rung for an alert, and is about to be. */
    public Map<MemberId, List<Instant>> ofAlert(Transaction tx, AlertId alert) {
        record Rang(MemberId member, Instant at) {}
        return tx.query(OF_ALERT, row -> new Rang(new MemberId(row.id("member_id")), row.moment("rang_at")), alert.value()).stream()
                .collect(Collectors.groupingBy(Rang::member, Collectors.mapping(Rang::at, Collectors.toUnmodifiableList())));
    }

    /** When it is looked at again; null when she is not to be rung for it any more. */
    public void set(Transaction tx, DispatchId dispatch, @Nullable Instant ringAt) {
        tx.write(SET, dispatch.value(), ringAt);
    }
}
