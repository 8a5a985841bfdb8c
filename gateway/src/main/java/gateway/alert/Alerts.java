package gateway.alert;

import gateway.contact.ContactPointId;
import gateway.contact.EnrolmentId;
import gateway.contact.HotlineId;
import gateway.database.Collisions;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.entry.TimelineEntry;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.sealing.KeyRing;
import gateway.sealing.Seal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps alerts, each with the first entry of its timeline and a key of its own. */
public final class Alerts {

    private static final Duration ELSEWHERE_AGAIN = Duration.ofMinutes(10);
    private static final String COLUMNS = """
            id, number, hotline_id, contact_point_id, code, pack, area, opened_at, last_report_at, last_grave_at, first_grave_at,
            done_proposed_by, resolved_at, enrolment_id, silence_asked
            """;
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
    private static final String SAVE = """
            UPDATE alert
               SET code = $2, area = $3, last_report_at = $4, last_grave_at = $5, first_grave_at = $8, done_proposed_by = $6,
                   resolved_at = $7
             WHERE id = $1
            """;
    private static final String KEEP_WHO = """
            UPDATE alert
               SET enrolment_id = $2, silence_asked = $3, known = known OR $2::uuid IS NOT NULL
             WHERE id = $1
            """;
    private static final String ASK_ELSEWHERE = """
            UPDATE alert
               SET elsewhere_at = $2
             WHERE id = $1
               AND (elsewhere_at IS NULL OR elsewhere_at <= $3)
            """;
    private static final String NOTE_CUSTODY = """
            UPDATE alert
               SET custody_places = ARRAY(SELECT DISTINCT unnest(custody_places || $2::text[]) ORDER BY 1)
             WHERE id = $1
            """;
    private static final String CUSTODY = """
            SELECT custody_places
              FROM alert
             WHERE id = $1
            """;
    private static final String KNOW_LADDERS = """
            UPDATE ladder
               SET known = true
             WHERE alert_id = $1
               AND NOT known
            """;
    private static final String LOCK = "SELECT timeline_count, timeline_head, " + COLUMNS + """
              FROM alert
             WHERE id = $1
               FOR NO KEY UPDATE
            """;
    /** Her own first; else the one that hers was merged into. */
    private static final String LOCK_UNRESOLVED_OF = "SELECT timeline_count, timeline_head, " + COLUMNS + """
              FROM alert
             WHERE id = (SELECT coalesce(mine.survivor_id, mine.id)
                           FROM alert AS mine
                           LEFT JOIN alert AS survivor ON survivor.id = mine.survivor_id
                          WHERE mine.contact_point_id = $1
                            AND mine.hotline_id IS NOT DISTINCT FROM $2
                            AND (mine.resolved_at IS NULL OR survivor.resolved_at IS NULL AND survivor.id IS NOT NULL)
                          ORDER BY (mine.survivor_id IS NOT NULL), mine.opened_at, mine.id
                          LIMIT 1)
               AND resolved_at IS NULL
               FOR NO KEY UPDATE
            """;
    private static final String HAS_UNRESOLVED_OF = """
            SELECT EXISTS (SELECT FROM alert AS mine
                             JOIN alert AS going ON going.id = coalesce(mine.survivor_id, mine.id)
                            WHERE mine.contact_point_id = $1
                              AND (mine.resolved_at IS NULL OR going.resolved_at IS NULL)) AS unresolved
            """;
    private static final String FIND = "SELECT " + COLUMNS + """
              FROM alert
             WHERE number = $1
            """;
    private static final String FIND_BY_ID = "SELECT " + COLUMNS + """
              FROM alert
             WHERE id = $1
            """;
    private static final String UNRESOLVED = "SELECT " + COLUMNS + """
              FROM alert
             WHERE resolved_at IS NULL
             ORDER BY opened_at, id
             LIMIT $1
            """;
    private static final String UNRESOLVED_ABOUT = "SELECT " + COLUMNS + """
              FROM alert
             WHERE resolved_at IS NULL
               AND enrolment_id = $1
             ORDER BY opened_at, id
             LIMIT 20
            """;
    private static final String RECENTLY_RESOLVED = "SELECT " + COLUMNS + """
              FROM alert
             WHERE resolved_at IS NOT NULL
             ORDER BY resolved_at DESC
             LIMIT $1
            """;
    private static final String COUNT = """
            SELECT count(*) AS count
              FROM alert
            """;
    private static final String COUNT_UNRESOLVED = """
            SELECT count(*) AS count
              FROM alert
             WHERE resolved_at IS NULL
               AND ($1 = EXISTS (SELECT FROM ladder
                                 WHERE alert_id = alert.id AND state = 'climbing' AND discipline = ANY ($2)))
            """;
    private static final String ALL_IDS = """
            SELECT id
              FROM alert
             WHERE id > $1
             ORDER BY id
             LIMIT $2
            """;

