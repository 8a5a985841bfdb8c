package gateway.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.member.MemberId;
import gateway.roster.Cover;
import gateway.roster.Discipline;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.roster.Shift;
import gateway.roster.Stint;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The promises of random rosters over days in which some say ON, late or never, and the gateway is down now and then. */
class PromisePlanTest {

    private static final RosterId PEERS = new RosterId(new UUID(1, 1));
    private static final MemberId ROSA = new MemberId(new UUID(2, 1));
    private static final MemberId AMIR = new MemberId(new UUID(2, 2));
    private static final MemberId LINA = new MemberId(new UUID(2, 3));
    private static final Set<DayOfWeek> DAILY = EnumSet.allOf(DayOfWeek.class);
    private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
    private static final Instant START = Instant.parse("2026-03-02T07:10:00Z");
    /** On the first evening of each the clocks change: forward at two, back at three, forward at midnight, by half an hour. */
    private static final Map<ZoneId, Instant> CHANGING = Map.of(ZONE, START,
            ZoneId.of("Europe/Berlin"), Instant.parse("2026-03-28T13:10:00Z"),
            ZoneId.of("America/New_York"), Instant.parse("2026-10-31T17:10:00Z"),
            ZoneId.of("Africa/Cairo"), Instant.parse("2026-04-23T12:10:00Z"),
            ZoneId.of("Australia/Lord_Howe"), Instant.parse("2026-04-04T03:10:00Z"));
    private static final Duration STEP = Duration.ofMinutes(1);

    /** What happened to a roster while time went on. */
    private static final class Told {
        private final Map<Stint, List<Instant>> asked = new HashMap<>();
        private final List<Promise> promises = new ArrayList<>();
        private final List<Cover> stays = new ArrayList<>();
        private final Set<UUID> coordinators = new HashSet<>();
        private int toldTwice;
        private int leftAlone;
    }

    @Property(tries = 60)
    void each_shift_is_asked_for_once_never_at_night_and_nobody_goes_before_somebody_came(@ForAll("rosters") Roster plain,
            @ForAll("chances") long chance) {
        var told = live(plain, new Random(chance), Duration.ofDays(3));

        told.asked.forEach((shift, moments) -> {
            assertEquals(1, moments.size(), shift.toString());
            var at = moments.getFirst();
            assertTrue(WakingHours.hold(at, plain.zone()) || !at.isBefore(shift.from()), "asked at night: " + at);
        });
        assertEquals(0, told.toldTwice, "coordinators told twice of one promise");
        assertEquals(0, told.leftAlone, "minutes in which only somebody was on call who has not said ON, and others had gone");
    }

    @Test
    void who_is_always_on_call_is_never_asked() {
        var told = live(roster(new Shift(ROSA, DAILY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)), new Random(1), Duration.ofDays(3));

        assertEquals(Map.of(), told.asked);
    }

    @ParameterizedTest
    @CsvSource({"Europe/Berlin, 2026-03-29T01:30:00Z, 2026-03-28T17:00:00Z", "Europe/Berlin, 2026-10-25T00:30:00Z, 2026-10-24T16:00:00Z",
        "Africa/Cairo, 2026-04-23T22:00:00Z, 2026-04-23T16:00:00Z", "Asia/Phnom_Penh, 2026-03-02T17:00:00Z, 2026-03-02T11:00:00Z"})
    void the_evening_before_is_six_by_the_clock_on_the_wall_of_the_day_before(ZoneId zone, Instant from, Instant evening) {
        assertEquals(evening, PromisePlan.evening(new Stint(ROSA, from, from.plusSeconds(3600)), zone));
    }

    @Test
    void a_roster_of_one_has_nobody_else_to_stay_on_and_nobody_has_anything_to_do_where_it_is_empty() {
        var lived = new Random(1).longs(8).mapToObj(seed -> live(roster(new Shift(ROSA, DAILY, LocalTime.of(20, 0), LocalTime.of(8, 0))),
                new Random(seed), Duration.ofDays(3))).toList();

        assertTrue(lived.stream().allMatch(told -> told.stays.isEmpty()));
        assertTrue(lived.stream().anyMatch(told -> !told.coordinators.isEmpty()), "the coordinators are told");
        var nobody = live(roster(), new Random(1), Duration.ofDays(1));
        assertEquals(List.of(), nobody.promises);
    }

