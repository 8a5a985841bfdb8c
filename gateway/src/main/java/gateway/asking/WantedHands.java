package gateway.asking;

import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps how many companions a holder wants, and when it is looked at again whether they have come. */
public final class WantedHands {

    private static final String WANT = """
            INSERT INTO wanted_hands (ladder_id, alert_id, wanted, due_at, short_at)
            VALUES ($1, $2, $3, $4, $5)
            ON CONFLICT (ladder_id) DO UPDATE
               SET wanted = excluded.wanted, due_at = excluded.due_at, short_at = coalesce(wanted_hands.short_at, excluded.short_at)
            """;
    /** One more than come already, or than were wanted before and are still looked for. */
    private static final String WANT_ONE_MORE = """
            INSERT INTO wanted_hands (ladder_id, alert_id, wanted, due_at)
            SELECT peers.id, peers.alert_id, LEAST($4, 1 + (SELECT count(*)
                                                              FROM dispatch AS beside
                                                             WHERE beside.ladder_id = peers.id
                                                               AND beside.companion
                                                               AND beside.state = 'taken')), $3
              FROM (SELECT DISTINCT alert_id
                      FROM dispatch
                     WHERE member_id = $1
                       AND state = 'taken') AS hers
              JOIN ladder AS peers ON peers.alert_id = hers.alert_id AND peers.discipline = $2
             ORDER BY peers.id
            ON CONFLICT (ladder_id) DO UPDATE
               SET due_at = excluded.due_at,
                   wanted = CASE WHEN wanted_hands.due_at IS NULL THEN excluded.wanted
                                 ELSE LEAST($4, wanted_hands.wanted + 1)
                             END
            """;
    /** One more than have come, unless somebody is looked for already. */
    private static final String WANT_ANOTHER = """
            INSERT INTO wanted_hands (ladder_id, alert_id, wanted, due_at)
            VALUES ($1, $2, LEAST($4, 1 + (SELECT count(*)
                                             FROM dispatch
                                            WHERE ladder_id = $1
                                              AND companion
                                              AND state = 'taken')), $3)
            ON CONFLICT (ladder_id) DO UPDATE
               SET wanted = excluded.wanted, due_at = excluded.due_at
             WHERE wanted_hands.due_at IS NULL
            """;
    private static final String WANTED = """
            SELECT wanted
              FROM wanted_hands
             WHERE ladder_id = $1
            """;
    private static final String IS_SHORT = """
            SELECT short_at IS NOT NULL AS is_short
              FROM wanted_hands
             WHERE ladder_id = $1
            """;
    private static final String ENOUGH = """
            UPDATE wanted_hands
               SET due_at = NULL, short_at = NULL
             WHERE ladder_id = $1
            """;
    private static final String LOOK_AT = """
            UPDATE wanted_hands
               SET due_at = $2
             WHERE ladder_id = $1
            """;
    private static final String HURRY = """
            UPDATE wanted_hands
               SET due_at = $2
             WHERE ladder_id = $1
               AND due_at IS NOT NULL
            """;
    private static final String DUE = """
            SELECT alert_id
              FROM wanted_hands
             WHERE due_at <= $1
             ORDER BY due_at
             LIMIT $2
            """;
    private static final String NEXT_DUE = """
            SELECT min(due_at) AS at
              FROM wanted_hands
            """;
    /** Whoever has an alert has reported another herself, and nobody is wanted beside her yet. */
    private static final String HELD_BY_REPORTERS = """
            SELECT ladder.alert_id
              FROM ladder
              JOIN member ON member.id = ladder.holder_id
              JOIN contact_point ON contact_point.number_index = member.phone_index
             WHERE ladder.discipline = $1
               AND EXISTS (SELECT FROM alert
                            WHERE alert.contact_point_id = contact_point.id
                              AND alert.id <> ladder.alert_id
                              AND alert.resolved_at IS NULL)
               AND NOT EXISTS (SELECT FROM wanted_hands
                                WHERE wanted_hands.ladder_id = ladder.id
                                  AND wanted > 0)
             LIMIT $2
            """;
    private static final String IS_DUE = """
            SELECT wanted
              FROM wanted_hands
             WHERE ladder_id = $1
               AND due_at <= $2
            """;

    /** @param shortAt now, if fewer could be asked than are wanted; else null */
    void want(Transaction tx, Ladder ladder, int wanted, Instant dueAt, @Nullable Instant shortAt) {
        tx.write(WANT, ladder.id().value(), ladder.alert().value(), wanted, dueAt, shortAt);
        tx.announce();
    }

    /** Whether the coordinators know that fewer could be asked than are wanted. */
    boolean isShort(Transaction tx, Ladder ladder) {
        return tx.queryOne(IS_SHORT, row -> row.flag("is_short"), ladder.id().value()).orElse(false);
    }

    /** Enough have come, or it is over: it is looked at no more. */
    void enough(Transaction tx, Ladder ladder) {
        tx.write(ENOUGH, ladder.id().value());
        tx.announce();
    }

    /** One more is wanted beside a member on each alert that she has. */
    void wantOneMore(Transaction tx, MemberId member, Discipline discipline, int most, Instant now) {
        tx.execute(WANT_ONE_MORE, member.value(), discipline.word(), now, most);
        tx.announce();
    }

    /** One more is wanted beside the holder of a ladder, whom a report tells of something graver. */
    void wantAnother(Transaction tx, Ladder ladder, int most, Instant now) {
        tx.execute(WANT_ANOTHER, ladder.id().value(), ladder.alert().value(), now, most);
        tx.announce();
    }

    /** How many are wanted beside the holder, those who have come among them. */
    int wanted(Transaction tx, Ladder ladder) {
        return tx.queryOne(WANTED, row -> row.number("wanted"), ladder.id().value()).orElse(0);
    }

    void lookAt(Transaction tx, Ladder ladder, Instant dueAt) {
        tx.write(LOOK_AT, ladder.id().value(), dueAt);
        tx.announce();
    }

    /** Somebody who was asked will not come: it is looked at now, unless it is settled. */
    void hurry(Transaction tx, LadderId ladder, Instant now) {
        tx.write(HURRY, ladder.value(), now);
    }

    /** When the first is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    List<AlertId> due(Transaction tx, Instant now, int limit) {
        return tx.query(DUE, row -> new AlertId(row.id("alert_id")), now, limit);
    }

    List<AlertId> heldByReporters(Transaction tx, Discipline discipline, int limit) {
        return tx.query(HELD_BY_REPORTERS, row -> new AlertId(row.id("alert_id")), discipline.word(), limit);
    }

    /** How many are wanted, if it is still to be looked at now that the alert is locked. */
    Optional<Integer> stillDue(Transaction tx, Ladder ladder, Instant now) {
        return tx.queryOne(IS_DUE, row -> row.number("wanted"), ladder.id().value(), now);
    }
}
