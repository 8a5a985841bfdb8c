package gateway.duty;

import gateway.member.MemberId;
import gateway.roster.CoverId;
import gateway.roster.RosterId;
import gateway.roster.Stint;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A shift whose member wants off; until a cover stands it is hers.
 *
 * @param taker who would have it, or has it; null before anybody accepts
 * @param cover by which the taker stands in; null before it stands
 */
public record ShiftOffer(UUID id, RosterId roster, Stint shift, OfferState state, @Nullable MemberId taker,
        @Nullable CoverId cover, Instant madeAt) {

    /** Whether it can still be undone as if nothing had been. */
    boolean hasNotBegun(Instant now) {
        return now.isBefore(shift.from());
    }

    ShiftOffer in(OfferState next, @Nullable MemberId by, @Nullable CoverId made) {
        return new ShiftOffer(id, roster, shift, next, by, made, madeAt);
    }
}
