package gateway.telling;

import gateway.alert.AlertId;
import gateway.alert.AlertNumber;
import gateway.contact.HotlineId;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.dispatch.Dispatches;
import gateway.member.MemberId;
import gateway.messaging.MessageId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what each responder is still to be told of and how lately she was told. It locks a responder's pace and the
 * dispatches it tells of, and never waits for a lock, so that it cannot stand in the way of whoever has an alert's.
 */
public final class Digests {

    /** A text has too little room for more than these; the rest is counted. */
    static final int MOST_LISTED = 30;
    private static final String UNTOLD = """
            SELECT dispatch.id, dispatch.alert_id, alert.number, alert.hotline_id, ladder.discipline, dispatch.told_at IS NOT NULL AS told,
                   dispatch.known, dispatch.gravity, alert.code,
                   alert.area, (SELECT count(*) FROM arrestee WHERE arrestee.alert_id = alert.id) AS people,
                   coalesce(alert.first_grave_at, alert.opened_at) AS told_at, dispatch.zone, ladder.due_at, dispatch.code_sealed,
                   had.alias AS had_by, had.taken_at AS had_since, had.heard_at AS had_until
              FROM dispatch
              JOIN alert ON alert.id = dispatch.alert_id
              JOIN ladder ON ladder.id = dispatch.ladder_id
              LEFT JOIN LATERAL (SELECT member.alias, lease.taken_at, lease.heard_at, lease.lapsed_at
                                   FROM lease
                                   JOIN member ON member.id = lease.member_id
                                  WHERE lease.ladder_id = ladder.id
                                  ORDER BY lease.taken_at DESC
                                  LIMIT 1) AS had ON had.lapsed_at IS NOT NULL
             WHERE dispatch.member_id = $1
               AND dispatch.tell_at IS NOT NULL
             ORDER BY dispatch.known DESC, dispatch.gravity, dispatch.tell_at
             LIMIT $2
               FOR NO KEY UPDATE OF dispatch SKIP LOCKED
            """;
    private static final String COUNT_UNTOLD = """
            SELECT count(DISTINCT alert_id) AS waiting
              FROM dispatch
             WHERE member_id = $1
               AND tell_at IS NOT NULL
            """;
    private static final String SWEEPS = """
            SELECT swept.area
              FROM unnest($1::text[]) AS swept (area)
             WHERE (SELECT count(*)
                      FROM (SELECT
                              FROM alert
                             WHERE alert.area = swept.area
                               AND NOT alert.known
                               AND alert.resolved_at IS NULL
                               AND alert.opened_at > $2
                             LIMIT $3) AS lately) >= $3
            """;
    private static final String TELL_LISTED = """
            WITH told AS (
                    UPDATE dispatch
                       SET tell_at = NULL, told_at = $3
                     WHERE id = ANY ($2)
                    RETURNING id, alert_id)
            INSERT INTO message_dispatch (message_id, dispatch_id, alert_id, listed)
            SELECT $1, id, alert_id, true
              FROM told
            ON CONFLICT DO NOTHING
            """;
    private static final String TELL_LATER = """
            UPDATE dispatch
               SET tell_at = $2, zone = $3
             WHERE id = ANY ($1)
            """;
    private static final String TELL_COUNTED = """
            WITH counted AS (
                    SELECT id
                      FROM dispatch
                     WHERE member_id = $2
                       AND tell_at IS NOT NULL
                       AND (told_at IS NULL OR told_at < tell_at)
                       FOR NO KEY UPDATE SKIP LOCKED),
                 told AS (
                    UPDATE dispatch
                       SET told_at = $3
                     WHERE id IN (SELECT id FROM counted)
                    RETURNING id, alert_id)
            INSERT INTO message_dispatch (message_id, dispatch_id, alert_id, listed)
            SELECT $1, id, alert_id, false
              FROM told
            """;
    private static final String WITHDRAW = """
            UPDATE message
               SET state = 'cancelled', cancelled_at = $1, due_at = NULL
             WHERE id IN (SELECT message.id
                            FROM message
                            JOIN message_dispatch ON message_dispatch.message_id = message.id AND listed
                            JOIN dispatch ON dispatch.id = message_dispatch.dispatch_id
                           WHERE message.purpose = 'dispatch'
                             AND message.kind = 'text'
                             AND message.state = 'waiting'
                             AND dispatch.state NOT IN ('asked', 'unreached')
                             FOR NO KEY UPDATE OF message SKIP LOCKED)
               AND state = 'waiting'
            """;
    /** What a withdrawn text told of is to be told again, unless it is over or a later text tells of it. */
    private static final String TELL_WITHDRAWN = """
            WITH withdrawn AS (
                    SELECT id
                      FROM message
                     WHERE purpose = 'dispatch'
                       AND kind = 'text'
                       AND state = 'cancelled'
                       AND NOT failure_noted
                       FOR NO KEY UPDATE SKIP LOCKED),
                 untold AS (
                    SELECT message_id, dispatch_id
                      FROM message_dispatch
                      JOIN dispatch ON dispatch.id = dispatch_id
                     WHERE message_id IN (SELECT id FROM withdrawn)
                       AND dispatch.state = 'asked'
                       AND dispatch.tell_at IS NULL
                       AND NOT EXISTS (SELECT FROM message_dispatch AS later
                                        WHERE later.dispatch_id = message_dispatch.dispatch_id
                                          AND later.message_id > message_dispatch.message_id)),
                 free AS (
                    SELECT id
                      FROM dispatch
                     WHERE id IN (SELECT dispatch_id FROM untold)
                       FOR NO KEY UPDATE SKIP LOCKED),
                 told AS (
                    UPDATE dispatch
                       SET tell_at = $1
                     WHERE id IN (SELECT id FROM free)
                       AND state = 'asked')
            UPDATE message
               SET failure_noted = true
             WHERE id IN (SELECT id FROM withdrawn)
               AND NOT EXISTS (SELECT FROM untold
                                WHERE untold.message_id = message.id
                                  AND untold.dispatch_id NOT IN (SELECT id FROM free))
            """;

