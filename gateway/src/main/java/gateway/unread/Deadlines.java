package gateway.unread;

import java.time.Duration;

/**
 * How long humans have.
 *
 * @param unread      until a report that was not understood climbs, again and again until one has read it
 * @param wrongNumber to take back that somebody reached us by mistake, before all of it is erased
 */
public record Deadlines(Duration unread, Duration wrongNumber) {

    public static final Deadlines DEFAULT = new Deadlines(Duration.ofMinutes(10), Duration.ofMinutes(60));
}
