package gateway.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.roster.Gap;
import gateway.roster.RosterId;
import java.time.Duration;
import java.time.Instant;
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

/** Random gaps, seen as they come nearer hour by hour. */
class GapNewsTest {

    private static final RosterId PEERS = new RosterId(new UUID(1, 1));
    private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    @Property(tries = 300)
    void every_gap_known_long_before_is_told_of_and_near_nothing_is_told_twice_and_never_at_night(@ForAll("gaps") List<Gap> all) {
        var told = new ArrayList<GapNews.Told>();
        var moments = new ArrayList<Instant>();
        for (var now = START; now.isBefore(START.plus(Duration.ofDays(20))); now = now.plus(Duration.ofMinutes(30))) {
            var at = now;
            var seen = all.stream().filter(gap -> gap.to().isAfter(at) && gap.from().isBefore(at.plus(GapNews.AHEAD)))
                    .map(gap -> new Gap(later(gap.from(), at), earlier(gap.to(), at.plus(GapNews.AHEAD)))).toList();
            var news = GapNews.of(seen, told, ZONE, now);
            if (!news.isEmpty()) {
                moments.add(now);
                assertTrue(WakingHours.hold(now, ZONE), "at night: " + now);
            }
            news.forEach(gap -> told.add(new GapNews.Told(PEERS, gap, GapNews.isNear(gap, at), at)));
        }

        for (var gap : all) {
            var of = told.stream().filter(one -> !one.gap().from().isBefore(gap.from()) && !one.gap().to().isAfter(gap.to())).toList();
            assertTrue(of.stream().anyMatch(one -> one.near() && one.at().isBefore(later(gap.from(), one.at().plusSeconds(1)))), "near: " + gap);
            assertTrue(of.size() <= 2, "told again and again: " + gap + " " + of);
            assertTrue(gap.from().isBefore(START.plus(GapNews.NEAR)) || of.stream().anyMatch(one -> one.at().isBefore(gap.from())),
                    "only when it was there: " + gap);
        }
        assertTrue(moments.size() <= 20 * 2, "texts: " + moments.size());
    }

    /** Apart from one another, as gaps are. */
    @Provide
    Arbitrary<List<Gap>> gaps() {
        return Combinators.combine(Arbitraries.integers().between(1, 60), Arbitraries.integers().between(1, 30))
                .as((pause, length) -> new int[] {pause, length}).list().ofMinSize(1).ofMaxSize(8).map(GapNewsTest::apart);
    }

    private static List<Gap> apart(List<int[]> pieces) {
        var gaps = new ArrayList<Gap>();
        var at = START;
        for (var piece : pieces) {
            var from = at.plus(Duration.ofHours(piece[0]));
            at = from.plus(Duration.ofHours(piece[1]));
            if (at.isBefore(START.plus(Duration.ofDays(18)))) {
                gaps.add(new Gap(from, at));
            }
        }
        assertEquals(gaps.size(), gaps.stream().distinct().count());
        return gaps;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
