package gateway.roster;

import java.time.Instant;

/** A time in which nobody of a roster is on call, from {@code from} (included) to {@code to} (excluded). */
public record Gap(Instant from, Instant to) {}
