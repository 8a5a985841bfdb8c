package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.alert.LadderId;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;

/**
 * One request to one responder to take one alert.
 *
 * @param step      the step of the policy by which it was last asked
 * @param companion whether she is asked to come beside whoever has the ladder, or comes so; she has no lease
 */
public record Dispatch(DispatchId id, AlertId alert, LadderId ladder, Discipline discipline, MemberId member, int step,
        int round, DispatchState state, ReplyCode code, Instant askedAt, boolean companion) {

    public Dispatch in(DispatchState other) {
        return new Dispatch(id, alert, ladder, discipline, member, step, round, other, code, askedAt, companion);
    }

    /** Whether she comes beside whoever has it. */
    public boolean isBeside() {
        return companion && state == DispatchState.TAKEN;
    }
}
