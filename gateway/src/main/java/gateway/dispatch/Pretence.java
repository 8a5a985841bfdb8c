package gateway.dispatch;

import gateway.alert.Ladder;
import gateway.alert.LadderState;
import gateway.member.MemberId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a phone in doubt was told of one dispatch, though it is not so.
 *
 * @param held        as which she seems to have the ladder; null where she does not seem to
 * @param confirmedAt whence the hours seem to count that texts carry her; null where she never seemed to have it
 */
record Pretence(DispatchId dispatch, MemberId member, DispatchState state, @Nullable Held held, @Nullable Instant confirmedAt) {

    /** @param checkInBy until when */
    record Held(Instant since, Instant checkInBy) {}

    /** The ladder as that phone knows it. */
    Ladder on(Ladder ladder, Instant now) {
        if (held != null) {
            return with(ladder, new LadderState.Acknowledged(member, held.since, carriedFrom(now), held.checkInBy, ladder.state().climb()));
        }
        return ladder.isHeldBy(member) ? ladder.lapse(now) : ladder;
    }

    /** The ladder as if she had it now, which tells a lease whence the hours count. */
    Ladder carried(Ladder ladder, Instant now) {
        return with(ladder, new LadderState.Acknowledged(member, now, carriedFrom(now), now, ladder.state().climb()));
    }

    private Instant carriedFrom(Instant now) {
        return confirmedAt == null ? now : confirmedAt;
    }

    private static Ladder with(Ladder ladder, LadderState state) {
        return new Ladder(ladder.id(), ladder.alert(), ladder.discipline(), ladder.policy(), state);
    }

    /** The check-in she seemed to owe has passed: the code lives on, as that of any other lapse. */
    Pretence lapsed() {
        return new Pretence(dispatch, member, DispatchState.ASKED, null, confirmedAt);
    }
}
