package gateway.alert;

import gateway.member.MemberId;
import java.time.Instant;

/** Somebody had it, and missed her check-in: since when she had it, and when she was last heard. */
public record Lapse(MemberId holder, Instant since, Instant heardAt) {}