    private static final String ANSWERED = """
            SELECT EXISTS (SELECT FROM message
                            WHERE member_id = $1
                              AND dispatch_id IS NOT DISTINCT FROM $2
                              AND purpose = 'answer_to_code'
                              AND made_at > $3) AS answered
            """;

    private final Dispatches dispatches;
    private final Paces paces = new Paces();

    public Digests(Dispatches dispatches) {
        this.dispatches = dispatches;
    }

    /** How lately each was told. */
    public Paces paces() {
        return paces;
    }

    /** Locks the dispatches that must be told first: known numbers', then the gravest, then the oldest. */
    List<Untold> untold(Transaction tx, MemberId member) {
        return tx.querySound(Dispatches.NAMED, UNTOLD, this::read, member.value(), MOST_LISTED);
    }

    /** How many alerts wait. */
    int countUntold(Transaction tx, MemberId member) {
        return tx.queryOne(COUNT_UNTOLD, row -> (int) row.count("waiting"), member.value()).orElse(0);
    }

    /** The areas among these in which so many strangers have reported since, and nothing of it is resolved. */
    List<String> sweeps(Transaction tx, Collection<String> areas, Instant since, int atLeast) {
        return areas.isEmpty() ? List.of()
                : tx.query(SWEEPS, row -> row.text("area"), areas.toArray(String[]::new), since, (long) atLeast);
    }

    /** A text tells of these; with {@code more}, it counts all others that wait and that no text has told of yet. */
    void told(Transaction tx, MemberId member, MessageId message, List<Untold> listed, boolean more, Instant now) {
        tx.write(TELL_LISTED, message.value(), listed.stream().map(one -> one.dispatch().value()).toArray(UUID[]::new), now);
        if (more) {
            tx.write(TELL_COUNTED, message.value(), member.value(), now);
        }
    }

    /** A text that was made elsewhere tells of these. */
    public void toldOf(Transaction tx, MessageId message, List<DispatchId> listed, Instant now) {
        tx.write(TELL_LISTED, message.value(), listed.stream().map(DispatchId::value).toArray(UUID[]::new), now);
    }

    /** A text that was made elsewhere had no room for these. */
    public void tellLater(Transaction tx, List<DispatchId> untold, ZoneId zone, Instant now) {
        if (!untold.isEmpty()) {
            tx.write(TELL_LATER, untold.stream().map(DispatchId::value).toArray(UUID[]::new), now, zone.getId());
        }
    }

    /** Withdraws what has not left and lists something that is over; what else it told of is to be told again. */
    void withdrawStale(Transaction tx, Instant now) {
        tx.execute(WITHDRAW, now);
        tx.execute(TELL_WITHDRAWN, now);
    }

    /**
     * Whether a text with a living code of hers was answered since then.
     *
     * @param dispatch what the code was of; null for an IN or OUT
     */
    public boolean isAnswered(Transaction tx, MemberId member, @Nullable DispatchId dispatch, Instant since) {
        return tx.queryOne(ANSWERED, row -> row.flag("answered"), member.value(), dispatch == null ? null : dispatch.value(), since)
                .orElse(false);
    }

    private Untold read(Row row) {
        var id = new DispatchId(row.id("id"));
        return new Untold(id, new AlertId(row.id("alert_id")), AlertNumber.read(row.text("number")).orElseThrow(),
                row.idIfAny("hotline_id").map(HotlineId::new).orElse(null),
                Discipline.read(row.text("discipline")).orElseThrow(), row.flag("told"), row.flag("known"), row.number("gravity"),
                row.text("code"), row.textIfAny("area").orElse(null), (int) row.count("people"), row.moment("told_at"),
                ZoneId.of(row.text("zone")), row.momentIfAny("due_at").orElse(null),
                dispatches.open(id, row.bytes("code_sealed")),
                row.textIfAny("had_by").map(by -> new Story(by, row.moment("had_since"), row.moment("had_until")))
                        .orElse(null));
    }
}
