package gateway.virtualphone;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a call stands. A call from a phone is answered or turned away at once, so it only plays, is joined and ends. */
sealed interface CallState {

    /** @param ringsAt when its phone begins to ring; {@link Instant#MAX} for a phone that is off */
    record Reaching(@Nullable String path, Instant ringsAt, Instant until) implements CallState {}

    /** @param path what whoever answers hears first; null when the two are joined at once */
    record Ringing(@Nullable String path, Instant until) implements CallState {}

    record Answered(Playing playing) implements CallState {}

    /** @param playing where its script goes on, if it has any, when the other phone hangs up */
    record Joined(UUID other, Playing playing) implements CallState {}

    record Ended(CallEnding ending, boolean wasAnswered, List<Said> said) implements CallState {}

    /** All that was heard, pressed and said in it. */
    default List<Said> said() {
        return switch (this) {
            case Reaching _, Ringing _ -> List.of();
            case Answered(var playing) -> playing.said();
            case Joined(_, var playing) -> playing.said();
            case Ended(_, _, var said) -> said;
        };
    }

    default boolean isAlive() {
        return !(this instanceof Ended);
    }

    default boolean wasAnswered() {
        return switch (this) {
            case Reaching _, Ringing _ -> false;
            case Answered _, Joined _ -> true;
            case Ended(_, var wasAnswered, _) -> wasAnswered;
        };
    }
}
