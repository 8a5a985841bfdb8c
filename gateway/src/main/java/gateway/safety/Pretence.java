package gateway.safety;

import gateway.alert.Ladder;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchId;
import gateway.dispatch.DispatchState;
import gateway.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a phone in doubt was told of one dispatch, though it is not so.
 *
 * @param held        the lease that the phone was told of; null where it was told of none
 * @param confirmedAt start of the two hours in which texts alone could renew that lease; null where there never was one
 */
public record Pretence(DispatchId dispatch, MemberId member, DispatchState state, @Nullable Held held, @Nullable Instant confirmedAt) {

    /** @param checkInBy the moment at which the lease ends */
    public record Held(Instant since, Instant checkInBy) {}

    /** What she has, as her phone knows it. */
    static Pretence of(Dispatch dispatch, Ladder.Acknowledged held, Instant checkInBy) {
        return new Pretence(dispatch.id(), dispatch.member(), DispatchState.TAKEN, new Held(held.since(), checkInBy), held.confirmedAt());
    }

    /** The ladder as that phone knows it. */
    public Ladder on(Ladder ladder, Instant now) {
        if (held != null) {
            return new Ladder.Acknowledged(ladder.identity(), member, held.since, carriedFrom(now), held.checkInBy, ladder.climb());
        }
        return ladder instanceof Ladder.Acknowledged had && had.isHeldBy(member) ? had.letGo(now) : ladder;
    }

    /** The ladder as if she had it now, from which a lease takes the start of the two hours. */
    Ladder.Acknowledged carried(Ladder ladder, Instant now) {
        return new Ladder.Acknowledged(ladder.identity(), member, now, carriedFrom(now), now, ladder.climb());
    }

    private Instant carriedFrom(Instant now) {
        return confirmedAt == null ? now : confirmedAt;
    }

    /** The lease that the phone was told of has ended: the code lives on, as after any other lapse. */
    public Pretence lapsed() {
        return new Pretence(dispatch, member, DispatchState.ASKED, null, confirmedAt);
    }
}
