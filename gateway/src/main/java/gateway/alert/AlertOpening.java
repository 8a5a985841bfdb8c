package gateway.alert;

import gateway.contact.ContactPointId;
import gateway.contact.HotlineId;
import gateway.database.Collisions;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.entry.TimelineEntry;
import gateway.sealing.KeyRing;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Opens alerts, each with a number, a key of its own, its ladders and the first entry of its timeline. */
public final class AlertOpening {

    /**
     * Whether an alert comes from a known number: the contact point ($4) is an enrolled person's, or an earlier alert of it
     * ended in a way that vouches for it ($13). A flood of new numbers is never known. Who is enrolled and reports from
     * another's phone becomes known by her tag, below.
     */
    private static final String IS_KNOWN = """
            EXISTS (SELECT FROM contact_point WHERE id = $4 AND enrolment_id IS NOT NULL)
                    OR EXISTS (SELECT FROM alert AS earlier
                                 JOIN arrestee ON arrestee.alert_id = earlier.id
                                WHERE earlier.contact_point_id = $4
                                  AND earlier.resolved_at IS NOT NULL
                                  AND arrestee.outcome = ANY ($13))""";
    private static final String ADD = """
            INSERT INTO alert (id, number, hotline_id, contact_point_id, code, pack, area, opened_at, last_report_at,
                               last_grave_at, first_grave_at, timeline_count, timeline_head, known)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $10, $11, $12, %s)
            ON CONFLICT (number) DO NOTHING
            """.formatted(IS_KNOWN);
    private static final String COUNT = """
            SELECT count(*) AS count
              FROM alert
            """;
    /** How many numbers of one length are tried before a longer one is drawn. */
    private static final int TRIES_A_LENGTH = 4;

    private final KeyRing keys;
    private final Ladders ladders;
    private final Arrestees arrestees;
    private final RowIds ids;
    private final RandomGenerator random;
    private final String[] vouchingOutcomes;
    private volatile int numberLength = AlertNumber.lengthFor(0);

    AlertOpening(KeyRing keys, RowIds ids, RandomGenerator random, Ladders ladders, Arrestees arrestees, Collection<Outcome> outcomes) {
        this.keys = keys;
        this.ids = ids;
        this.random = random;
        this.ladders = ladders;
        this.arrestees = arrestees;
        this.vouchingOutcomes = outcomes.stream().filter(Outcome::vouches).map(Outcome::id).toArray(String[]::new);
    }

    /** Looks how many numbers are in use, so that new ones are drawn long enough; a matter of speed, not of safety. */
    public void learnNumberLength(Transaction tx) {
        numberLength = AlertNumber.lengthFor(tx.queryOne(COUNT, row -> row.count("count")).orElse(0L));
    }

    /** What an alert starts with, before it has a number. */
    public record Opening(@Nullable HotlineId hotline, ContactPointId contactPoint, String code, boolean grave, String pack,
            @Nullable String area, int arrestees) {}

    /**
     * Opens an alert with its key, ladders, arrestees and first entry.
     *
     * @param ladders   makes its ladders, each due now
     * @param firstEntry makes the entry that tells of it
     */
    public LockedAlert open(Transaction tx, Opening opening, Instant now, Function<AlertId, List<Ladder.Climbing>> ladders,
            Function<List<Ladder.Climbing>, TimelineEntry> firstEntry) {
        var id = new AlertId(ids.next());
        var seal = keys.makeForAlert(tx, id.value(), now);
        var climbing = ladders.apply(id);
        var first = Timeline.first(id, seal, Actor.REPORTER, now, firstEntry.apply(climbing));
        var alert = insert(tx, id, opening, first.head(), now);
        Timeline.write(tx, first);
        tx.keep(id, first.head());
        climbing.forEach(ladder -> this.ladders.add(tx, ladder));
        arrestees.add(tx, id, opening.arrestees());
        tx.announce();
        return new LockedAlert(alert, List.copyOf(climbing), seal);
    }

    private Alert insert(Transaction tx, AlertId id, Opening opening, Timeline.Head head, Instant now) {
        var graveAt = opening.grave() ? now : null;
        for (var tries = 0;; tries++) {
            var number = AlertNumber.draw(random, Math.min(numberLength + tries / TRIES_A_LENGTH, 12));
            var added = tx.execute(ADD, id.value(), number.toString(),
                    opening.hotline() == null ? null : opening.hotline().value(), opening.contactPoint().value(),
                    opening.code(), opening.pack(), opening.area(), now, now, graveAt, head.count(), head.hash(), vouchingOutcomes);
            if (added == 1) {
                return new Alert(id, number, opening.hotline(), opening.contactPoint(), opening.code(), opening.pack(),
                        opening.area(), now, now, graveAt, null, null, null, false);
            }
            tx.collided(Collisions.Kind.ALERT_NUMBER);
        }
    }
}