    @Test
    void who_was_asked_no_earlier_than_at_the_start_is_not_alone_until_she_answers_and_coordinators_hear_of_it_later() {
        var roster = roster(new Shift(ROSA, DAILY, LocalTime.of(8, 0), LocalTime.of(20, 0)),
                new Shift(LINA, DAILY, LocalTime.of(20, 0), LocalTime.of(8, 0)));
        var begins = Instant.parse("2026-03-02T13:00:00Z");
        var asked = new Promise(new UUID(9, 1), PEERS, new Stint(LINA, begins, begins.plus(Duration.ofHours(12))), PromiseState.ASKED,
                begins, List.of());
        var missed = new Promise(asked.id(), PEERS, asked.shift(), PromiseState.MISSED, begins, List.of());

        assertEquals(List.of(), plan(roster, asked, begins.minusSeconds(1)).missed());
        assertEquals(List.of(asked), plan(roster, asked, begins).missed());
        var covered = roster.with(List.of(new Cover(new Cover.Change.StandIn(AMIR, LINA), begins, begins.plus(Duration.ofHours(12)))));
        assertEquals(List.of(asked), plan(covered, asked, begins.minusSeconds(60)).over());
        assertEquals(List.of(), plan(roster, asked, begins.minusSeconds(60)).over());
        assertEquals(List.of(), plan(roster, missed, begins.plus(PromisePlan.GRACE).minusSeconds(1)).toTell());
        assertEquals(List.of(missed), plan(roster, missed, begins.plus(PromisePlan.GRACE)).toTell());
    }

    @Test
    void only_who_can_be_reached_is_asked_and_nobody_in_the_middle_of_a_shift() {
        var roster = roster(new Shift(ROSA, DAILY, LocalTime.of(8, 0), LocalTime.of(20, 0)),
                new Shift(LINA, DAILY, LocalTime.of(20, 0), LocalTime.of(8, 0)));
        var begins = Instant.parse("2026-03-02T13:00:00Z");

        assertEquals(List.of(LINA), asked(roster, Set.of(LINA), begins.minusSeconds(60)));
        assertEquals(List.of(), asked(roster, Set.of(), begins.minusSeconds(60)));
        assertEquals(List.of(LINA), asked(roster, Set.of(LINA), begins.plusSeconds(119)));
        assertEquals(List.of(), asked(roster, Set.of(LINA), begins.plusSeconds(120)));
    }

    private static List<MemberId> asked(Roster roster, Set<MemberId> reachable, Instant now) {
        return PromisePlan.of(roster, List.of(), reachable::contains, now).toAsk().stream()
                .filter(shift -> shift.from().isBefore(now.plus(Duration.ofHours(1)))).map(Stint::member).toList();
    }

    private static PromisePlan plan(Roster roster, Promise known, Instant now) {
        return PromisePlan.of(roster, List.of(known), member -> true, now);
    }

    @Test
    void who_has_been_taken_off_by_a_cover_does_not_stay_on() {
        var begins = Instant.parse("2026-03-02T13:00:00Z");
        var roster = roster(new Shift(ROSA, DAILY, LocalTime.MIDNIGHT, LocalTime.MIDNIGHT))
                .with(List.of(new Cover(new Cover.Change.StandIn(LINA, ROSA), begins, begins.plusSeconds(7200))));

        assertEquals(List.of(), PromisePlan.whoStays(roster, roster, new Stint(LINA, begins, begins.plusSeconds(7200)),
                member -> true, member -> true));
    }

    @Test
    void who_missed_her_own_word_stays_on_only_where_nobody_else_would() {
        var roster = roster(new Shift(ROSA, DAILY, LocalTime.of(8, 0), LocalTime.of(20, 0)),
                new Shift(AMIR, DAILY, LocalTime.of(8, 0), LocalTime.of(20, 0)),
                new Shift(LINA, DAILY, LocalTime.of(20, 0), LocalTime.of(8, 0)));
        var coming = new Stint(LINA, Instant.parse("2026-03-02T13:00:00Z"), Instant.parse("2026-03-03T01:00:00Z"));

        assertEquals(List.of(AMIR), PromisePlan.whoStays(roster, roster, coming, member -> true, member -> !member.equals(ROSA)));
        assertEquals(List.of(ROSA), PromisePlan.whoStays(roster, roster, coming, member -> member.equals(ROSA), member -> !member.equals(ROSA)));
    }

