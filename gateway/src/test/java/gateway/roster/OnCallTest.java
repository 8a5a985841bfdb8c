package gateway.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.member.MemberId;
import gateway.roster.Cover.Change;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
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
    static final MemberId LINA = new MemberId(new UUID(0, 3));
    static final RosterId PEERS = new RosterId(new UUID(1, 1));
    static final Instant MARCH = Instant.parse("2026-03-20T00:00:00Z");
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

    @Test
    void a_rotation_is_handed_over_at_the_same_time_on_the_wall_in_summer_and_in_winter() {
        var weekly = new Rotation(List.of(ROSA, AMIR), Duration.ofDays(7), LocalDateTime.parse("2026-03-16T09:00"), Hours.ALWAYS);
        var roster = rotating(BERLIN, weekly);

        assertEquals(List.of(), OnCall.at(roster, at(BERLIN, "2026-03-16T08:59:59")));
        assertEquals(List.of(ROSA), OnCall.at(roster, at(BERLIN, "2026-03-16T09:00")));
        assertEquals(List.of(AMIR), OnCall.at(roster, at(BERLIN, "2026-03-23T09:00")));
        assertEquals(List.of(AMIR), OnCall.at(roster, at(BERLIN, "2026-03-30T08:59:59")));
        assertEquals(List.of(ROSA), OnCall.at(roster, at(BERLIN, "2026-03-30T09:00")));
    }

    @Test
    void a_rotation_by_hours_goes_round_and_somebody_may_stand_in_it_twice() {
        var roster = rotating(PHNOM_PENH, new Rotation(List.of(ROSA, AMIR, ROSA), Duration.ofHours(8),
                LocalDateTime.parse("2026-07-31T06:00"), Hours.ALWAYS));

        assertEquals(List.of(new Stint(ROSA, at(PHNOM_PENH, "2026-07-31T06:00"), at(PHNOM_PENH, "2026-07-31T14:00")),
                new Stint(AMIR, at(PHNOM_PENH, "2026-07-31T14:00"), at(PHNOM_PENH, "2026-07-31T22:00")),
                new Stint(ROSA, at(PHNOM_PENH, "2026-07-31T22:00"), at(PHNOM_PENH, "2026-08-01T14:00"))),
                OnCall.shifts(roster, at(PHNOM_PENH, "2026-07-31T06:00"), at(PHNOM_PENH, "2026-08-01T14:00")));
    }

    @Test
    void a_rotation_asks_only_in_its_hours() {
        var nights = new Hours(Set.of(DayOfWeek.FRIDAY), LocalTime.parse("22:00"), LocalTime.parse("06:00"));
        var roster = rotating(PHNOM_PENH, new Rotation(List.of(ROSA, AMIR), Duration.ofDays(1),
                LocalDateTime.parse("2026-07-01T02:00"), nights));

        assertEquals(List.of(), OnCall.at(roster, at(PHNOM_PENH, "2026-07-31T21:59")));
        assertEquals(List.of(ROSA), OnCall.at(roster, at(PHNOM_PENH, "2026-08-01T01:59")));
        assertEquals(List.of(AMIR), OnCall.at(roster, at(PHNOM_PENH, "2026-08-01T02:00")));
        assertEquals(List.of(), OnCall.at(roster, at(PHNOM_PENH, "2026-08-01T06:00")));
    }

    /** Apia had no 30 December 2011: a daily rotation skips whose day it was and hands over once. */
    @Test
    void a_day_that_is_skipped_is_nobodys() {
        var apia = ZoneId.of("Pacific/Apia");
        var roster = rotating(apia, new Rotation(List.of(ROSA, AMIR, LINA), Duration.ofDays(1),
                LocalDateTime.parse("2011-12-29T00:00"), Hours.ALWAYS));
        var skip = Instant.parse("2011-12-30T10:00:00Z");

        assertEquals(List.of(ROSA), OnCall.at(roster, skip.minusSeconds(1)));
        assertEquals(List.of(LINA), OnCall.at(roster, skip));
        assertEquals(List.of(), OnCall.gaps(roster, skip.minus(Duration.ofHours(20)), skip.plus(Duration.ofHours(20))));
    }

    @Test
    void a_surge_plan_adds_people_on_its_dates_over_midnight_too() {
        var surge = new SurgeShift("Water Festival", AMIR, Set.of(LocalDate.parse("2026-11-23")), LocalTime.parse("18:00"),
                LocalTime.parse("06:00"));
        var roster = new Roster(PEERS, "Peers", Discipline.PEER_ADVOCATE, PHNOM_PENH,
                List.of(shift(ROSA, DAILY, "00:00", "00:00")), List.of(), List.of(surge), List.of(), List.of());

        assertEquals(List.of(ROSA), OnCall.at(roster, at(PHNOM_PENH, "2026-11-23T17:59")));
        assertEquals(List.of(ROSA, AMIR), OnCall.at(roster, at(PHNOM_PENH, "2026-11-24T05:59")));
        assertEquals(List.of(ROSA), OnCall.at(roster, at(PHNOM_PENH, "2026-11-24T06:00")));
    }

    @Test
    void covers_add_remove_and_stand_in_each_over_those_before_it() {
        var day = at(PHNOM_PENH, "2026-07-31T00:00");
        var end = day.plus(Duration.ofDays(1));
        var noon = day.plus(Duration.ofHours(12));

        assertEquals(List.of(ROSA, AMIR), OnCall.at(covered(new Cover(new Change.Add(AMIR), day, end)), noon));
        assertEquals(List.of(), OnCall.at(covered(new Cover(new Change.Remove(ROSA), day, end)), noon));
        assertEquals(List.of(LINA), OnCall.at(covered(new Cover(new Change.StandIn(AMIR, ROSA), day, end),
                new Cover(new Change.StandIn(LINA, AMIR), day, end)), noon));
        assertEquals(List.of(ROSA), OnCall.at(covered(new Cover(new Change.StandIn(AMIR, LINA), day, end)), noon));
        assertEquals(List.of(ROSA), OnCall.at(covered(new Cover(new Change.Add(ROSA), day, end)), noon));
        assertEquals(List.of(new Gap(day, end)), OnCall.gaps(covered(new Cover(new Change.Remove(ROSA), day, end)),
                day.minus(Duration.ofDays(2)), end.plus(Duration.ofDays(2))));
    }

    @Test
    void hours_closed_by_design_are_no_gap_and_do_not_send_anybody_home() {
        var sundays = new Hours(Set.of(DayOfWeek.SUNDAY), LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);
        var roster = new Roster(PEERS, "Peers", Discipline.PEER_ADVOCATE, PHNOM_PENH,
                List.of(shift(ROSA, Set.of(DayOfWeek.SUNDAY), "08:00", "09:00")), List.of(), List.of(), List.of(),
                List.of(sundays));
        var saturday = at(PHNOM_PENH, "2026-08-01T12:00");

        assertEquals(List.of(new Gap(saturday, at(PHNOM_PENH, "2026-08-02T00:00")),
                new Gap(at(PHNOM_PENH, "2026-08-03T00:00"), at(PHNOM_PENH, "2026-08-03T12:00"))),
                OnCall.gaps(roster, saturday, at(PHNOM_PENH, "2026-08-03T12:00")));
        assertEquals(List.of(ROSA), OnCall.at(roster, at(PHNOM_PENH, "2026-08-02T08:30")));
    }

    @Test
    void whoever_cannot_be_asked_leaves_a_gap() {
        var roster = roster(PHNOM_PENH, shift(ROSA, DAILY, "00:00", "12:00"), shift(AMIR, DAILY, "12:00", "00:00"));
        var day = at(PHNOM_PENH, "2026-07-31T00:00");

        assertEquals(List.of(new Gap(day.plus(Duration.ofHours(12)), day.plus(Duration.ofHours(24)))),
                OnCall.gaps(roster, day, day.plus(Duration.ofDays(1)), ROSA::equals));
    }

    /** Whatever clocks do, a rotation has exactly one member on call at every instant from its start on. */
    @Property(tries = 150)
    void a_rotation_covers_every_instant_exactly_once(@ForAll("rotations") Roster roster, @ForAll("days") LocalDateTime day) {
        var begins = WallTime.momentOf(roster.rotations().getFirst().starts(), roster.zone());
        var from = WallTime.momentOf(day, roster.zone());
        var end = from.plus(Duration.ofDays(5));
        var stints = OnCall.shifts(roster, from, end);

        for (var i = 1; i < stints.size(); i++) {
            assertEquals(stints.get(i - 1).to(), stints.get(i).from());
        }
        assertEquals(begins.isAfter(from) ? List.of(new Gap(from, begins.isBefore(end) ? begins : end)) : List.of(),
                OnCall.gaps(roster, from, end));
        for (var minute = from; minute.isBefore(end); minute = minute.plusSeconds(7 * 60)) {
            assertEquals(minute.isBefore(begins) ? 0 : 1, OnCall.at(roster, minute).size(), minute.toString());
        }
    }

    /** A roster that is whole by the wall, shift after shift, has no hole whatever is done to the clock. */
    @Property(tries = 150)
    void no_hole_appears_or_vanishes_where_clocks_are_changed(@ForAll("zones") ZoneId zone,
            @ForAll("days") LocalDateTime day, @ForAll Set<@net.jqwik.api.constraints.IntRange(max = 1439) Integer> cuts,
            @ForAll @net.jqwik.api.constraints.IntRange(max = 20) int left) {
        var times = cuts.stream().sorted().map(minute -> LocalTime.MIN.plusMinutes(minute)).toList();
        var shifts = new ArrayList<Shift>();
        for (var i = 0; i < times.size(); i++) {
            shifts.add(new Shift(i % 2 == 0 ? ROSA : AMIR, DAILY, times.get(i), times.get((i + 1) % times.size())));
        }
        var from = WallTime.momentOf(day, zone);
        var end = from.plus(Duration.ofDays(4));
        var whole = roster(zone, shifts.toArray(Shift[]::new));

        assertEquals(shifts.isEmpty() ? List.of(new Gap(from, end)) : List.of(), OnCall.gaps(whole, from, end));
        if (shifts.size() > left) {
            var hole = shifts.remove(left);
            var expected = new ArrayList<Gap>();
            hole.hours().spans(LocalDate.ofInstant(from, zone), LocalDate.ofInstant(end, zone), zone)
                    .filter(span -> span.from().isBefore(end) && span.to().isAfter(from))
                    .map(span -> new Gap(span.from().isBefore(from) ? from : span.from(),
                            span.to().isAfter(end) ? end : span.to()))
                    .forEach(gap -> expected.add(!expected.isEmpty() && expected.getLast().to().equals(gap.from())
                            ? new Gap(expected.removeLast().from(), gap.to()) : gap));
            assertEquals(shifts.isEmpty() ? List.of(new Gap(from, end)) : expected,
                    OnCall.gaps(roster(zone, shifts.toArray(Shift[]::new)), from, end));
        }
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
            var expected = onCallByTheWall(roster, furthest, minute);
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

    private static List<MemberId> onCallByTheWall(Roster roster, LocalDateTime wall, Instant instant) {
        var onCall = new ArrayList<MemberId>();
        roster.shifts().stream().filter(shift -> containsByTheWall(shift.hours(), wall)).map(Shift::member)
                .forEach(onCall::add);
        for (var rotation : roster.rotations()) {
            if (!wall.isBefore(rotation.starts()) && containsByTheWall(rotation.hours(), wall)) {
                var turn = Duration.between(rotation.starts(), wall).toMinutes() / rotation.every().toMinutes();
                onCall.add(rotation.members().get((int) (turn % rotation.members().size())));
            }
        }
        for (var cover : roster.covers()) {
            if (!instant.isBefore(cover.from()) && instant.isBefore(cover.to())) {
                cover.layOver(onCall);
            }
        }
        return onCall.stream().distinct().toList();
    }

    private static boolean containsByTheWall(Hours hours, LocalDateTime wall) {
        var today = hours.days().contains(wall.getDayOfWeek());
        var yesterday = hours.days().contains(wall.getDayOfWeek().minus(1));
        var time = wall.toLocalTime();
        return hours.to().isAfter(hours.from())
                ? today && !time.isBefore(hours.from()) && time.isBefore(hours.to())
                : today && !time.isBefore(hours.from()) || yesterday && time.isBefore(hours.to());
    }

    @Provide
    Arbitrary<LocalDateTime> days() {
        return Arbitraries.of("2026-03-27T11:17", "2026-03-28T00:00", "2026-04-03T23:00", "2026-10-02T12:00",
                "2026-10-23T00:00", "2026-10-24T23:59", "2026-07-31T00:00").map(LocalDateTime::parse);
    }

    @Provide
    Arbitrary<Roster> rosters() {
        var days = Arbitraries.of(DayOfWeek.class).set().ofMinSize(1);
        var times = Arbitraries.oneOf(
                Arbitraries.of("00:00", "02:00", "02:30", "03:00", "23:30", "23:59").map(LocalTime::parse),
                Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.MIN.plusMinutes(minute)));
        var shifts = Combinators.combine(Arbitraries.of(ROSA, AMIR), days, times, times).as(Shift::new);
        var covers = Combinators.combine(Arbitraries.of(new Change.Add(LINA), new Change.Remove(ROSA),
                        new Change.StandIn(LINA, AMIR)), Arbitraries.longs().between(0, 200 * 24 * 60),
                        Arbitraries.longs().between(1, 5000))
                .as((change, from, length) -> new Cover(change, MARCH.plusSeconds(from * 60),
                        MARCH.plusSeconds((from + length) * 60)));
        return Combinators.combine(zones(), shifts.list().ofMaxSize(4), rotationsOf(times).list().ofMaxSize(1),
                covers.list().ofMaxSize(4)).as((zone, list, rotations, laid) -> new Roster(PEERS, "Peers",
                        Discipline.PEER_ADVOCATE, zone, list, rotations, List.of(), laid, List.of()));
    }

    @Provide
    Arbitrary<Roster> rotations() {
        return Combinators.combine(zones(), rotationsOf(Arbitraries.integers().between(0, 1439)
                .map(minute -> LocalTime.MIN.plusMinutes(minute)))).as((zone, rotation) -> rotating(zone,
                        new Rotation(rotation.members(), rotation.every(), rotation.starts(), Hours.ALWAYS)));
    }

    private static Arbitrary<Rotation> rotationsOf(Arbitrary<LocalTime> times) {
        var hours = Combinators.combine(Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), times, times).as(Hours::new);
        return Combinators.combine(Arbitraries.of(ROSA, AMIR, LINA).list().ofMinSize(1).ofMaxSize(4),
                        Arbitraries.of(1, 7, 8, 12, 24, 168), Arbitraries.integers().between(0, 300), times, hours)
                .as((members, every, days, time, some) -> new Rotation(members, Duration.ofHours(every),
                        LocalDate.parse("2025-12-31").plusDays(days).atTime(time), some));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Asia/Phnom_Penh", "Europe/Berlin", "Asia/Beirut", "Australia/Lord_Howe").map(ZoneId::of);
    }

    private static Roster rotating(ZoneId zone, Rotation rotation) {
        return new Roster(PEERS, "Peers", Discipline.PEER_ADVOCATE, zone, List.of(), List.of(rotation), List.of(), List.of(),
                List.of());
    }

    /** Rosa day and night, and these covers over her. */
    private static Roster covered(Cover... covers) {
        return new Roster(PEERS, "Peers", Discipline.PEER_ADVOCATE, PHNOM_PENH, List.of(shift(ROSA, DAILY, "00:00", "00:00")),
                List.of(), List.of(), List.of(covers), List.of());
    }

    private static Roster roster(ZoneId zone, Shift... shifts) {
        return new Roster(PEERS, "Peers", Discipline.PEER_ADVOCATE, zone, List.of(shifts));
    }

    private static Shift shift(MemberId member, Set<DayOfWeek> days, String from, String to) {
        return new Shift(member, days, LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(ZoneId zone, String wallTime) {
        return LocalDateTime.parse(wallTime).atZone(zone).toInstant();
    }
}
