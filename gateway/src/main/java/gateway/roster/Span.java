package gateway.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;

/** A stretch of time, from {@code from} (included) to {@code to} (excluded). */
record Span(Instant from, Instant to) {

    /** On one day of the wall's clock; an end that is not after the start lies on the next day. */
    static Span on(LocalDate day, LocalTime from, LocalTime to, ZoneId zone) {
        var lastDay = to.isAfter(from) ? day : day.plusDays(1);
        return new Span(WallTime.momentOf(day.atTime(from), zone), WallTime.momentOf(lastDay.atTime(to), zone));
    }

    boolean contains(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** Whether it lasts at all: one that lies wholly in a skipped hour does not. */
    boolean lasts() {
        return from.isBefore(to);
    }
}
