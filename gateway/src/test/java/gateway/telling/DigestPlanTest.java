package gateway.telling;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.telling.DigestPlan.Waiting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigestPlanTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:10:00Z");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void the_first_is_told_at_once_whoever_reported_it() {
        assertTrue(DigestPlan.of(new Waiting(false, true, false, false), Pace.NEW, List.of(), NOW).tells());
        assertTrue(DigestPlan.of(new Waiting(true, false, false, false), Pace.NEW, List.of(), NOW).tells());
    }

    /** How many seconds ago she was texted for a known number, about a stranger's, and of those texts which left in the last minute. */
    @ParameterizedTest(name = "{9}")
    @CsvSource(textBlock = """
            # waits:       last text
            # known, strangers, sweep, again, for known, for strangers, of a sweep, lately, tells, why
            false, true,  false, false, 900,  10, false, 1, false, a second stranger waits
            false, true,  false, false, 900,  39, false, 1, false, for a while
            false, true,  false, false, 900,  40, false, 1, true,  and is told well before a minute is over
            false, true,  false, false,   5,  55, false, 2, false, two texts in this minute leave one for known numbers
            false, true,  false, false,  20,  60, false, 2, true,  after a whole minute strangers have theirs
            false, true,  false, false,  10, 900, false, 1, true,  strangers do not wait behind a known number
            true,  false, false, false, 900,   1, false, 1, true,  a known number does not wait behind strangers
            true,  true,  false, false, 900,  20, true,  2, true,  nor behind a sweep
            true,  false, false, false,  29, 900, false, 1, false, known numbers are half a minute apart
            true,  true,  false, false,  30,  10, false, 2, true,  and take strangers along
            false, true,  true, false,  900,  29, false, 1, false, a sweep lets half a minute pass
            false, true,  true, false,  900,  30, false, 1, true,  and then breaks the strangers' minute
            false, true,  true, false,  900,  30, true,  1, false, but only once
            false, true,  true, false,    5,  30, false, 2, false, and never into what is kept for known numbers
            true,  true,  true, false,   40,  40, false, 3, false, three a minute are the most
            false, true,  false, true,  900,  10, false, 1, true,  what she was told of and is asked afresh does not wait
            true,  false, false, true,   10, 900, false, 1, true,  whoever reported it
            false, true,  false, true,    5,  10, false, 2, false, but never into what is kept for known numbers
            """)
    void a_text_goes_when_its_turn_has_come(boolean known, boolean strangers, boolean sweep, boolean again, int forKnown,
            int forStrangers, boolean ofASweep, int lately, boolean tells, String why) {
        var pace = new Pace(ago(forKnown), ago(forStrangers), ofASweep, Instant.EPOCH, Instant.EPOCH);
        var texts = Stream.generate(() -> NOW.minusSeconds(1)).limit(lately).toList();

        assertEquals(tells, DigestPlan.of(new Waiting(known, strangers, sweep, again), pace, texts, NOW).tells(), why);
    }

    @Test
    void a_text_for_a_known_number_tells_of_strangers_too_so_that_their_minute_begins_again() {
        var pace = DigestPlan.of(new Waiting(true, true, false, false), Pace.NEW, List.of(), NOW).pace();

        assertEquals(NOW, pace.knownAt());
        assertEquals(NOW, pace.strangersAt());
    }

    @Test
    void a_text_for_strangers_takes_a_known_number_along_and_leaves_its_turn_to_it() {
        var pace = new Pace(ago(20), ago(61), false, Instant.EPOCH, Instant.EPOCH);

        var plan = DigestPlan.of(new Waiting(true, true, false, false), pace, List.of(ago(20)), NOW);

        assertTrue(plan.tells());
        assertEquals(ago(20), plan.pace().knownAt());
    }

    @Test
    void what_left_exactly_a_minute_ago_counts_no_more() {
        var pace = new Pace(ago(30), ago(60), false, Instant.EPOCH, Instant.EPOCH);

        assertTrue(DigestPlan.of(new Waiting(false, true, false, false), pace, List.of(ago(60), ago(31), ago(1)), NOW).tells());
    }

    /** One alert as it comes in: milliseconds after the one before. */
    record Arrival(int after, boolean known, boolean sweep, boolean again) {}

    @Provide
    Arbitrary<List<Arrival>> arrivals() {
        return arrivals(Arbitraries.just(false));
    }

    /** Among them such as tell more of what she has been told. */
    @Provide
    Arbitrary<List<Arrival>> arrivalsAndMoreOfThem() {
        return arrivals(Arbitraries.of(true, false, false));
    }

    private static Arbitrary<List<Arrival>> arrivals(Arbitrary<Boolean> again) {
        var gaps = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 900)),
                net.jqwik.api.Tuple.of(2, Arbitraries.integers().between(0, 35_000)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(29_999, 30_000, 30_001, 39_999, 40_000, 40_001, 59_999, 60_000, 60_001)));
        return Combinators.combine(gaps, Arbitraries.of(true, false, false), Arbitraries.of(true, false), again).as(Arrival::new)
                .list().ofMinSize(1).ofMaxSize(80);
    }

    @Property(tries = 3000)
    void over_any_arrivals_the_pace_is_kept_and_everybody_is_told(@ForAll("arrivals") List<Arrival> arrivals) {
        var told = tell(arrivals);

        assertMostThreeAMinute(told);
        assertEquals(arrivals.size(), told.waits.size());
        assertEquals(Duration.ZERO, told.waits.getFirst().span, "the first is told at once");
        for (var wait : told.waits) {
            var most = ofSeconds(wait.known ? 30 : 60);
            assertTrue(wait.span.compareTo(most) <= 0, () -> wait + " of " + told);
        }
    }

    /** What she was told of may then take the place of a second known number's in that minute, and no more. */
    @Property(tries = 3000)
    void also_with_alerts_asked_afresh_the_pace_is_kept_and_a_first_known_number_waits_for_nobody(
            @ForAll("arrivalsAndMoreOfThem") List<Arrival> arrivals) {
        var told = tell(arrivals);

        assertMostThreeAMinute(told);
        var minute = MINUTE.plus(DigestPlan.LOOK_AGAIN);
        for (var wait : told.waits) {
            assertTrue(wait.span.compareTo(minute) < 0, () -> wait + " of " + arrivals);
            if (wait.known && wait.span.isPositive()) {
                assertTrue(wait.sinceKnown.compareTo(minute) < 0, () -> wait + " of " + arrivals);
            }
        }
    }

    @Property(tries = 3000)
    void a_known_number_waits_for_nobody_but_another_known_number(@ForAll("arrivals") List<Arrival> arrivals) {
        for (var wait : tell(arrivals).waits) {
            if (wait.known && wait.span.isPositive()) {
                assertTrue(wait.sinceKnown.compareTo(ofSeconds(30)) < 0, () -> wait + " of " + arrivals);
            }
        }
    }

    private static void assertMostThreeAMinute(Told told) {
        for (var text : told.texts) {
            var inTheMinuteBefore = told.texts.stream()
                    .filter(other -> other.isAfter(text.minus(MINUTE)) && !other.isAfter(text)).count();
            assertTrue(inTheMinuteBefore <= 3, () -> inTheMinuteBefore + " texts in a minute: " + told);
        }
    }

    /** How long one alert waited, and how long before it came a text for a known number had gone. */
    record Wait(boolean known, Duration span, Duration sinceKnown) {}

    record Told(List<Instant> texts, List<Wait> waits) {}

    private static Told tell(List<Arrival> arrivals) {
        var herald = new PlayedHerald();
        var now = NOW;
        for (var arrival : arrivals) {
            var comes = now.plusMillis(arrival.after);
            herald.turnsUntil(now, comes);
            now = comes;
            herald.hears(arrival, now);
        }
        herald.turnsUntil(now, now.plusSeconds(600));
        return new Told(herald.texts, herald.waits);
    }

    /** Looks when somebody comes, and when the pace says that it is worth it. */
    private static final class PlayedHerald {

        private record Came(Instant at, Arrival arrival, Duration sinceKnown) {}

        private final List<Instant> texts = new ArrayList<>();
        private final List<Wait> waits = new ArrayList<>();
        private final List<Came> waiting = new ArrayList<>();
        private Pace pace = Pace.NEW;

        void hears(Arrival arrival, Instant now) {
            waiting.add(new Came(now, arrival, Duration.between(pace.knownAt(), now)));
            turns(now);
        }

        void turnsUntil(Instant from, Instant end) {
            var now = from;
            while (now.isBefore(end)) {
                var after = now;
                now = Stream.of(known() ? pace.knownFrom() : end, strangers() ? pace.strangersFrom() : end)
                        .filter(moment -> moment.isAfter(after) && moment.isBefore(end)).min(Instant::compareTo).orElse(end);
                if (now.isBefore(end)) {
                    turns(now);
                }
            }
        }

        private void turns(Instant now) {
            if (!(known() && !now.isBefore(pace.knownFrom()) || strangers() && !now.isBefore(pace.strangersFrom()))) {
                return;
            }
            var sweep = waiting.stream().anyMatch(one -> !one.arrival.known && one.arrival.sweep);
            var plan = DigestPlan.of(new Waiting(known(), strangers(), sweep, waiting.size() == 1 && waiting.getFirst().arrival.again), pace, texts, now);
            pace = plan.pace();
            if (plan.tells()) {
                texts.add(now);
                waiting.forEach(one -> waits.add(new Wait(one.arrival.known, Duration.between(one.at, now), one.sinceKnown)));
                waiting.clear();
            }
        }

        private boolean known() {
            return waiting.stream().anyMatch(one -> one.arrival.known);
        }

        private boolean strangers() {
            return waiting.stream().anyMatch(one -> !one.arrival.known);
        }
    }

    private static Instant ago(int seconds) {
        return NOW.minusSeconds(seconds);
    }
}
