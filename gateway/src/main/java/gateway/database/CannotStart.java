package gateway.database;

import org.jspecify.annotations.Nullable;

/** Something the start needs is not as it must be. */
public final class CannotStart extends RuntimeException {

    private final String why;

    public CannotStart(String why) {
        this(why, null);
    }

    public CannotStart(String why, @Nullable Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    /** One plain line for whoever started the gateway. */
    public String why() {
        return why;
    }
}
