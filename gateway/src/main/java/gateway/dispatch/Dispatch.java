package gateway.dispatch;

import gateway.alert.AlertId;
import gateway.alert.LadderId;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;

/**
 * One request to one responder to take one alert.
 *
 * @param step the step of the policy by which it was last asked
 */
public record Dispatch(DispatchId id, AlertId alert, LadderId ladder, Discipline discipline, MemberId member, int step,
        int round, DispatchState state, ReplyCode code, Instant askedAt) {}
