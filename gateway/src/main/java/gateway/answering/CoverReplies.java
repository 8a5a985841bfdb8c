package gateway.answering;

import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.contact.ContactPoint;
import gateway.contact.ContactPointId;
import gateway.contact.ContactRules;
import gateway.contact.Hotline;
import gateway.contact.HotlineId;
import gateway.contact.ReplyRule;
import gateway.database.Transaction;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The one reply an alert may have, neutral or plain: whether there will be one, and which are due. */
public final class CoverReplies {

    private static final String ADD = """
            INSERT INTO cover_reply (alert_id, contact_point_id, hotline_id, due_at)
            VALUES ($1, $2, $3, $4)
            ON CONFLICT DO NOTHING
            """;
    private static final String DUE = """
            SELECT alert_id, hotline_id, contact_point_id
              FROM cover_reply
             WHERE due_at <= $1
             ORDER BY due_at
             LIMIT $2
            """;
    private static final String NEXT_DUE = """
            SELECT min(due_at) AS at
              FROM cover_reply
            """;
    private static final String LOCK = """
            SELECT contact_point_id
              FROM cover_reply
             WHERE alert_id = $1
               AND due_at <= $2
               FOR NO KEY UPDATE
            """;
    private static final String DECIDE = """
            UPDATE cover_reply
               SET decided = $2, due_at = NULL
             WHERE alert_id = $1
            """;

    private static final String WAITS = """
            SELECT EXISTS (SELECT FROM cover_reply
                            WHERE alert_id = $1
                              AND decided IS NULL) AS waits
            """;
    private static final String WITHDRAW = """
            UPDATE cover_reply
               SET decided = 'withheld', due_at = NULL
             WHERE alert_id = $1
               AND decided IS NULL
            """;

    private final ContactRules rules;
    private final RandomGenerator random;

    public CoverReplies(ContactRules rules, RandomGenerator random) {
        this.rules = rules;
        this.random = random;
    }

    /** A reply is put off by a random while, and decided again when its moment has come. */
    public void consider(Transaction tx, LockedAlert alert, Hotline hotline, ContactPoint phone, Instant now) {
        if (rules.reply(tx, phone, hotline, alert.alert().silenceAsked(), now).allowsReply()) {
            tx.write(ADD, alert.alert().id().value(), phone.id().value(), hotline.id().value(),
                    now.plus(ReplyRule.delay(random)));
        }
    }

    record Due(AlertId alert, HotlineId hotline, ContactPointId reporter) {}

    /** When the first is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    List<Due> due(Transaction tx, Instant now, int limit) {
        return tx.query(DUE, row -> new Due(new AlertId(row.id("alert_id")), new HotlineId(row.id("hotline_id")),
                new ContactPointId(row.id("contact_point_id"))), now, limit);
    }

    /** Whether it is still undecided, now that its alert is locked. */
    boolean isStillDue(Transaction tx, AlertId alert, Instant now) {
        return tx.queryOne(LOCK, row -> row.id("contact_point_id"), alert.value(), now).isPresent();
    }

    void decide(Transaction tx, AlertId alert, boolean sent) {
        tx.write(DECIDE, alert.value(), sent ? "sent" : "withheld");
    }

    /** Whether a reply may still go out. */
    public boolean waits(Transaction tx, AlertId alert) {
        return tx.queryOne(WAITS, row -> row.flag("waits"), alert.value()).orElse(false);
    }

    /** There will be none. Says whether there might have been. */
    public boolean withdraw(Transaction tx, AlertId alert) {
        return tx.execute(WITHDRAW, alert.value()) > 0;
    }
}
