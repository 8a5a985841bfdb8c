package gateway.roster;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Hours of a week, from {@code from} (included) to {@code to} (excluded). From 00:00 to 00:00 is the whole day; an end that
 * is not after the start lies on the next day.
 */
public record Hours(Set<DayOfWeek> days, LocalTime from, LocalTime to) {

    public static final Hours ALWAYS =
            new Hours(Set.copyOf(EnumSet.allOf(DayOfWeek.class)), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    boolean contain(Instant instant, ZoneId zone) {
        var today = LocalDate.ofInstant(instant, zone);
        return spans(today, today, zone).anyMatch(span -> span.contains(instant));
    }

    /** The spans that can touch these days: one that began two days before may last into them. */
    Stream<Span> spans(LocalDate first, LocalDate last, ZoneId zone) {
        return first.minusDays(2).datesUntil(last.plusDays(2))
                .filter(day -> days.contains(day.getDayOfWeek()))
                .map(day -> Span.on(day, from, to, zone))
                .filter(Span::lasts);
    }
}
