package gateway.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.member.MemberId;
import gateway.roster.Cover.Change;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Asks an oracle that counts in seconds and knows no java.time who is on call, every minute within three hours of each
 * change of 40 clocks from 2011 to 2036 and at random minutes between; n is about 460,000.
 */
class RosterOracleTest {

    private static final long DAY = 86_400;
    private static final long AROUND = 3 * 3_600;
    private static final long FROM = 1_293_840_000;
    private static final long TO = 2_114_380_800;
    private static final int RANDOM_MINUTES = 2_500;
    private static final int PLANS = 6;
    private static final List<String> AMONG_THEM =
            List.of("Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "Asia/Kathmandu");

    private record Week(int days, int from, int to) {

        boolean holds(long wall) {
            for (var day = Math.floorDiv(wall, DAY) - 1; day <= Math.floorDiv(wall, DAY); day++) {
                if ((days >> Math.floorMod(day + 3, 7L) & 1) == 1 && within(day, from, to, wall)) {
                    return true;
                }
            }
            return false;
        }

        Hours hours() {
            return new Hours(IntStream.range(0, 7).filter(day -> (days >> day & 1) == 1)
                    .mapToObj(day -> DayOfWeek.of(day + 1)).collect(Collectors.toSet()), clock(from), clock(to));
        }
    }

    private record Turns(int[] people, int hours, long startDay, int startMinute, Week week) {

        int whose(long wall) {
            var since = wall - startDay * DAY - startMinute * 60L;
            return since < 0 ? 0 : people[(int) (since / (hours * 3_600L) % people.length)];
        }
    }

    private record Plan(List<Week> shifts, List<Turns> turns, long[] surgeDays, int surgeFrom, int surgeTo, List<long[]> covers,
            List<Week> closed) {

        /** Numbers of the people on call; the shifts' are 1, 2, 3, the rotations' as they say, the surge's is 4. */
        List<Integer> onCall(long moment, long wall) {
            var found = new ArrayList<Integer>();
            for (var shift = 0; shift < shifts.size(); shift++) {
                if (shifts.get(shift).holds(wall)) {
                    found.add(shift % 3 + 1);
                }
            }
            for (var turn : turns) {
                if (turn.week.holds(wall) && turn.whose(wall) > 0) {
                    found.add(turn.whose(wall));
                }
            }
            if (Arrays.stream(surgeDays).anyMatch(day -> within(day, surgeFrom, surgeTo, wall))) {
                found.add(4);
            }
            for (var cover : covers) {
                if (cover[0] <= moment && moment < cover[1]) {
                    switch ((int) cover[2]) {
                        case 0 -> found.add(5);
                        case 1 -> found.removeAll(List.of(1));
                        default -> found.replaceAll(one -> one == 2 ? 6 : one);
                    }
                }
            }
            return found.stream().distinct().toList();
        }

        boolean isGap(long moment, long wall) {
            return onCall(moment, wall).isEmpty() && closed.stream().noneMatch(week -> week.holds(wall));
        }

        Roster roster(String zone) {
            var weekly = IntStream.range(0, shifts.size()).mapToObj(shift -> {
                var hours = shifts.get(shift).hours();
                return new Shift(person(shift % 3 + 1), hours.days(), hours.from(), hours.to());
            }).toList();
            var rotations = turns.stream().map(turn -> new Rotation(
                    Arrays.stream(turn.people).mapToObj(RosterOracleTest::person).toList(), Duration.ofHours(turn.hours),
                    LocalDate.ofEpochDay(turn.startDay).atTime(clock(turn.startMinute)), turn.week.hours())).toList();
            var surge = new SurgeShift("Surge", person(4),
                    Arrays.stream(surgeDays).mapToObj(LocalDate::ofEpochDay).collect(Collectors.toSet()), clock(surgeFrom),
                    clock(surgeTo));
            var laid = covers.stream().map(cover -> new Cover(switch ((int) cover[2]) {
                case 0 -> new Change.Add(person(5));
                case 1 -> new Change.Remove(person(1));
                default -> new Change.StandIn(person(6), person(2));
            }, Instant.ofEpochSecond(cover[0]), Instant.ofEpochSecond(cover[1]))).toList();
            return new Roster(new RosterId(new UUID(1, 1)), "Peers", Discipline.PEER_ADVOCATE, ZoneId.of(zone), weekly,
                    rotations, List.of(surge), laid, closed.stream().map(Week::hours).toList());
        }
    }

    @Test
    void who_is_on_call_is_what_the_walls_clock_says_around_every_change_and_between() {
        var asked = 0;
        var zones = new ArrayList<String>();
        var others = new ArrayList<String>();
        for (var clock : WallClock.all()) {
            if (isSameTable(clock)) {
                zones.add(clock.zone());
                asked += ask(clock, new Random(clock.zone().hashCode()));
            } else {
                others.add(clock.zone());
            }
        }

        System.out.println("The oracle was asked at " + asked + " moments in " + zones.size() + " zones; not in "
                + others + ", which this Java's table has otherwise");
        assertTrue(zones.containsAll(AMONG_THEM), zones.toString());
        assertTrue(zones.size() >= 36 && asked > 400_000, zones.size() + " zones, " + asked + " moments");
    }

    private static int ask(WallClock clock, Random random) {
        var changes = Arrays.stream(clock.changes()).filter(change -> change >= FROM && change < TO).toArray();
        var plans = IntStream.range(0, PLANS).mapToObj(plan -> plan(clock, changes, random)).toList();
        var rosters = plans.stream().map(plan -> plan.roster(clock.zone())).toList();
        var asked = 0;
        for (var i = 0; i < changes.length; i++) {
            var plan = plans.get(i % PLANS);
            var roster = rosters.get(i % PLANS);
            var gaps = new ArrayList<Gap>();
            for (var moment = changes[i] - AROUND; moment <= changes[i] + AROUND; moment += 60) {
                var wall = clock.furthest(moment);
                check(clock, plan, roster, moment);
                asked++;
                if (moment < changes[i] + AROUND && plan.isGap(moment, wall)) {
                    var start = Instant.ofEpochSecond(moment);
                    var touches = !gaps.isEmpty() && gaps.getLast().to().equals(start);
                    gaps.add(new Gap(touches ? gaps.removeLast().from() : start, start.plusSeconds(60)));
                }
            }
            assertEquals(gaps, OnCall.gaps(roster, Instant.ofEpochSecond(changes[i] - AROUND),
                    Instant.ofEpochSecond(changes[i] + AROUND)), clock.zone());
        }
        for (var i = 0; i < RANDOM_MINUTES; i++) {
            check(clock, plans.get(i % PLANS), rosters.get(i % PLANS), FROM + random.nextLong(TO - FROM));
            asked++;
        }
        return asked;
    }

    private static void check(WallClock clock, Plan plan, Roster roster, long moment) {
        var expected = plan.onCall(moment, clock.furthest(moment)).stream().map(RosterOracleTest::person).toList();
        var found = OnCall.at(roster, Instant.ofEpochSecond(moment));
        if (!expected.equals(found)) {
            assertEquals(expected, found, clock.zone() + " at " + Instant.ofEpochSecond(moment) + " by " + roster);
        }
    }

    private static Plan plan(WallClock clock, long[] changes, Random random) {
        var shifts = IntStream.range(0, random.nextInt(4)).mapToObj(shift -> week(random)).toList();
        var turns = IntStream.range(0, random.nextInt(3)).mapToObj(turn -> new Turns(
                random.ints(1 + random.nextInt(4), 1, 4).toArray(), List.of(1, 5, 8, 12, 24, 24, 168, 168).get(random.nextInt(8)),
                FROM / DAY + random.nextInt(2_000), minute(random),
                random.nextBoolean() ? new Week(127, 0, 0) : week(random))).toList();
        var near = changes.length == 0 ? new long[] {FROM + DAY} : changes;
        var surgeDays = random.ints(25, 0, near.length)
                .mapToLong(at -> Math.floorDiv(clock.shows(near[at]), DAY) + random.nextInt(3) - 1).distinct().toArray();
        var covers = random.ints(25, 0, near.length).mapToObj(at -> {
            var from = near[at] + (random.nextInt(600) - 300) * 60L;
            return new long[] {from, from + (1 + random.nextInt(600)) * 60L, random.nextInt(3)};
        }).toList();
        return new Plan(shifts, turns, surgeDays, minute(random), minute(random), covers,
                random.nextBoolean() ? List.of() : List.of(week(random)));
    }

    private static Week week(Random random) {
        return new Week(1 + random.nextInt(127), minute(random), minute(random));
    }

    /** Most times people choose lie on the hour, and in the hours in which clocks are changed. */
    private static int minute(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> random.nextInt(1_440);
            case 1 -> random.nextInt(24) * 60;
            default -> random.nextInt(8) * 30;
        };
    }

