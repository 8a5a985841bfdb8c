package gateway.codebook;

/**
 * One code of the codebook.
 *
 * @param mark           what stands behind the C in a dispatch: the digit, "?" for unclear, "M" for a missed call
 * @param id             its word in data and phrases, such as {@code taken}
 * @param gravity        its place in the pack's order, 0 is the gravest
 * @param grave          whether it asks afresh when it comes again after half an hour
 * @param presumesSeized whether the phone it came from is presumed seized
 * @param wantsLegalAid  whether it means that somebody is held, so that legal aid is asked beside the peers
 * @param guarded        whether it counts only as the whole text
 */
public record Code(String mark, String id, int gravity, boolean grave, boolean presumesSeized, boolean wantsLegalAid,
        boolean guarded) {

    public boolean isGraverThan(Code other) {
        return gravity < other.gravity;
    }
}
