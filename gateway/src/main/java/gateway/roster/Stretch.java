package gateway.roster;

import gateway.member.MemberId;
import java.time.Instant;
import java.util.List;

/**
 * A time in which the same members are on call, from {@code from} (included) to {@code to} (excluded).
 *
 * @param closed whether the roster is not meant to have anybody then
 */
public record Stretch(Instant from, Instant to, List<MemberId> onCall, boolean closed) {

    boolean continues(Stretch before) {
        return before.to.equals(from) && before.onCall.equals(onCall) && before.closed == closed;
    }
}
