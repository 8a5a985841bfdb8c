package gateway.database;

import org.jspecify.annotations.Nullable;

/** Something the start needs is not as it must be. The message is one plain line for whoever started the gateway. */
public final class CannotStart extends RuntimeException {

    public CannotStart(String why) {
        this(why, null);
    }

    public CannotStart(String why, @Nullable Throwable cause) {
        super(why, cause);
    }
}
