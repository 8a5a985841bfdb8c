package gateway.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.member.MemberId;
import gateway.roster.Cover;
import gateway.roster.Discipline;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.roster.Shift;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Before the moment that a turn names, time alone gives the duty nothing to do. */
class NextDutyTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
    private static final MemberId ROSA = new MemberId(new UUID(2, 1));
    private static final MemberId AMIR = new MemberId(new UUID(2, 2));
    private static final Instant NOON = Instant.parse("2026-03-04T05:00:00Z");

    @Test
    void a_shift_that_begins_the_evening_and_the_hour_of_gaps_are_named_and_at_the_latest_an_hour() {
        var nine = roster(List.of(new Shift(ROSA, EnumSet.allOf(DayOfWeek.class), LocalTime.of(9, 0), LocalTime.of(12, 0))));

        assertEquals(at("09:00"), next(nine, at("08:30")));
        assertEquals(at("09:00").plusMillis(1), next(nine, at("09:00")), "tomorrow's gap is near");
        assertEquals(at("09:15"), next(nine, at("09:00").plusMillis(1)), "the coordinators are told");
        assertEquals(at("10:00"), next(nine, at("09:15")));
        assertEquals(at("18:00"), next(nine, at("17:30")));
        assertEquals(at("16:00"), next(nine, at("15:00")), "nothing, and it looks on");
    }

    @Property(tries = 30)
    void nothing_new_is_to_be_done_before_it(@ForAll("rosters") Roster roster, @ForAll("minutes") int later) {
        var now = NOON.plus(Duration.ofMinutes(later));
        var next = next(roster, now);
        var asked = asked(roster, now);
        var gaps = gaps(roster, now);

        assertTrue(next.isAfter(now));
        for (var minute = now; minute.isBefore(next); minute = minute.plusSeconds(60)) {
            for (var at : List.of(minute, minute.plusMillis(1))) {
                if (at.isBefore(next)) {
                    assertFalse(ShiftChange.lately(roster, at).stream().anyMatch(change -> change.at().isAfter(now.plusMillis(1))), "a change");
                    assertTrue(asked.containsAll(asked(roster, at)), "a word to be asked for");
                    assertTrue(gaps(roster, at).stream().allMatch(gap -> gaps.stream().anyMatch(before ->
                            !gap.from().isAfter(before.to()) && !before.from().isAfter(gap.to()))), () -> "a gap at " + at);
                }
            }
        }
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 2 * 24 * 60);
    }

    @Provide
    Arbitrary<Roster> rosters() {
        var times = Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.MIN.plusMinutes(minute));
        var shifts = Combinators.combine(Arbitraries.of(ROSA, AMIR), Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), times, times)
                .as(Shift::new);
        var covers = Combinators.combine(Arbitraries.of(new Cover.Change.Add(AMIR), new Cover.Change.Remove(ROSA)),
                        Arbitraries.integers().between(-400, 3000), Arbitraries.integers().between(1, 900))
                .as((change, from, length) -> new Cover(change, NOON.plusSeconds(from * 60L), NOON.plusSeconds((from + length) * 60L)));
        return Combinators.combine(shifts.list().ofMinSize(1).ofMaxSize(4), covers.list().ofMaxSize(3))
                .as((list, laid) -> roster(list).with(laid));
    }

    private static Roster roster(List<Shift> shifts) {
        return new Roster(new RosterId(new UUID(1, 1)), "Peers", Discipline.PEER_ADVOCATE, ZONE, shifts);
    }

    private static Set<Instant> asked(Roster roster, Instant at) {
        return Set.copyOf(PromisePlan.of(roster, List.of(), _ -> true, at).toAsk().stream().map(shift -> shift.from()).toList());
    }

    private static List<gateway.roster.Gap> gaps(Roster roster, Instant at) {
        return GapNews.of(OnCall.gaps(roster, at, at.plus(GapNews.AHEAD)), List.of(), ZONE, at);
    }

    private static Instant next(Roster roster, Instant now) {
        return NextDuty.of(new Roll(List.of(roster), List.of(), Map.of()), now);
    }

    private static Instant at(String time) {
        return NOON.atZone(ZONE).toLocalDate().atTime(LocalTime.parse(time)).atZone(ZONE).toInstant();
    }
}
