package gateway.console.frame;

import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.member.Members;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Keeps sessions by the hash of their id, and the one notice that waits for the next page of each. */
public final class Sessions {

    private static final String ADD = """
            INSERT INTO session (id_hash, member_id, made_at, seen_at, by_link)
            VALUES ($1, $2, $3, $3, $4)
            """;
    private static final String DROP_OLD = """
            DELETE FROM session
             WHERE made_at < $1
            """;
    private static final String FIND = """
            SELECT session.id_hash, session.member_id, session.made_at, session.seen_at, session.by_link
              FROM session
              JOIN member ON member.id = session.member_id
             WHERE session.id_hash = $1
               AND member.retired_at IS NULL
            """;
    private static final String NOTE_SEEN = """
            UPDATE session
               SET seen_at = $2
             WHERE id_hash = $1
            """;
    private static final String END = """
            DELETE FROM session
             WHERE id_hash = $1
            """;
    private static final String END_ALL_OF_MEMBER = """
            DELETE FROM session
             WHERE member_id = $1
            """;
    private static final String END_OTHERS_OF_MEMBER = """
            DELETE FROM session
             WHERE member_id = $1
               AND id_hash <> $2
            """;
    private static final String LEAVE_NOTICE = """
            UPDATE session
               SET notice = $2
             WHERE id_hash = $1
            """;
    private static final String TAKE_NOTICE = """
            WITH waiting AS (
                SELECT id_hash, notice
                  FROM session
                 WHERE id_hash = $1
                   AND notice IS NOT NULL
                   FOR NO KEY UPDATE
            )
            UPDATE session
               SET notice = NULL
              FROM waiting
             WHERE session.id_hash = waiting.id_hash
            RETURNING waiting.notice
            """;

    private final Members members;
    private final RandomGenerator random;

    public Sessions(Members members, RandomGenerator random) {
        this.members = members;
        this.random = random;
    }

    /** Begins a session and gives the id that the cookie carries. */
    public SecretToken begin(Transaction tx, MemberId member, boolean byLink, Instant now) {
        var id = SecretToken.make(random);
        tx.execute(DROP_OLD, now.minus(Duration.ofDays(1)));
        tx.execute(ADD, id.hash(), member.value(), now, byLink);
        return id;
    }

    /** The living session with this id. */
    Optional<Session> find(Transaction tx, SecretToken id, Instant now) {
        return tx.queryOne(FIND, row -> new Found(row.bytes("id_hash"), new MemberId(row.id("member_id")),
                        row.moment("made_at"), row.moment("seen_at"), row.flag("by_link")), (Object) id.hash())
                .flatMap(found -> members.find(tx, found.member())
                        .map(member -> new Session(found.idHash(), member, found.madeAt(), found.seenAt(), found.byLink())))
                .filter(session -> session.isAlive(now));
    }

    void noteSeen(Transaction tx, Session session, Instant now) {
        tx.execute(NOTE_SEEN, session.idHash(), now);
    }

    public void end(Transaction tx, Session session) {
        tx.execute(END, (Object) session.idHash());
    }

    public void endAllOf(Transaction tx, MemberId member) {
        tx.execute(END_ALL_OF_MEMBER, member.value());
    }

    public void endOthersOf(Transaction tx, MemberId member, Session stays) {
        tx.execute(END_OTHERS_OF_MEMBER, member.value(), stays.idHash());
    }

    /** Leaves a notice for the next page of a session. */
    public void leave(Transaction tx, byte[] idHash, PageNotice notice) {
        tx.execute(LEAVE_NOTICE, idHash, notice.written());
    }

    /** The notice that waits, which is then gone. */
    Optional<PageNotice> takeNotice(Transaction tx, Session session) {
        return tx.queryOne(TAKE_NOTICE, row -> PageNotice.read(row.text("notice")), (Object) session.idHash());
    }

    private record Found(byte[] idHash, MemberId member, Instant madeAt, Instant seenAt, boolean byLink) {}
}
