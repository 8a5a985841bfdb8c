package gateway.incoming;

import gateway.dispatch.DispatchId;
import org.jspecify.annotations.Nullable;

/**
 * What a member has shown in a call of her own.
 *
 * @param only the dispatch whose code she keyed, which is all that it proves; null where it was her PIN
 */
public record CallProof(@Nullable DispatchId only) {

    /** Whether it was her PIN. */
    public boolean isOfPin() {
        return only == null;
    }

    /** Whether it allows her to hear of this dispatch, and to act on it. */
    public boolean covers(DispatchId dispatch) {
        return only == null || only.equals(dispatch);
    }
}
