package gateway.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.member.MemberId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class OnCallTest {

    static final MemberId ROSA = new MemberId(new UUID(0, 1));
    static final MemberId AMIR = new MemberId(new UUID(0, 2));
    static final ZoneId PHNOM_PENH = ZoneId.of("Asia/Phnom_Penh");
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);

    @Test
    void a_shift_over_midnight_belongs_to_the_day_it_begins_on() {
        var roster = roster(PHNOM_PENH, shift(ROSA, Set.of(DayOfWeek.FRIDAY), "22:00", "06:00"));

        assertEquals(List.of(), OnCall.at(roster, at(PHNOM_PENH, "2026-07-31T21:59:59")));
        assertEquals(List.of(ROSA), OnCall.at(roster, at(PHNOM_PENH, "2026-07-31T22:00")));
        assertEquals(List.of(ROSA), OnCall.at(roster, at(PHNOM_PENH, "2026-08-01T05:59:59")));
        assertEquals(List.of(), OnCall.at(roster, at(PHNOM_PENH, "2026-08-01T06:00")));
        assertEquals(List.of(), OnCall.at(roster, at(PHNOM_PENH, "2026-08-01T23:00")));
    }

    @Test
    void from_midnight_to_midnight_is_the_whole_day() {
        var roster = roster(PHNOM_PENH, shift(ROSA, DAILY, "00:00", "00:00"));

        var gaps = OnCall.gaps(roster, at(PHNOM_PENH, "2026-07-01T00:00"), at(PHNOM_PENH, "2026-08-01T00:00"));

        assertEquals(List.of(), gaps);
    }

    @Test
    void whoever_has_two_shifts_at_once_is_on_call_once_and_in_the_rosters_order() {
        var roster = roster(PHNOM_PENH, shift(AMIR, DAILY, "08:00", "20:00"), shift(ROSA, DAILY, "00:00", "00:00"),
                shift(AMIR, DAILY, "09:00", "10:00"));

        assertEquals(List.of(AMIR, ROSA), OnCall.at(roster, at(PHNOM_PENH, "2026-07-31T09:30")));
    }

    @Test
    void in_the_hour_that_is_skipped_one_shift_still_ends_where_the_next_begins() {
        var roster = roster(BERLIN, shift(ROSA, DAILY, "20:00", "02:30"), shift(AMIR, DAILY, "02:30", "20:00"));
        var skip = Instant.parse("2026-03-29T01:00:00Z");

        assertEquals(List.of(ROSA), OnCall.at(roster, skip.minusSeconds(1)));
        assertEquals(List.of(AMIR), OnCall.at(roster, skip));
        assertEquals(List.of(), OnCall.gaps(roster, skip.minus(Duration.ofDays(2)), skip.plus(Duration.ofDays(2))));
    }

    @Test
    void in_the_hour_that_comes_twice_shifts_change_once_at_its_first_coming() {
        var roster = roster(BERLIN, shift(ROSA, DAILY, "20:00", "02:30"), shift(AMIR, DAILY, "02:30", "20:00"));
        var firstComing = Instant.parse("2026-10-25T00:30:00Z");

        assertEquals(List.of(ROSA), OnCall.at(roster, firstComing.minusSeconds(1)));
        assertEquals(List.of(AMIR), OnCall.at(roster, firstComing));
        assertEquals(List.of(AMIR), OnCall.at(roster, firstComing.plus(Duration.ofHours(1)).minusSeconds(1)));
        assertEquals(List.of(), OnCall.gaps(roster, firstComing.minus(Duration.ofDays(2)),
                firstComing.plus(Duration.ofDays(2))));
    }

    @Test
    void a_shift_that_lies_wholly_in_the_skipped_hour_does_not_take_place() {
        var roster = roster(BERLIN, shift(ROSA, DAILY, "02:10", "02:50"));
        var day = at(BERLIN, "2026-03-29T00:00");

        assertEquals(List.of(new Gap(day, day.plus(Duration.ofHours(23)))),
                OnCall.gaps(roster, day, at(BERLIN, "2026-03-30T00:00")));
    }

    @Test
    void a_roster_without_shifts_is_one_gap() {
        var from = at(PHNOM_PENH, "2026-07-31T09:30");

        var gaps = OnCall.gaps(roster(PHNOM_PENH), from, from.plus(Duration.ofDays(7)));

        assertEquals(List.of(new Gap(from, from.plus(Duration.ofDays(7)))), gaps);
    }

    /**
     * Four days, minute by minute, with a clock on the wall of which only the furthest time it has shown counts; the
     * days lie around both clock changes of each zone, Beirut's at midnight and Lord Howe's of half an hour among them.
     */
    @Property(tries = 150)
    void walking_every_minute_finds_the_same_people_and_the_same_gaps(@ForAll("rosters") Roster roster,
            @ForAll("days") LocalDateTime day) {
        var start = day.atZone(roster.zone()).toInstant();
        var walkFrom = start.minus(Duration.ofDays(3));
        var end = start.plus(Duration.ofDays(4));
        var furthest = LocalDateTime.ofInstant(walkFrom, roster.zone());
        var walked = new ArrayList<Gap>();
        Instant gapFrom = null;
        for (var minute = walkFrom; minute.isBefore(end); minute = minute.plusSeconds(60)) {
            var wall = LocalDateTime.ofInstant(minute, roster.zone());
            furthest = wall.isAfter(furthest) ? wall : furthest;
            if (minute.isBefore(start)) {
                continue;
            }
            var expected = onCallByTheWall(roster, furthest);
            assertEquals(expected, OnCall.at(roster, minute), minute.toString());
            if (expected.isEmpty() && gapFrom == null) {
                gapFrom = minute;
            }
            if (!expected.isEmpty() && gapFrom != null) {
                walked.add(new Gap(gapFrom, minute));
                gapFrom = null;
            }
        }
        if (gapFrom != null) {
            walked.add(new Gap(gapFrom, end));
        }
        assertEquals(walked, OnCall.gaps(roster, start, end));
    }

    private static List<MemberId> onCallByTheWall(Roster roster, LocalDateTime wall) {
        return roster.shifts().stream().filter(shift -> {
            var today = shift.days().contains(wall.getDayOfWeek());
            var yesterday = shift.days().contains(wall.getDayOfWeek().minus(1));
            var time = wall.toLocalTime();
            return shift.to().isAfter(shift.from())
                    ? today && !time.isBefore(shift.from()) && time.isBefore(shift.to())
                    : today && !time.isBefore(shift.from()) || yesterday && time.isBefore(shift.to());
        }).map(Shift::member).distinct().toList();
    }

    @Provide
    Arbitrary<LocalDateTime> days() {
        return Arbitraries.of("2026-03-27T11:17", "2026-03-28T00:00", "2026-04-03T23:00", "2026-10-02T12:00",
                "2026-10-23T00:00", "2026-10-24T23:59", "2026-07-31T00:00").map(LocalDateTime::parse);
    }

    @Provide
    Arbitrary<Roster> rosters() {
        var zones = Arbitraries.of("Asia/Phnom_Penh", "Europe/Berlin", "Asia/Beirut", "Australia/Lord_Howe")
                .map(ZoneId::of);
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        var times = Arbitraries.oneOf(
                Arbitraries.of("00:00", "02:00", "02:30", "03:00", "23:30", "23:59").map(LocalTime::parse),
                Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.MIN.plusMinutes(minute)));
        var shifts = Combinators.combine(Arbitraries.of(ROSA, AMIR), days, times, times).as(Shift::new);
        return Combinators.combine(zones, shifts.list().ofMaxSize(5))
                .as((zone, list) -> roster(zone, list.toArray(Shift[]::new)));
    }

    private static Roster roster(ZoneId zone, Shift... shifts) {
        return new Roster(new RosterId(new UUID(1, 1)), "Peers", Discipline.PEER_ADVOCATE, zone, List.of(shifts));
    }

    private static Shift shift(MemberId member, Set<DayOfWeek> days, String from, String to) {
        return new Shift(member, days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(ZoneId zone, String wallTime) {
        return LocalDateTime.parse(wallTime).atZone(zone).toInstant();
    }
}
