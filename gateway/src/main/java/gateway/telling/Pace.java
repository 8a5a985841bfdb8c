package gateway.telling;

import java.time.Instant;

/**
 * When a responder was last texted about alerts.
 *
 * @param knownAt       for a known number's
 * @param strangersAt   about any stranger's
 * @param ofASweep      whether that last text about strangers' was headed as a sweep
 * @param knownFrom     when a known number's alert is worth looking at again
 * @param strangersFrom when a stranger's is
 */
record Pace(Instant knownAt, Instant strangersAt, boolean ofASweep, Instant knownFrom, Instant strangersFrom) {

    static final Pace NEW = new Pace(Instant.EPOCH, Instant.EPOCH, false, Instant.EPOCH, Instant.EPOCH);
}
