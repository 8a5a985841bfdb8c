package gateway.stories;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that stands still until a story turns it. */
public final class TestClock implements InstantSource {

    private volatile Instant now;

    public TestClock(Instant now) {
        this.now = now;
    }

    @Override
    public Instant instant() {
        return now;
    }

    public void turn(Duration by) {
        now = now.plus(by);
    }
}
