package gateway.database;

import org.jspecify.annotations.Nullable;

/** The database cannot be reached, or does not answer in time: an outage, which a door answers with 503. */
public final class DatabaseAway extends RuntimeException {

    public DatabaseAway(String what, @Nullable Throwable cause) {
        super(what, cause);
    }
}
