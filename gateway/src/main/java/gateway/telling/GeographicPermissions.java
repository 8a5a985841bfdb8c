package gateway.telling;

import gateway.database.Transaction;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that the carrier's account may not text or ring a country: a setting there, which silences everybody who has such
 * a number, and which nobody sees here. The coordinators are told, once an hour at most.
 */
public final class GeographicPermissions {

    private static final Logger log = LoggerFactory.getLogger(GeographicPermissions.class);
    private static final Duration BETWEEN = Duration.ofHours(1);
    private static final String PHRASE = "notice.not-permitted";
    /** Twilio's: of texts, and three of calls. */
    private static final Set<String> ERRORS = Set.of("21408", "21215", "13227", "32205");

    private final Notices notices;
    private final Telling telling;

    public GeographicPermissions(Notices notices, Telling telling) {
        this.notices = notices;
        this.telling = telling;
    }

    /** @param error what the carrier said of a message that did not arrive */
    public void heed(Transaction tx, @Nullable String error) {
        if (error != null && ERRORS.contains(error) && !notices.wasMadeSince(tx, PHRASE, tx.now().minus(BETWEEN))) {
            log.error("The carrier refuses a country: error {}. Its geographic permissions must be changed", error);
            telling.coordinators().tell(tx, null, PHRASE, Map.of());
        }
    }
}
