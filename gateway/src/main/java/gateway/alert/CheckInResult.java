package gateway.alert;

import java.time.Instant;

/** What came of somebody saying "I still have it". */
public sealed interface CheckInResult {

    record CheckedIn(Ladder ladder, TimelineEntry entry, Instant until) implements CheckInResult {}

    /** As checked in, but texts carry her no further than this: the next check-in has to be on the page. */
    record PageOnly(Ladder ladder, TimelineEntry entry, Instant until) implements CheckInResult {}

    /** She does not hold it. */
    record NotHolder() implements CheckInResult {}
}
