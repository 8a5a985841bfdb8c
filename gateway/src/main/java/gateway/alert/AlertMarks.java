package gateway.alert;

import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** Keeps what is marked at an alert beside its state: places of custody, when it was asked for elsewhere, when it was erased. */
public final class AlertMarks {

    private static final Duration ELSEWHERE_AGAIN = Duration.ofMinutes(10);
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

    private final KeyRing keys;

    AlertMarks(KeyRing keys) {
        this.keys = keys;
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
}
