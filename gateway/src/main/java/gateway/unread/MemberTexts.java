package gateway.unread;

import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.database.FaultyRow;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.member.MemberId;
import gateway.sealing.Binding;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Keeps words from members' phones that are no replies, each with the deadline by which somebody should have read it. */
public final class MemberTexts {

    /** An alert she was asked for so lately is what she writes about, even if somebody else has it by now. */
    private static final Duration LATELY = Duration.ofHours(12);

    private static final String ADD = """
            INSERT INTO member_text (id, envelope_id, member_id, alert_id, words_sealed, automatic, said_at, due_at, answered)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    /** What she has before what she is asked for, and that before what she was asked for, as her phone knows it; of several the last. */
    private static final String ABOUT = """
            SELECT dispatch.id, alert.id AS alert_id
              FROM dispatch
              JOIN alert AS told ON told.id = dispatch.alert_id
              JOIN alert ON alert.id = coalesce(told.survivor_id, told.id)
              LEFT JOIN pretence ON pretence.dispatch_id = dispatch.id
              CROSS JOIN LATERAL (SELECT coalesce(pretence.state, dispatch.state) AS state) AS known
             WHERE dispatch.member_id = $1
               AND alert.resolved_at IS NULL
               AND alert.erased_at IS NULL
               AND (known.state IN ('asked', 'unreached', 'taken') OR dispatch.asked_at > $2)
             ORDER BY known.state = 'taken' DESC, known.state IN ('asked', 'unreached') DESC, dispatch.asked_at DESC,
                      dispatch.id DESC
             LIMIT 1
            """;
    private static final String HAS_REPORTED = """
            SELECT EXISTS (SELECT FROM member
                             JOIN contact_point ON contact_point.number_index = member.phone_index
                             JOIN alert ON alert.contact_point_id = contact_point.id
                            WHERE member.id = $1
                              AND alert.resolved_at IS NULL) AS reported
            """;
    private static final String WAS_ANSWERED = """
            SELECT EXISTS (SELECT FROM member_text
                            WHERE member_id = $1
                              AND said_at > $2
                              AND answered) AS answered
            """;
    private static final String DUE_MEMBERS = """
            SELECT member_id
              FROM member_text
             WHERE due_at <= $1
             GROUP BY member_id
             ORDER BY min(due_at)
             LIMIT $2
            """;
    private static final String NEXT_DUE = """
            SELECT min(due_at) AS at
              FROM member_text
            """;
    private static final String TOLD = """
            UPDATE member_text
               SET due_at = NULL
             WHERE member_id = $1
               AND due_at <= $2
            """;
    private static final String WAITING = """
              FROM member_text
              JOIN envelope ON envelope.id = member_text.envelope_id
              LEFT JOIN alert ON alert.id = member_text.alert_id
             WHERE member_text.read_at IS NULL
               AND (NOT member_text.automatic OR member_text.alert_id IS NULL)
               AND alert.erased_at IS NULL
               AND ($1::uuid IS NULL
                    OR EXISTS (SELECT FROM dispatch
                                WHERE dispatch.alert_id = member_text.alert_id
                                  AND dispatch.member_id = $1))
            """;
    private static final String UNREAD = """
            SELECT member_text.id, member_text.member_id, member_text.alert_id, member_text.words_sealed, member_text.said_at,
                   envelope.pictured
            """ + WAITING + """
             ORDER BY member_text.said_at, member_text.id
             LIMIT $2
            """;
    private static final String COUNT_UNREAD = "SELECT count(*) AS unread" + WAITING;
    private static final String READ = """
            UPDATE member_text
               SET read_by = $2, read_at = $3, due_at = NULL
             WHERE id = $1
               AND read_at IS NULL
               AND ($4 OR EXISTS (SELECT FROM dispatch
                                   WHERE dispatch.alert_id = member_text.alert_id
                                     AND dispatch.member_id = $2))
            """;

    private static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("member_text", "id");

    private final KeyRing keys;
    private final RowIds ids;
    private final Duration deadline;

    /** @param deadline how long words may stay unread before the coordinators are told */
    public MemberTexts(KeyRing keys, RowIds ids, Duration deadline) {
        this.keys = keys;
        this.ids = ids;
        this.deadline = deadline;
    }

    /** What she writes about. */
    record About(AlertId alert, DispatchId dispatch) {}

    Optional<About> about(Transaction tx, MemberId member, Instant now) {
        return tx.queryOne(ABOUT, row -> new About(new AlertId(row.id("alert_id")), new DispatchId(row.id("id"))),
                member.value(), now.minus(LATELY));
    }

    /** Whether an alert came from her own phone and is not resolved. */
    boolean hasReported(Transaction tx, MemberId member) {
        return tx.queryOne(HAS_REPORTED, row -> row.flag("reported"), member.value()).orElse(false);
    }

    /**
     * Keeps her words under the key of the alert they belong to; of none, under the house's. What a machine wrote has no deadline.
     *
     * @param answered whether she is answered
     */
    UUID add(Transaction tx, UUID envelope, MemberId member, Optional<LockedAlert> alert, String words, boolean automatic,
            boolean answered, Instant now) {
        var id = ids.next();
        tx.write(ADD, id, envelope, member.value(), alert.map(known -> known.alert().id().value()).orElse(null),
                alert.map(LockedAlert::seal).orElse(keys.house()).seal(binding(id), words), automatic, now,
                automatic ? null : now.plus(deadline), answered);
        return id;
    }

    /** All that is kept when more could not be: the coordinators are told at once. */
    void addAtLeast(Transaction tx, UUID envelope, MemberId member, String words, Instant now) {
        var id = ids.next();
        tx.write(ADD, id, envelope, member.value(), null, keys.house().seal(binding(id), words), false, now, now, false);
    }

    boolean wasAnsweredSince(Transaction tx, MemberId member, Instant since) {
        return tx.queryOne(WAS_ANSWERED, row -> row.flag("answered"), member.value(), since).orElse(false);
    }

    /** When the first is due, or was. */
    Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    /** From whose phones words were unread too long. */
    List<MemberId> dueMembers(Transaction tx, Instant now, int limit) {
        return tx.query(DUE_MEMBERS, row -> new MemberId(row.id("member_id")), now, limit);
    }

    /** The coordinators are told of all that is due from a phone. Says whether anything was. */
    boolean told(Transaction tx, MemberId member, Instant now) {
        return tx.execute(TOLD, member.value(), now) > 0;
    }

    /** What nobody has read, the oldest first: what a responder may see, or all. */
    public List<MemberText> unread(Transaction tx, @Nullable MemberId askedFor, int limit) {
        return tx.query(UNREAD, row -> {
            var id = row.id("id");
            var alert = row.idIfAny("alert_id").map(AlertId::new);
            var seal = alert.map(found -> keys.find(tx, found.value())).orElse(Optional.of(keys.house()));
            return seal.map(key -> new MemberText(id, new MemberId(row.id("member_id")), alert.orElse(null),
                    tx.sound(NAMED, row, _ -> key.open(binding(id), row.bytes("words_sealed"))).orElse(null),
                    row.flag("pictured"), row.moment("said_at")));
        }, askedFor == null ? null : askedFor.value(), limit).stream().flatMap(found -> Stream.ofNullable(found.orElse(null))).toList();
    }

    public int countUnread(Transaction tx, @Nullable MemberId askedFor) {
        return tx.queryOne(COUNT_UNREAD, row -> (int) row.count("unread"), askedFor == null ? null : askedFor.value()).orElse(0);
    }

    /**
     * A member says that she has read it. Says whether nobody had.
     *
     * @param any whether she may read all; else only what belongs to an alert she was asked for
     */
    public boolean read(Transaction tx, UUID id, MemberId by, boolean any, Instant now) {
        tx.announce();
        return tx.execute(READ, id, by.value(), now, any) > 0;
    }

    private static Binding binding(UUID id) {
        return Binding.of("member_text", "words", id);
    }
}