    private static final String CONTACT_POINT_OF = """
            SELECT contact_point_id
              FROM alert
             WHERE id = $1
            """;
    private static final String ERASE = """
            UPDATE alert
               SET erased_at = $2
             WHERE id = $1
            """;
    private static final String ERASED_AT = """
            SELECT erased_at
              FROM alert
             WHERE id = $1
            """;
    private static final String HAS_ANOTHER = """
            SELECT id
              FROM alert
             WHERE contact_point_id = $1
               AND id <> $2
               AND erased_at IS NULL
             LIMIT 1
            """;
    private static final String NUMBER_OF = """
            SELECT number
              FROM alert
             WHERE id = $1
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("alert", "id", "number");

    /** How many numbers of one length are tried before a longer one is drawn. */
    private static final int TRIES_A_LENGTH = 4;

    private final KeyRing keys;
    private final RowIds ids;
    private final RandomGenerator random;
    private final Ladders ladders;
    private final Arrestees arrestees;
    private final String[] vouchingOutcomes;
    private volatile int numberLength = AlertNumber.lengthFor(0);

    /** @param outcomes the pack's; some of them make a number known */
    public Alerts(KeyRing keys, RowIds ids, RandomGenerator random, Ladders ladders,
            Arrestees arrestees, Collection<Outcome> outcomes) {
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

    /** The phone an alert came from, which is locked before the alert. */
    public Optional<ContactPointId> contactPointOf(Transaction tx, AlertId id) {
        return tx.queryOne(CONTACT_POINT_OF, row -> new ContactPointId(row.id("contact_point_id")), id.value());
    }

    /**
     * Locks an alert; empty when there is none, or when its key has been erased. The transaction's moment is now, and not
     * before the alert's last entry ({@link Transaction#standAtLock}).
     */
    public Optional<LockedAlert> lock(Transaction tx, AlertId id) {
        var asked = tx.ask(LOCK, Function.identity(), id.value());
        var belongings = new Belongings(tx, id);
        return asked.get().stream().flatMap(row -> tx.sound(NAMED, row, belongings::with).stream())
                .flatMap(Optional::stream).findFirst();
    }

    public Optional<LockedAlert> lock(Transaction tx, AlertNumber number) {
        return find(tx, number).flatMap(alert -> lock(tx, alert.id()));
    }

    /** Locks the unresolved alert of a contact point on a hotline: the one a later report joins. */
    public Optional<LockedAlert> lockUnresolvedOf(Transaction tx, ContactPointId contactPoint, @Nullable HotlineId hotline) {
        return tx.querySound(NAMED, LOCK_UNRESOLVED_OF, row -> new Belongings(tx, new AlertId(row.id("id"))).with(row),
                contactPoint.value(), hotline == null ? null : hotline.value()).stream().flatMap(Optional::stream).findFirst();
    }

    /** Whether an alert that came from this phone, or what it was merged into, is unresolved. */
    public boolean hasUnresolvedOf(Transaction tx, ContactPointId contactPoint) {
        return tx.queryOne(HAS_UNRESOLVED_OF, row -> row.flag("unresolved"), contactPoint.value()).orElse(false);
    }

    public Optional<Alert> find(Transaction tx, AlertId id) {
        return tx.querySound(NAMED, FIND_BY_ID, Alerts::read, id.value()).stream().findFirst();
    }

    public Optional<Alert> find(Transaction tx, AlertNumber number) {
        return tx.querySound(NAMED, FIND, Alerts::read, number.toString()).stream().findFirst();
    }

    /** Unresolved alerts, the oldest first. */
    public List<Alert> unresolved(Transaction tx, int limit) {
        return tx.querySound(NAMED, UNRESOLVED, Alerts::read, limit);
    }

    /** Unresolved alerts about one enrolled person, the oldest first: joining keeps them apart, and only a human merges them. */
    public List<Alert> unresolvedAbout(Transaction tx, EnrolmentId person) {
        return tx.querySound(NAMED, UNRESOLVED_ABOUT, Alerts::read, person.value());
    }

    public List<Alert> recentlyResolved(Transaction tx, int limit) {
        return tx.querySound(NAMED, RECENTLY_RESOLVED, Alerts::read, limit);
    }

    /** How many unresolved alerts are open, and how many acknowledged. */
    public Map<AlertState, Long> counts(Transaction tx) {
        return Map.of(AlertState.OPEN, tx.queryOne(COUNT_UNRESOLVED, row -> row.count("count"), true,
                        Discipline.requiredWords()).orElse(0L),
                AlertState.ACKNOWLEDGED, tx.queryOne(COUNT_UNRESOLVED, row -> row.count("count"), false,
                        Discipline.requiredWords()).orElse(0L));
    }

    /** The next ids after the one given, for going through all alerts in pieces. */
    public List<AlertId> idsAfter(Transaction tx, AlertId after, int limit) {
        return tx.query(ALL_IDS, row -> new AlertId(row.id("id")), after.value(), limit);
    }

    /** How people call it, whatever else of the alert can be read. */
    public String numberOf(Transaction tx, AlertId id) {
        return tx.queryOne(NUMBER_OF, row -> row.text("number"), id.value()).orElseThrow();
    }

    public void save(Transaction tx, Alert alert) {
        tx.write(SAVE, alert.id().value(), alert.code(), alert.area(), alert.lastReportAt(), alert.lastGraveAt(),
                alert.doneProposedBy() == null ? null : alert.doneProposedBy().value(), alert.resolvedAt(), alert.firstGraveAt());
        tx.announce();
    }

    /**
     * Destroys the key of an alert: what was said is gone for good, that it happened stays. Its last entry tells of it, in
     * the clear by its kind alone.
     *
     * @param phone whether the key of the phone it came from is destroyed as well
     */
    public void erase(Transaction tx, LockedAlert alert, boolean phone, Instant now) {
        alert.tell(tx, Actor.GATEWAY, new AlertEntry.Erased(phone));
        tx.write(ERASE, alert.alert().id().value(), now);
        keys.erase(tx, alert.alert().id().value());
    }

    public Optional<Instant> erasedAt(Transaction tx, AlertId id) {
        return tx.queryOne(ERASED_AT, row -> row.momentIfAny("erased_at"), id.value()).flatMap(at -> at);
    }

    /** Whether a contact point has another alert whose words can still be read. */
    public boolean hasAnother(Transaction tx, Alert than) {
        return tx.queryOne(HAS_ANOTHER, row -> row.id("id"), than.contactPoint().value(), than.id().value()).isPresent();
    }

    /**
     * Whether it may be asked for afresh because a report names another place or another person. From then on it may not
     * for a while, or a phone could burn the rounds of those who are asked. The alert is locked.
     */
    public boolean mayAskElsewhere(Transaction tx, Alert alert, Instant now) {
        return tx.execute(ASK_ELSEWHERE, alert.id().value(), now, now.minus(ELSEWHERE_AGAIN)) > 0;
    }

    /** Keeps whom the alert is about, and whether silence was asked for. */
    public void saveWho(Transaction tx, Alert alert) {
        tx.write(KEEP_WHO, alert.id().value(), alert.enrolment() == null ? null : alert.enrolment().value(),
                alert.silenceAsked());
        if (alert.enrolment() != null) {
            tx.write(KNOW_LADDERS, alert.id().value());
        }
        tx.announce();
    }

    /** Its reports named these places of custody, beside those that others named. */
    public void noteCustody(Transaction tx, AlertId id, Set<String> places) {
        if (!places.isEmpty()) {
            tx.write(NOTE_CUSTODY, id.value(), places.stream().sorted().toArray(String[]::new));
        }
    }

    /** The ids of all places of custody that its reports named. */
    public Set<String> custodyPlaces(Transaction tx, AlertId id) {
        return tx.queryOne(CUSTODY, row -> Set.copyOf(row.texts("custody_places")), id.value()).orElse(Set.of());
    }

    /** The ladders of these alerts, by alert. */
    public Map<AlertId, List<Ladder>> laddersOf(Transaction tx, Collection<Alert> alerts) {
        return ladders.ofAll(tx, alerts.stream().map(Alert::id).toList()).stream()
                .collect(Collectors.groupingBy(Ladder::alert));
    }

    /** All that happened to an alert, oldest first. */
    public List<Timeline.Told> timeline(Transaction tx, LockedAlert alert) {
        return Timeline.read(tx, alert.alert().id(), alert.seal());
    }

    /** What else of an alert is read behind its lock: sent at once, waited for once. */
    private final class Belongings {
        private final Transaction tx;
        private final Supplier<Optional<Seal>> seal;
        private final Supplier<List<Ladder>> climbing;
        private final Supplier<Optional<Instant>> lastEntry;

        Belongings(Transaction tx, AlertId id) {
            this.tx = tx;
            seal = keys.ask(tx, id.value());
            climbing = ladders.ask(tx, id);
            lastEntry = Timeline.askLast(tx, id);
        }

        Optional<LockedAlert> with(Row locked) {
            var alert = read(locked);
            tx.keep(alert.id(), Timeline.Head.read(locked));
            tx.standAtLock(lastEntry.get().orElse(alert.openedAt()));
            return seal.get().map(known -> new LockedAlert(alert, climbing.get(), known));
        }
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

    private static Alert read(Row row) {
        return new Alert(new AlertId(row.id("id")), AlertNumber.read(row.text("number")).orElseThrow(),
                row.idIfAny("hotline_id").map(HotlineId::new).orElse(null),
                new ContactPointId(row.id("contact_point_id")), row.text("code"), row.text("pack"),
                row.textIfAny("area").orElse(null), row.moment("opened_at"), row.moment("last_report_at"),
                row.momentIfAny("last_grave_at").orElse(null),
                row.idIfAny("done_proposed_by").map(MemberId::new).orElse(null),
                row.momentIfAny("resolved_at").orElse(null), row.idIfAny("enrolment_id").map(EnrolmentId::new).orElse(null),
                row.flag("silence_asked"), row.momentIfAny("first_grave_at").orElse(null));
    }
}
