package gateway.roster;

import gateway.member.MemberId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Set;
import java.util.stream.Stream;

/**
 * One member's part in a surge plan: on call beside the others on the listed dates, such as the days before a holiday on
 * which sweeps are to be expected.
 *
 * @param plan the plan's name
 */
public record SurgeShift(String plan, MemberId member, Set<LocalDate> dates, LocalTime from, LocalTime to) {

    boolean contains(Instant instant, ZoneId zone) {
        var today = LocalDate.ofInstant(instant, zone);
        return spans(today, today, zone).anyMatch(span -> span.contains(instant));
    }

    Stream<Span> spans(LocalDate first, LocalDate last, ZoneId zone) {
        return dates.stream()
                .filter(day -> !day.isBefore(first.minusDays(2)) && !day.isAfter(last.plusDays(1)))
                .map(day -> Span.on(day, from, to, zone))
                .filter(Span::lasts);
    }
}
