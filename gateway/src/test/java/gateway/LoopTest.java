package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.stories.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Duration NEVER = Duration.ofDays(1);

    private final AtomicInteger turns = new AtomicInteger();
    private Loop loop;

    @AfterEach
    void stop() {
        loop.stop(Duration.ofSeconds(5));
    }

    @Test
    void a_turn_that_says_when_it_is_next_due_is_followed_by_one_then() {
        start(NEVER, () -> turns.get() < 3 ? Optional.of(Instant.now().plusMillis(20)) : Optional.empty());

        Eventually.until("three turns", () -> turns.get() == 3);
    }

    @Test
    void what_was_due_already_is_looked_at_again_only_when_the_period_is_over_or_it_is_woken() {
        start(NEVER, () -> Optional.of(Instant.EPOCH));
        Eventually.until("the first turn", () -> turns.get() >= 1);

        loop.wake();

        Eventually.until("the one it was woken for", () -> turns.get() >= 2);
        // Time for many more turns, as another loop tells.
        var others = new AtomicInteger();
        var other = Loop.whenDue(NEVER, "another loop", InstantSource.system(), InstantSource.system(),
                () -> others.incrementAndGet() < 10 ? Optional.of(Instant.now().plusMillis(5)) : Optional.empty());
        Eventually.until("ten turns of another loop", () -> others.get() == 10);
        other.stop(Duration.ofSeconds(5));
        assertEquals(2, turns.get());
    }

    @Test
    void a_turn_that_fails_is_tried_again_after_the_period() {
        start(Duration.ofMillis(20), () -> {
            throw new IllegalStateException("a bug");
        });

        Eventually.until("another turn", () -> turns.get() > 1);
    }

    private void start(Duration period, Supplier<Optional<Instant>> next) {
        loop = Loop.whenDue(period, "a loop", InstantSource.system(), InstantSource.system(), () -> {
            turns.incrementAndGet();
            return next.get();
        });
    }
}
