package gateway.alert;

import org.jspecify.annotations.Nullable;

/**
 * How an alert may end for an arrestee. Only true endings: to be moved, charged or taken to hospital is none.
 *
 * @param id    its word in data and, behind {@code outcome.}, in phrases
 * @param digit what a responder may text for it behind DONE, 1 to 9, if it has one
 */
public record Outcome(String id, @Nullable Integer digit) {

    /** Somebody reached us by mistake; every pack has this one. */
    public static final String WRONG_NUMBER = "wrong_number";
}
