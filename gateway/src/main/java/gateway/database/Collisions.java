package gateway.database;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Counts work that was done again because two wanted the same row, the same number or the same code at once. */
public final class Collisions {

    private static final Logger log = LoggerFactory.getLogger(Collisions.class);

    /** What two collided at. */
    public enum Kind {
        /** Each waited for a row the other had locked; PostgreSQL ended one of them. */
        DEADLOCK,
        /** What one had read, another had changed. */
        SERIALIZATION,
        /** Both made the contact point of one new phone. */
        CONTACT_POINT,
        /** An alert number that was drawn is in use. */
        ALERT_NUMBER,
        /** A reply code that was drawn is in use, or rests. */
        REPLY_CODE;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Map<Kind, LongAdder> counts = new EnumMap<>(Kind.class);

    public Collisions() {
        for (var kind : Kind.values()) {
            counts.put(kind, new LongAdder());
        }
    }

    public long count(Kind kind) {
        return counter(kind).sum();
    }

    /** It is tried again. */
    void again(Kind kind) {
        counter(kind).increment();
        log.info("Two collided ({}); it is tried again", kind.word());
    }

    private LongAdder counter(Kind kind) {
        return Objects.requireNonNull(counts.get(kind));
    }
}
