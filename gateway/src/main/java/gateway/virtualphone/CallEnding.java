package gateway.virtualphone;

import java.util.Locale;

/** How a call ended, as its own phone saw it. */
enum CallEnding {
    /** Nobody took it while it rang. */
    MISSED,
    /** Its phone did not want it. */
    DECLINED,
    /** Turned away, or its phone was in another call. */
    BUSY,
    /** Its phone hung up. */
    HUNG_UP,
    /** The other side ended it. */
    OVER,
    /** It could not be put through, or could not go on. */
    FAILED,
    /** The gateway stopped while it was alive. */
    CUT;

    /** As the database writes it. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As phrase files write it. */
    String key() {
        return word().replace('_', '-');
    }
}
