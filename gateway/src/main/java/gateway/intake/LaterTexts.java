package gateway.intake;

import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps which reports a responder has still to be told of, and when she was told last. */
public final class LaterTexts {

    private static final String ADD = """
            INSERT INTO later_text (report_id, member_id, alert_id)
            SELECT DISTINCT $1::uuid, member_id, alert_id
              FROM dispatch
             WHERE alert_id = $2
               AND state IN ('asked', 'unreached', 'taken')
            """;
    private static final String FORGET = """
            DELETE FROM later_text
             WHERE alert_id = $1
               AND told_at IS NULL
               AND NOT EXISTS (SELECT FROM ladder
                                WHERE ladder.alert_id = later_text.alert_id
                                  AND ladder.holder_id = later_text.member_id)
            """;
    /** Whoever is asked no more need not be told; whoever was asked again since was told by that. */
    private static final String FORGET_OLD = """
            DELETE FROM later_text
             WHERE told_at IS NULL
               AND NOT EXISTS (SELECT FROM dispatch
                                 JOIN report ON report.id = later_text.report_id
                                WHERE dispatch.alert_id = later_text.alert_id
                                  AND dispatch.member_id = later_text.member_id
                                  AND dispatch.state IN ('asked', 'unreached', 'taken')
                                  AND dispatch.asked_at <= report.reported_at)
            """;
    private static final String DUE = """
            SELECT DISTINCT later_text.alert_id, later_text.member_id
              FROM later_text
              JOIN ladder ON ladder.alert_id = later_text.alert_id AND ladder.holder_id = later_text.member_id
             WHERE later_text.told_at IS NULL
               AND NOT EXISTS (SELECT FROM later_text AS earlier
                                WHERE earlier.alert_id = later_text.alert_id
                                  AND earlier.member_id = later_text.member_id
                                  AND earlier.told_at > $1)
             LIMIT $2
            """;
    private static final String LAST_TOLD = """
            SELECT min(coalesce((SELECT max(earlier.told_at)
                                   FROM later_text AS earlier
                                  WHERE earlier.alert_id = later_text.alert_id
                                    AND earlier.member_id = later_text.member_id), 'epoch')) AS at
              FROM later_text
              JOIN ladder ON ladder.alert_id = later_text.alert_id AND ladder.holder_id = later_text.member_id
             WHERE later_text.told_at IS NULL
            """;
    private static final String TELL = """
               UPDATE later_text
                  SET told_at = $3
                 FROM report
                WHERE later_text.alert_id = $1
                  AND member_id = $2
                  AND told_at IS NULL
                  AND report.id = report_id
            RETURNING report.code, report.reported_at
            """;

    /** One later text of which a responder is told. */
    record Text(String code, Instant at) {}

    record Due(AlertId alert, MemberId member) {}

    /** Whoever was asked and may yet have it is to be told. */
    void add(Transaction tx, UUID report, LockedAlert alert) {
        tx.write(ADD, report, alert.alert().id().value());
    }

    /** All but the holders are asked afresh, and so told. */
    void forget(Transaction tx, AlertId alert) {
        tx.write(FORGET, alert.value());
    }

    void forgetOld(Transaction tx) {
        tx.execute(FORGET_OLD);
    }

    /** Of those who wait to be told, who was told first: when she was told last. */
    Optional<Instant> lastTold(Transaction tx) {
        return tx.moment(LAST_TOLD);
    }

    /** Whoever has an alert, and was told of nothing within the pause. */
    List<Due> due(Transaction tx, Instant now, Duration pause, int limit) {
        return tx.query(DUE, row -> new Due(new AlertId(row.id("alert_id")), new MemberId(row.id("member_id"))),
                now.minus(pause), limit);
    }

    /** What she has still to be told of; from now on she has been. */
    List<Text> tell(Transaction tx, Due due, Instant now) {
        return tx.query(TELL, row -> new Text(row.text("code"), row.moment("reported_at")), due.alert().value(),
                due.member().value(), now);
    }
}
