package gateway.alert;

import gateway.contact.ContactPointId;
import gateway.contact.EnrolmentId;
import gateway.contact.HotlineId;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.sealing.Foundation;
import gateway.sealing.Seal;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Keeps alerts, and locks them with all that belongs to them. */
public final class Alerts {

    static final String COLUMNS = """
            id, number, hotline_id, contact_point_id, code, pack, area, opened_at, last_report_at, last_grave_at, first_grave_at,
            done_proposed_by, resolved_at, enrolment_id, silence_asked
            """;
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

    private static final String CONTACT_POINT_OF = """
            SELECT contact_point_id
              FROM alert
             WHERE id = $1
            """;
    private static final String NUMBER_OF = """
            SELECT number
              FROM alert
             WHERE id = $1
            """;

    static final FaultyRow.Named NAMED = new FaultyRow.Named("alert", "id", "number");

    private final Foundation foundation;
    private final Ladders ladders;
    private final AlertOpening opening;
    private final AlertLists lists = new AlertLists();
    private final AlertMarks marks;

    /** @param outcomes the pack's; some of them make a number known */
    public Alerts(Foundation foundation, Ladders ladders, Arrestees arrestees, Collection<Outcome> outcomes) {
        this.foundation = foundation;
        this.ladders = ladders;
        this.opening = new AlertOpening(foundation.keys(), foundation.ids(), foundation.random(), ladders, arrestees, outcomes);
        this.marks = new AlertMarks(foundation.keys());
    }

    /** Opens them. */
    public AlertOpening opening() {
        return opening;
    }

    /** Lists them. */
    public AlertLists lists() {
        return lists;
    }

    /** What is marked at them beside their state. */
    public AlertMarks marks() {
        return marks;
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

    /** How people call it, whatever else of the alert can be read. */
    public String numberOf(Transaction tx, AlertId id) {
        return tx.queryOne(NUMBER_OF, row -> row.text("number"), id.value()).orElseThrow();
    }

    public void save(Transaction tx, Alert alert) {
        tx.write(SAVE, alert.id().value(), alert.code(), alert.area(), alert.lastReportAt(), alert.lastGraveAt(),
                alert.doneProposedBy() == null ? null : alert.doneProposedBy().value(), alert.resolvedAt(), alert.firstGraveAt());
        tx.announce();
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
            seal = foundation.keys().ask(tx, id.value());
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

    static Alert read(Row row) {
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
