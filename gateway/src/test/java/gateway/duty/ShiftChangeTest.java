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
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Who goes at a change of shift, found a second time by asking who is on call minute by minute. */
class ShiftChangeTest {

    private static final MemberId ROSA = new MemberId(new UUID(2, 1));
    private static final MemberId AMIR = new MemberId(new UUID(2, 2));
    private static final MemberId LINA = new MemberId(new UUID(2, 3));
    private static final Instant NOON = Instant.parse("2026-03-04T05:00:00Z");

    @Property(tries = 300)
    void nobody_goes_off_call_unseen_and_whoever_is_there_is_named(@ForAll("rosters") Roster roster, @ForAll("minutes") int later) {
        var now = NOON.plus(Duration.ofMinutes(later));
        var changes = ShiftChange.lately(roster, now);

        var went = new ArrayList<String>();
        for (var at = now.minus(ShiftChange.LOOKED_BACK).plusSeconds(60); !at.isAfter(now); at = at.plusSeconds(60)) {
            var here = OnCall.at(roster, at);
            for (var member : OnCall.at(roster, at.minusSeconds(60))) {
                if (!here.contains(member)) {
                    went.add(at + " " + member);
                }
            }
        }

        assertEquals(went.stream().sorted().toList(), changes.stream().flatMap(change -> change.gone().stream()
                .map(member -> change.at() + " " + member)).sorted().toList());
        for (var change : changes) {
            var here = OnCall.at(roster, change.at());
            assertEquals(here.isEmpty(), change.takes().isEmpty(), "somebody is there and is not asked: " + change);
            assertTrue(here.containsAll(change.takes()), "asked though not on call: " + change);
            assertTrue(change.takes().stream().noneMatch(change.gone()::contains));
        }
    }

    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.integers().between(0, 2 * 24 * 60);
    }

    @Provide
    Arbitrary<Roster> rosters() {
        var times = Arbitraries.integers().between(0, 1439).map(minute -> LocalTime.MIN.plusMinutes(minute));
        var shifts = Combinators.combine(Arbitraries.of(ROSA, AMIR, LINA), Arbitraries.of(DayOfWeek.class).set().ofMinSize(1), times, times)
                .as(Shift::new);
        var covers = Combinators.combine(Arbitraries.of(new Cover.Change.Add(LINA), new Cover.Change.Remove(ROSA),
                        new Cover.Change.StandIn(LINA, AMIR)), Arbitraries.integers().between(-400, 3000), Arbitraries.integers().between(1, 900))
                .as((change, from, length) -> new Cover(change, NOON.plusSeconds(from * 60L), NOON.plusSeconds((from + length) * 60L)));
        return Combinators.combine(shifts.list().ofMinSize(1).ofMaxSize(4), covers.list().ofMaxSize(3)).as((list, laid) ->
                new Roster(new RosterId(new UUID(1, 1)), "Peers", Discipline.PEER_ADVOCATE, ZoneId.of("Asia/Phnom_Penh"), list).with(laid));
    }
}
