package gateway.incoming;

import gateway.alert.AlertId;
import gateway.codebook.Code;
import gateway.contact.Hotline;
import org.jspecify.annotations.Nullable;

/** What came of the keys pressed in a call. Whichever it is, it is committed. */
public sealed interface Pressed {

    /** The hotline that was rung; null for a number we do not know. */
    @Nullable Hotline hotline();

    /** No key, or none that is a code: the first ring's alert stays as it is. */
    record NoCode(@Nullable Hotline hotline) implements Pressed {}

    /**
     * A code.
     *
     * @param alert  the alert that has it now; null where nothing is known of the call but its alert
     * @param silent she asked for silence, so nothing more is said
     */
    record Reported(@Nullable Hotline hotline, @Nullable AlertId alert, Code code, boolean silent) implements Pressed {}
}
