package gateway.roster;

import gateway.member.MemberId;
import java.time.Instant;

/** One member's unbroken time on call, from {@code from} (included) to {@code to} (excluded). */
public record Stint(MemberId member, Instant from, Instant to) {}
