package gateway.telling;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.telling.NoticePlan.Left;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class NoticePlanTest {

    private static final Instant NOW = Instant.parse("2026-03-02T14:10:00Z");

    @Test
    void the_first_is_told_at_once_also_beside_a_text_that_asked_a_moment_ago() {
        assertTrue(NoticePlan.tells(List.of(), told(Instant.EPOCH), NOW, NOW));
        assertTrue(NoticePlan.tells(List.of(new Left(ago(1), false)), told(Instant.EPOCH), NOW, NOW));
    }

    @Test
    void what_follows_waits_until_a_minute_after_it() {
        assertFalse(NoticePlan.tells(List.of(new Left(ago(59), false)), told(ago(59)), NOW, NOW));
        assertTrue(NoticePlan.tells(List.of(), told(ago(60)), NOW, NOW));
    }

    @Test
    void it_leaves_the_texts_that_are_kept_for_known_numbers() {
        assertFalse(NoticePlan.tells(List.of(new Left(ago(50), false), new Left(ago(5), false)), told(Instant.EPOCH), NOW, NOW));
        assertFalse(NoticePlan.tells(List.of(new Left(ago(50), true), new Left(ago(5), false)), told(Instant.EPOCH), NOW, NOW));
        assertTrue(NoticePlan.tells(List.of(new Left(ago(50), true), new Left(ago(5), true)), told(Instant.EPOCH), NOW, NOW),
                "unless only those were told");
        assertTrue(NoticePlan.tells(List.of(new Left(ago(50), true), new Left(ago(5), false)), told(Instant.EPOCH), ago(60), NOW),
                "or it has waited a minute");
        assertFalse(NoticePlan.tells(List.of(new Left(ago(50), true), new Left(ago(5), false)),
                new NoticePlan.Told(Instant.EPOCH, ago(60)), ago(60), NOW), "and a known number that came now would be a first one");
        assertFalse(NoticePlan.tells(List.of(new Left(ago(50), true), new Left(ago(30), true), new Left(ago(5), true)),
                told(Instant.EPOCH), NOW, NOW), "three a minute are the most");
    }

    /** What is left for a coordinator: minutes after the one before. */
    record Arrived(int after, Notice.Urgency urgency) {}

    @Provide
    Arbitrary<List<Arrived>> noticesOfANight() {
        return Combinators.combine(Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(8, Arbitraries.integers().between(0, 3)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(4, 40))), Arbitraries.of(Notice.Urgency.class))
                .as(Arrived::new).list().ofMinSize(1).ofMaxSize(300);
    }

    @Property(tries = 500)
    void over_any_night_a_phone_is_told_twenty_times_an_hour_at_most_and_of_numbers_alone_once_in_ten_minutes_and_nothing_is_lost(
            @ForAll("noticesOfANight") List<Arrived> night) {
        var waiting = new ArrayList<Notice.Urgency>();
        var held = new ArrayList<Instant>();
        var numbersAlone = new ArrayList<Instant>(List.of(Instant.EPOCH));
        var now = NOW;
        var told = 0;
        var left = new ArrayList<>(night);
        while (!left.isEmpty() || !waiting.isEmpty()) {
            while (!left.isEmpty() && left.getFirst().after == 0) {
                waiting.add(left.removeFirst().urgency);
            }
            var at = now;
            var may = NoticePlan.mayTell((int) held.stream().filter(text -> text.isAfter(at.minus(NoticePlan.HOUR))).count(),
                    numbersAlone.getLast(), at);
            assertTrue(may.contains(Notice.Urgency.AT_ONCE));
            var text = waiting.stream().filter(may::contains).toList();
            waiting.removeAll(text);
            told += text.size();
            if (text.contains(Notice.Urgency.HELD)) {
                held.add(at);
            }
            if (text.contains(Notice.Urgency.NUMBER_ALONE)) {
                numbersAlone.add(at);
            }
            now = now.plusSeconds(60);
            if (!left.isEmpty()) {
                left.set(0, new Arrived(Math.max(0, left.getFirst().after - 1), left.getFirst().urgency));
            }
            assertTrue(now.isBefore(NOW.plus(Duration.ofDays(2))), "nothing waits for ever");
        }

        assertEquals(night.size(), told);
        held.forEach(text -> assertTrue(held.stream().filter(other -> !other.isAfter(text)
                && other.isAfter(text.minus(Duration.ofHours(1)))).count() <= 20));
        for (var i = 1; i < numbersAlone.size(); i++) {
            assertTrue(Duration.between(numbersAlone.get(i - 1), numbersAlone.get(i)).toMinutes() >= 10);
        }
    }

    enum Kind { KNOWN, STRANGER, NOTICE }

    /** Something that is to be told: seconds after the one before. */
    record Arrival(int after, Kind kind) {}

    @Provide
    Arbitrary<List<Arrival>> arrivals() {
        var gaps = Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 2)),
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 40)),
                net.jqwik.api.Tuple.of(1, Arbitraries.of(29, 30, 31, 39, 40, 59, 60, 61, 120)));
        return Combinators.combine(gaps, Arbitraries.of(Kind.class)).as(Arrival::new).list().ofMinSize(1).ofMaxSize(60);
    }

    @Property(tries = 1500)
    void over_any_arrivals_nobody_gets_more_than_three_a_minute_and_a_first_known_number_waits_for_nothing(
            @ForAll("arrivals") List<Arrival> arrivals) {
        var phone = new PlayedPhone();
        for (var arrival : arrivals) {
            phone.goesOn(arrival.after);
            phone.hears(arrival.kind);
        }
        phone.goesOn(400);

        assertEquals(arrivals.size(), phone.waits.size(), "everybody is told");
        for (var text : phone.texts) {
            assertTrue(phone.texts.stream().filter(other -> other.at().isAfter(text.at().minusSeconds(60))
                    && !other.at().isAfter(text.at())).count() <= 3, () -> phone.texts.toString());
        }
        for (var wait : phone.waits) {
            assertTrue(wait.span.compareTo(ofSeconds(switch (wait.kind) {
                case KNOWN -> wait.first ? 0 : 61;
                case STRANGER -> 62;
                case NOTICE -> 121;
            })) <= 0 || wait.kind == Kind.NOTICE && phone.wasFull(wait.came.plusSeconds(121), wait.came.plus(wait.span)), () -> wait + " of " + arrivals + ": " + phone.texts);
        }
    }

    @Test
    void a_notice_waits_behind_alerts_for_as_long_as_they_fill_each_minute_and_no_longer() {
        var phone = new PlayedPhone();
        var kinds = "SKNNSKKKKKSKKK";
        var gaps = List.of(0, 23, 2, 35, 28, 2, 0, 1, 1, 34, 2, 3, 18, 1);
        for (var i = 0; i < gaps.size(); i++) {
            phone.goesOn(gaps.get(i));
            phone.hears(kinds.charAt(i) == 'S' ? Kind.STRANGER : kinds.charAt(i) == 'K' ? Kind.KNOWN : Kind.NOTICE);
        }
        phone.goesOn(400);

        var longest = phone.waits.stream().filter(wait -> wait.kind == Kind.NOTICE).max(Comparator.comparing(Wait::span)).orElseThrow();
        assertEquals(ofSeconds(148), longest.span);
        assertTrue(phone.wasFull(longest.came.plusSeconds(121), longest.came.plus(longest.span)));
        assertFalse(phone.wasFull(longest.came.plusSeconds(121), longest.came.plus(longest.span).plusSeconds(61)));
    }

    /** @param first whether no text had told of a known number's for a minute when it came */
    record Wait(Kind kind, Instant came, Duration span, boolean first) {}

    /** Second by second: the herald looks when it is worth it, and then the crier. */
    private static final class PlayedPhone {

        private record Came(Instant at, Kind kind, boolean first) {}

        private final List<Left> texts = new ArrayList<>();
        private final List<Wait> waits = new ArrayList<>();
        private final List<Came> waiting = new ArrayList<>();
        private Pace pace = Pace.NEW;
        private Instant toldAt = Instant.EPOCH;
        private Instant now = NOW;

        void hears(Kind kind) {
            waiting.add(new Came(now, kind, !pace.knownAt().isAfter(now.minusSeconds(60))));
            look();
        }

        void goesOn(int seconds) {
            for (var second = 0; second < seconds; second++) {
                now = now.plusSeconds(1);
                look();
            }
        }

        private void look() {
            var known = has(Kind.KNOWN);
            var strangers = has(Kind.STRANGER);
            if (known && !now.isBefore(pace.knownFrom()) || strangers && !now.isBefore(pace.strangersFrom())) {
                var plan = DigestPlan.of(new DigestPlan.Waiting(known, strangers, false, false), pace,
                        texts.stream().map(Left::at).toList(), now);
                pace = plan.pace();
                if (plan.tells()) {
                    texts.add(new Left(now, known));
                    tell(Kind.KNOWN, Kind.STRANGER);
                }
            }
            if (has(Kind.NOTICE) && NoticePlan.tells(texts, new NoticePlan.Told(toldAt, pace.knownAt()), oldest(), now)) {
                toldAt = now;
                texts.add(new Left(now, false));
                tell(Kind.NOTICE);
            }
        }

        /** Whether in each of these seconds the minute before held all the texts it may: a notice waits behind alerts alone. */
        boolean wasFull(Instant from, Instant until) {
            return Stream.iterate(from, at -> at.isBefore(until), at -> at.plusSeconds(1)).allMatch(at -> texts.stream()
                    .filter(text -> text.at().isAfter(at.minusSeconds(60)) && !text.at().isAfter(at)).count() == DigestPlan.MOST_A_MINUTE);
        }

        private Instant oldest() {
            return waiting.stream().filter(one -> one.kind == Kind.NOTICE).map(Came::at).min(Instant::compareTo).orElseThrow();
        }

        private boolean has(Kind kind) {
            return waiting.stream().anyMatch(one -> one.kind == kind);
        }

        private void tell(Kind... kinds) {
            for (var kind : kinds) {
                waiting.stream().filter(one -> one.kind == kind)
                        .forEach(one -> waits.add(new Wait(kind, one.at, Duration.between(one.at, now), one.first)));
                waiting.removeIf(one -> one.kind == kind);
            }
        }
    }

    /** A known number's alert was told of in its turn a moment ago. */
    private static NoticePlan.Told told(Instant notices) {
        return new NoticePlan.Told(notices, ago(50));
    }

    private static Instant ago(int seconds) {
        return NOW.minusSeconds(seconds);
    }
}