    private static boolean within(long day, int from, int to, long wall) {
        var start = day * DAY + from * 60L;
        var end = (to > from ? day : day + 1) * DAY + to * 60L;
        return start <= wall && wall < end;
    }

    /** Whether this Java has the same table of the zone: governments change their minds, and tables are of a year. */
    private static boolean isSameTable(WallClock clock) {
        var rules = ZoneId.of(clock.zone()).getRules();
        var offset = clock.first();
        for (var i = 0; i < clock.changes().length; i++) {
            var next = rules.nextTransition(Instant.ofEpochSecond(i == 0 ? FROM - 365 * DAY : clock.changes()[i - 1]));
            if (next == null || next.toEpochSecond() != clock.changes()[i]
                    || next.getOffsetAfter().getTotalSeconds() != clock.offsets()[i]
                    || next.getOffsetBefore().getTotalSeconds() != offset) {
                return false;
            }
            offset = clock.offsets()[i];
        }
        var after = rules.nextTransition(Instant.ofEpochSecond(
                clock.changes().length == 0 ? FROM - 365 * DAY : clock.changes()[clock.changes().length - 1]));
        return after == null || after.toEpochSecond() >= TO;
    }

    private static LocalTime clock(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }

    private static MemberId person(int number) {
        return new MemberId(new UUID(0, number));
    }
}
