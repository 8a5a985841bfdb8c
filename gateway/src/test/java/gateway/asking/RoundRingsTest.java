package gateway.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RoundRingsTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:10:00Z");
    private static final Duration ROUND = Duration.ofMinutes(5);

    @Test
    void whoever_was_never_rung_for_the_alert_is_rung_once_also_for_what_is_not_grave() {
        var people = people(3);

        assertEquals(Set.copyOf(people), RoundRings.of(people, Set.of(), Map.of(), ROUND, NOW));
        assertEquals(Set.of(), RoundRings.of(people, Set.of(), Map.of(people.get(0), List.of(NOW.minusSeconds(7200)),
                people.get(1), List.of(NOW.minusSeconds(7200)), people.get(2), List.of(NOW.minusSeconds(7200))), ROUND, NOW));
    }

    @Test
    void one_who_sleeps_alone_is_rung_every_twenty_minutes() {
        var people = people(1);
        var rang = new ArrayList<Instant>();
        for (var at = NOW; at.isBefore(NOW.plus(Duration.ofHours(1))); at = at.plus(ROUND)) {
            if (RoundRings.of(people, Set.copyOf(people), Map.of(people.getFirst(), rang), ROUND, at).contains(people.getFirst())) {
                rang.add(at);
            }
        }

        assertEquals(List.of(NOW, NOW.plusSeconds(1200), NOW.plusSeconds(2400)), rang);
    }

    /** @param seconds for each round, how many of the calls are followed by a second one */
    @Property(tries = 400)
    void over_any_night_no_phone_is_rung_more_than_three_times_an_hour_and_everybody_has_her_turn(
            @ForAll @IntRange(min = 1, max = 30) int howMany, @ForAll @Size(96) List<@IntRange(max = 3) Integer> seconds,
            @ForAll @IntRange(min = 1, max = 30) int minutes) {
        var people = people(howMany);
        var round = Duration.ofMinutes(minutes);
        var rang = new HashMap<MemberId, List<Instant>>();
        var now = NOW;
        for (var second : seconds) {
            var at = now;
            var rung = RoundRings.of(people, Set.copyOf(people), rang, round, at);
            rung.forEach(member -> rang.computeIfAbsent(member, _ -> new ArrayList<>()).add(at));
            rung.stream().limit(second).filter(member -> RoundRings.hasRoom(rang.get(member), at.plusSeconds(70)))
                    .forEach(member -> rang.get(member).add(at.plusSeconds(70)));
            now = now.plus(round);
        }

        var end = now;
        assertEquals(new HashSet<>(people), rang.keySet(), "everybody is rung");
        rang.forEach((member, moments) -> {
            for (var moment : moments) {
                assertTrue(moments.stream().filter(at -> !at.isAfter(moment) && at.isAfter(moment.minus(RoundRings.HOUR))).count() <= 3);
            }
            for (var at = NOW.plus(Duration.ofHours(2)); at.isBefore(end); at = at.plus(round)) {
                var until = at;
                assertTrue(moments.stream().anyMatch(moment -> moment.isAfter(until.minus(Duration.ofHours(2))) && !moment.isAfter(until)),
                        "no two hours without her turn");
            }
        });
    }

    @Property
    void every_second_round_takes_in_one_circle_more_and_none_is_left_out_again(@ForAll @IntRange(min = 1, max = 500) int round) {
        var reach = Reach.of(round, true);

        assertTrue(Reach.of(round + 1, true).takesIn(reach));
        assertEquals(Math.min(Reach.OUTSIDE.ordinal(), reach.ordinal() + 1), Reach.of(round + 2, true).ordinal());
        assertFalse(Reach.of(round, false).takesIn(Reach.COMPANIONS));
    }

    @Test
    void the_first_round_asks_the_last_resort_alone_and_the_eighth_asks_outside() {
        assertEquals(Reach.LAST_RESORT, Reach.of(1, true));
        assertEquals(Reach.DISCIPLINE, Reach.of(2, true));
        assertEquals(Reach.COORDINATORS, Reach.of(4, true));
        assertEquals(Reach.COMPANIONS, Reach.of(6, true));
        assertEquals(Reach.OUTSIDE, Reach.of(8, true));
    }

    private static List<MemberId> people(int howMany) {
        return IntStream.range(0, howMany).mapToObj(one -> new MemberId(new UUID(1, one))).toList();
    }
}
