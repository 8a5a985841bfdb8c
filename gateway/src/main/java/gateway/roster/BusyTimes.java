package gateway.roster;

import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.MemberId;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Keeps when members' own calendars say they are busy: a warning on the week's page, and nothing else follows from it. */
public final class BusyTimes {

    private static final String BETWEEN = """
            SELECT member_id, from_at, to_at
              FROM busy_time
             WHERE from_at < $2
               AND to_at > $1
             ORDER BY from_at
            """;
    private static final String FORGET = """
            DELETE FROM busy_time
             WHERE member_id = $1
            """;
    private static final String ADD = """
            INSERT INTO busy_time (id, member_id, from_at, to_at, imported_at)
            VALUES ($1, $2, $3, $4, $5)
            """;

    private final RowIds ids;
    private final InstantSource clock;

    public BusyTimes(RowIds ids, InstantSource clock) {
        this.ids = ids;
        this.clock = clock;
    }

    /** All members' busy times that touch the time between. */
    public List<Stint> between(Transaction tx, Instant from, Instant to) {
        return tx.query(BETWEEN, row -> new Stint(new MemberId(row.id("member_id")), row.moment("from_at"),
                row.moment("to_at")), from, to);
    }

    /** Replaces what was known of the member. */
    public void replace(Transaction tx, MemberId member, List<Stint> busy) {
        tx.execute(FORGET, member.value());
        for (var time : busy) {
            tx.execute(ADD, ids.next(), member.value(), time.from(), time.to(), clock.instant());
        }
    }
}
