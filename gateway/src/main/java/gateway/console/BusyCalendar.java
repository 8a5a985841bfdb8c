package gateway.console;

import gateway.member.MemberId;
import gateway.roster.Stint;
import gateway.roster.WallTime;
import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Component;
import net.fortuna.ical4j.model.Period;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.property.RRule;

/**
 * Reads the busy times of somebody's calendar, and nothing else of it: no titles, no places, no guests. Times without a
 * zone are taken for the reader's. Whatever is not a calendar, or too much of one, is refused as a whole.
 */
final class BusyCalendar {

    private static final int MOST_EVENTS = 500;
    private static final int MOST_TIMES = 2_000;
    private static final Set<String> FREQUENCIES = Set.of("DAILY", "WEEKLY", "MONTHLY", "YEARLY");

    private BusyCalendar() {}

    /** The member's busy times that touch the time between; empty when this is no calendar we can read. */
    static Optional<List<Stint>> read(String written, MemberId member, ZoneId zone, Instant from, Instant to) {
        try {
            var events = new CalendarBuilder().build(new StringReader(written)).<VEvent>getComponents(Component.VEVENT);
            if (events.size() > MOST_EVENTS || !events.stream().allMatch(BusyCalendar::isReadable)) {
                return Optional.empty();
            }
            var busy = new ArrayList<Stint>();
            for (var event : events) {
                if (isBusy(event)) {
                    times(event, zone, from, to).forEach(period ->
                            busy.add(new Stint(member, moment(period.getStart(), zone), moment(period.getEnd(), zone))));
                }
                if (busy.size() > MOST_TIMES) {
                    return Optional.empty();
                }
            }
            return Optional.of(busy.stream()
                    .filter(time -> time.from().isBefore(time.to()) && time.from().isBefore(to) && time.to().isAfter(from))
                    .distinct().toList());
        } catch (IOException | ParserException | RuntimeException notACalendar) {
            // Its parser has many ways to say so, and a calendar is whatever somebody pasted.
            return Optional.empty();
        }
    }

    /** One that repeats every second would be read for ever. */
    private static boolean isReadable(VEvent event) {
        return event.getProperties(Property.RRULE).stream()
                .allMatch(rule -> FREQUENCIES.contains(((RRule<?>) rule).getRecur().getFrequency().name()));
    }

    private static boolean isBusy(VEvent event) {
        return event.getProperty(Property.DTSTART).isPresent()
                && !says(event, Property.TRANSP, "TRANSPARENT") && !says(event, Property.STATUS, "CANCELLED");
    }

    private static boolean says(VEvent event, String property, String value) {
        return event.getProperty(property).filter(found -> value.equalsIgnoreCase(found.getValue())).isPresent();
    }

    /** ical4j compares times of one kind only, so the time between is put in the kind the event has. */
    private static Set<? extends Period<? extends Temporal>> times(VEvent event, ZoneId zone, Instant from, Instant to) {
        var start = event.getStartDate().orElseThrow().getDate();
        var early = from.minus(Duration.ofDays(2));
        return switch (start) {
            case LocalDate _ -> event.<LocalDate>calculateRecurrenceSet(
                    new Period<>(LocalDate.ofInstant(early, zone), LocalDate.ofInstant(to, zone)));
            case LocalDateTime _ -> event.<LocalDateTime>calculateRecurrenceSet(
                    new Period<>(LocalDateTime.ofInstant(early, zone), LocalDateTime.ofInstant(to, zone)));
            case ZonedDateTime zoned -> event.<ZonedDateTime>calculateRecurrenceSet(
                    new Period<>(early.atZone(zoned.getZone()), to.atZone(zoned.getZone())));
            default -> event.<Instant>calculateRecurrenceSet(new Period<>(early, to));
        };
    }

    private static Instant moment(Temporal time, ZoneId zone) {
        return switch (time) {
            case LocalDate day -> WallTime.momentOf(day.atStartOfDay(), zone);
            case LocalDateTime wall -> WallTime.momentOf(wall, zone);
            case ZonedDateTime zoned -> zoned.toInstant();
            case OffsetDateTime offset -> offset.toInstant();
            default -> Instant.from(time);
        };
    }
}
