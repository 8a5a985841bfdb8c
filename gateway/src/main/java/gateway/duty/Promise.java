package gateway.duty;

import gateway.roster.CoverId;
import gateway.roster.RosterId;
import gateway.roster.Stint;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * One member's word for one shift.
 *
 * @param stays by which covers others stay on until it is given
 */
public record Promise(UUID id, RosterId roster, Stint shift, PromiseState state, Instant askedAt, List<CoverId> stays) {}
