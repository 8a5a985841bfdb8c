package gateway.codebook;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One code of the codebook.
 *
 * @param mark           what stands behind the C in a dispatch: the digit, "?" for unclear, "M" for a missed call
 * @param id             its word in data and phrases, such as {@code taken}
 * @param gravity        its place in the pack's order, 0 is the gravest
 * @param grave          whether it asks afresh when it comes again after half an hour
 * @param presumesSeized whether the phone it came from is presumed seized
 * @param wants          the words of the disciplines that are asked beside the peers
 * @param guarded        whether it counts only as the whole text
 * @param silences       whether it forbids every answer, whatever else is in the text
 * @param reporter       whether who sends it tells of others and is not held herself
 * @param mild           whether a word for it counts only where nothing else in the text may be graver
 * @param stage          the custody stage it tells of, null where it tells of none
 * @param harm           the harm it tells of, null where it tells of none
 * @param need           the need it tells of, null where it tells of none
 */
public record Code(String mark, String id, int gravity, boolean grave, boolean presumesSeized, Set<String> wants,
        boolean guarded, boolean silences, boolean reporter, boolean mild, @Nullable String stage,
        @Nullable String harm, @Nullable String need) {

    public boolean isGraverThan(Code other) {
        return gravity < other.gravity;
    }
}
