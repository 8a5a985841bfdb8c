package gateway.safety;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.alert.AlertId;
import gateway.member.MemberId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** What words about her time inside may do, by what proves them. */
class InsidePlanTest {

    private static final Instant START = Instant.parse("2026-03-02T07:10:00Z");
    private static final MemberId ROSA = new MemberId(new UUID(0, 1));

    @Property(tries = 10_000)
    void no_row_of_words_by_number_alone_ends_or_stretches_a_timer_or_touches_a_proven_one(@ForAll boolean proven,
            @ForAll @IntRange(min = 5, max = 240) int first, @ForAll @Size(max = 20) List<@IntRange(min = 0, max = 240) Integer> words) {
        var standing = new ArrayList<>(List.of(timer(proven, START, START.plus(Duration.ofMinutes(first)))));
        var now = START;

        for (var word : words) {
            var before = List.copyOf(standing);
            apply(word < 5 ? InsidePlan.out(Proof.NUMBER_ALONE, before, now)
                    : InsidePlan.in(Proof.NUMBER_ALONE, before, word, now), standing, now);
            for (var old : before) {
                var still = standing.stream().filter(timer -> timer.id().equals(old.id())).findFirst();
                assertTrue(still.isPresent(), "none ends");
                assertFalse(still.get().dueAt().isAfter(old.dueAt()), "none is stretched");
                assertTrue(!old.proven() || still.get().dueAt().equals(old.dueAt()), "a proven one is not touched");
            }
            assertTrue(standing.size() <= 2);
            now = now.plusSeconds(60L * (word % 7));
        }
    }

    @Property
    void a_proof_ends_all_but_what_is_overdue_by_a_proven_one(@ForAll Proof proof, @ForAll boolean proven,
            @ForAll @IntRange(min = 1, max = 120) int minutes) {
        var timer = timer(proven, START, START.plus(Duration.ofMinutes(60)));
        var plan = InsidePlan.out(proof, List.of(timer), START.plus(Duration.ofMinutes(minutes)));

        assertEquals(proof == Proof.NUMBER_ALONE ? new InsidePlan.NotProven()
                : proven && minutes >= 60 ? new InsidePlan.Overdue() : new InsidePlan.End(List.of(timer)), plan);
    }

    private static void apply(InsidePlan plan, List<SafetyTimer> standing, Instant now) {
        switch (plan) {
            case InsidePlan.Begin(var dueAt, var replaced) -> {
                replaced.ifPresent(standing::remove);
                standing.add(timer(false, now, dueAt));
            }
            case InsidePlan.Move(var timer, var dueAt, var replaced) -> {
                replaced.ifPresent(standing::remove);
                standing.replaceAll(one -> one.id().equals(timer.id()) ? new SafetyTimer(one.id(), ROSA, one.alert(), one.kind(),
                        one.proven(), one.begunAt(), dueAt, false, null, null) : one);
            }
            case InsidePlan.End(var timers) -> standing.removeAll(timers);
            case InsidePlan.Keep _, InsidePlan.Overdue _, InsidePlan.NotProven _, InsidePlan.Nothing _ -> { }
        }
    }

    private static SafetyTimer timer(boolean proven, Instant from, Instant dueAt) {
        return new SafetyTimer(UUID.randomUUID(), ROSA, new AlertId(new UUID(0, 2)), SafetyTimer.Kind.INSIDE, proven, from, dueAt,
                false, null, null);
    }
}
