package gateway.telling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.telling.RingPlan.Rang;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RingPlanTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:10:00Z");
    private static final int GRAVE = 2;

    @Test
    void the_first_is_rung_at_once() {
        assertInstanceOf(RingPlan.Rings.class, RingPlan.of(GRAVE, List.of(), NOW));
    }

    @Test
    void nobody_is_rung_while_a_call_goes_on_not_even_for_something_graver() {
        var going = List.of(new Rang(ago(50), GRAVE, true, null));

        assertInstanceOf(RingPlan.Waits.class, RingPlan.of(GRAVE, going, NOW));
        assertInstanceOf(RingPlan.Waits.class, RingPlan.of(0, going, NOW));
    }

    @Test
    void whom_a_call_has_reached_within_two_minutes_is_texted() {
        assertInstanceOf(RingPlan.Texts.class, RingPlan.of(GRAVE, List.of(reached(119)), NOW));
        assertInstanceOf(RingPlan.Rings.class, RingPlan.of(GRAVE, List.of(reached(120)), NOW));
    }

    @Test
    void what_is_graver_than_all_lately_breaks_through_a_little_later() {
        assertInstanceOf(RingPlan.Rings.class, RingPlan.of(1, List.of(reached(30)), NOW));
        assertEquals(new RingPlan.Waits(NOW.plusSeconds(5)), RingPlan.of(1, List.of(reached(0)), NOW));
        assertInstanceOf(RingPlan.Texts.class, RingPlan.of(1, List.of(new Rang(ago(90), 1, false, ago(80)), reached(30)), NOW),
                "once");
    }

    @Test
    void whom_no_call_has_reached_is_rung_again_a_minute_after_the_last() {
        assertEquals(new RingPlan.Waits(NOW.plusSeconds(1)), RingPlan.of(GRAVE, List.of(missed(59)), NOW));
        assertInstanceOf(RingPlan.Rings.class, RingPlan.of(GRAVE, List.of(missed(60)), NOW));
    }

    @Test
    void six_in_ten_minutes_are_the_most_and_the_second_call_is_counted_in() {
        var four = List.of(missed(590), missed(400), missed(300), missed(100));
        var five = List.of(missed(590), missed(500), missed(400), missed(300), missed(100));

        assertInstanceOf(RingPlan.Rings.class, RingPlan.of(GRAVE, four, NOW));
        assertInstanceOf(RingPlan.Waits.class, RingPlan.of(GRAVE, five, NOW));
    }

    /**
     * An alert whose step asks by call, and what comes of the first and the second call if she is rung for it.
     *
     * @param after   seconds after the one before
     * @param answers for either call, the seconds it lasts, and whether she presses a key in it
     */
    record Asked(int after, int gravity, List<Call> answers) {}

    record Call(int seconds, boolean reached) {}

    @Provide
    Arbitrary<List<Asked>> asked() {
        var call = Combinators.combine(Arbitraries.of(0, 1, 5, 15, 24, 25, 40, 60), Arbitraries.of(true, false, false)).as(Call::new);
        return Combinators.combine(Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 3)),
                        net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 70)),
                        net.jqwik.api.Tuple.of(1, Arbitraries.of(14, 15, 44, 45, 46, 59, 60, 61, 119, 120, 121))),
                Arbitraries.integers().between(0, 4), call.list().ofSize(2)).as(Asked::new).list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 500)
    void over_any_alerts_and_answers_no_phone_rings_oftener_than_it_may_and_every_alert_is_told(@ForAll("asked") List<Asked> asked) {
        var phone = new PlayedPhone();
        var now = NOW;
        for (var one : asked) {
            phone.goesOn(now, one.after);
            now = now.plusSeconds(one.after);
            phone.asks(one, now);
        }
        phone.goesOnUntilNobodyWaits(now);

        assertEquals(asked.size(), phone.rungOrTexted, "nobody waits for ever");
        assertTrue(phone.most(Duration.ofMinutes(1)) <= RingPlan.MOST_A_MINUTE, () -> "a minute: " + phone.rang);
        assertTrue(phone.most(RingPlan.TEN_MINUTES) <= RingPlan.MOST_IN_TEN_MINUTES, () -> "ten minutes: " + phone.rang);
        assertEquals(NOW.plusSeconds(asked.getFirst().after), phone.rang.getFirst().at(), "the first at once");
    }

    /** Rings as the plan says, second by second; a call that nobody took or passed is followed by one more, 45 seconds later. */
    private static final class PlayedPhone {

        private final List<Instant> placed = new ArrayList<>();
        private final List<Rang> rang = new ArrayList<>();
        private final Map<Asked, Instant> waiting = new HashMap<>();
        private final Map<Integer, Runnable> overs = new HashMap<>();
        private int asked;
        private int rungOrTexted;
        private Instant now = NOW;

        void asks(Asked one, Instant at) {
            waiting.put(new Asked(asked++, one.gravity, one.answers), at);
            look(at);
        }

        void goesOn(Instant from, int seconds) {
            for (var second = 1; second <= seconds; second++) {
                look(from.plusSeconds(second));
            }
        }

        void goesOnUntilNobodyWaits(Instant from) {
            var at = from;
            while (!waiting.isEmpty() && at.isBefore(from.plusSeconds(6 * 60 * 60))) {
                at = at.plusSeconds(1);
                look(at);
            }
        }

        int most(Duration span) {
            return (int) placed.stream().mapToLong(at -> placed.stream()
                    .filter(other -> other.isAfter(at.minus(span)) && !other.isAfter(at)).count()).max().orElse(0);
        }

        private void look(Instant at) {
            now = at;
            for (var i = 0; i < rang.size(); i++) {
                over(i);
            }
            waiting.entrySet().stream().filter(one -> !one.getValue().isAfter(now)).map(Map.Entry::getKey)
                    .sorted(java.util.Comparator.comparingInt(Asked::gravity)).toList().forEach(this::decide);
        }

        private void over(int i) {
            var call = overs.get(i);
            if (call != null && !placed.get(i).isAfter(now)) {
                call.run();
            }
        }

        private void decide(Asked one) {
            var lately = rang.stream().filter(call -> call.going() || call.at().isAfter(now.minus(RingPlan.TEN_MINUTES))).toList();
            switch (RingPlan.of(one.gravity, lately, now)) {
                case RingPlan.Rings _ -> {
                    waiting.remove(one);
                    rungOrTexted++;
                    rings(one, 0, now);
                }
                case RingPlan.Texts _ -> {
                    waiting.remove(one);
                    rungOrTexted++;
                }
                case RingPlan.Waits(var until) -> waiting.put(one, until);
            }
        }

        private void rings(Asked one, int which, Instant at) {
            var call = one.answers.get(which);
            var index = rang.size();
            placed.add(at);
            rang.add(new Rang(at, one.gravity, true, null));
            overs.put(index, () -> {
                if (!at.plusSeconds(call.seconds).isAfter(now)) {
                    overs.remove(index);
                    rang.set(index, new Rang(at, one.gravity, false, call.reached ? now : null));
                    if (which == 0 && !call.reached) {
                        rings(one, 1, now.plusSeconds(45));
                    }
                }
            });
        }
    }

    private static Rang reached(int seconds) {
        return new Rang(ago(seconds + 10), GRAVE, false, ago(seconds));
    }

    private static Rang missed(int seconds) {
        return new Rang(ago(seconds), GRAVE, false, null);
    }

    private static Instant ago(int seconds) {
        return NOW.minusSeconds(seconds);
    }
}