    /** The gateway's part, worked out here on values alone; somebody says ON at a moment nobody knows before. */
    private static Told live(Roster plain, Random chance, Duration span) {
        var told = new Told();
        // Now and then the gateway is down for hours, so that an evening is missed and the night must be waited out.
        var start = CHANGING.get(plain.zone());
        for (var now = start; now.isBefore(start.plus(span)); now = now.plus(chance.nextInt(300) == 0 ? Duration.ofHours(6) : STEP)) {
            var roster = plain.with(List.copyOf(told.stays));
            var plan = PromisePlan.of(plain, open(told), member -> true, now);
            for (var shift : plan.toAsk()) {
                told.asked.computeIfAbsent(shift, one -> new ArrayList<>()).add(now);
                told.promises.add(new Promise(new UUID(9, told.promises.size()), PEERS, shift, PromiseState.ASKED, now, List.of()));
            }
            for (var promise : plan.missed()) {
                PromisePlan.whoStays(roster, plain, promise.shift(), member -> true, member -> true).forEach(stayer ->
                        told.stays.add(new Cover(new Cover.Change.Add(stayer), promise.shift().from(), promise.shift().to())));
                move(told, promise, PromiseState.MISSED);
            }
            for (var promise : plan.toTell()) {
                told.toldTwice += told.coordinators.add(promise.id()) ? 0 : 1;
                move(told, promise, PromiseState.TOLD);
            }
            plan.over().forEach(promise -> move(told, promise, PromiseState.OVER));
            for (var promise : open(told)) {
                if (promise.state().isOpen() && chance.nextInt(600) == 0) {
                    move(told, promise, PromiseState.GIVEN);
                }
            }
            check(told, plain, now);
        }
        return told;
    }

    /** Where somebody comes who was asked the evening before and has not said ON, whoever was there before still is. */
    private static void check(Told told, Roster plain, Instant now) {
        var onCall = OnCall.at(plain.with(List.copyOf(told.stays)), now);
        for (var promise : open(told)) {
            var shift = promise.shift();
            var begun = !now.isBefore(shift.from()) && now.isBefore(shift.to());
            if (begun && promise.state().isMissed()) {
                var before = OnCall.at(plain, shift.from().minusMillis(1)).stream().filter(member -> !member.equals(shift.member())).toList();
                told.leftAlone += onCall.containsAll(before) ? 0 : 1;
            }
        }
    }

    private static List<Promise> open(Told told) {
        return told.promises.stream().filter(promise -> promise.state() != PromiseState.OVER).toList();
    }

    private static void move(Told told, Promise promise, PromiseState state) {
        told.promises.replaceAll(one -> one.id().equals(promise.id())
                ? new Promise(one.id(), one.roster(), one.shift(), state, one.askedAt(), one.stays()) : one);
    }

    @Provide
    Arbitrary<Roster> rosters() {
        var times = Arbitraries.integers().between(0, 47).map(half -> LocalTime.MIN.plusMinutes(half * 30L));
        var shifts = Combinators.combine(Arbitraries.of(ROSA, AMIR, LINA), Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), times, times)
                .as(Shift::new);
        return Combinators.combine(Arbitraries.of(CHANGING.keySet()), shifts.list().ofMinSize(1).ofMaxSize(4))
                .as((zone, list) -> roster(zone, list.toArray(Shift[]::new)));
    }

    @Provide
    Arbitrary<Long> chances() {
        return Arbitraries.longs();
    }

    private static Roster roster(Shift... shifts) {
        return roster(ZONE, shifts);
    }

    private static Roster roster(ZoneId zone, Shift... shifts) {
        return new Roster(PEERS, "Peers", Discipline.PEER_ADVOCATE, zone, List.of(shifts));
    }
}
