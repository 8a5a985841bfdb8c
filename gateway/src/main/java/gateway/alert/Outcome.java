package gateway.alert;

import org.jspecify.annotations.Nullable;

/**
 * How an alert may end for an arrestee. Only true endings: to be moved, charged or taken to hospital is none.
 *
 * @param id      its word in data and, behind {@code outcome.}, in phrases
 * @param digit   what a responder may text for it behind DONE, 1 to 9, if it has one
 * @param vouches whether somebody truly needed help, so that the number it was reported from is known from then on
 */
public record Outcome(String id, @Nullable Integer digit, boolean vouches) {}
