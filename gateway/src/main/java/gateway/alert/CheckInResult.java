package gateway.alert;

import gateway.entry.TimelineEntry;
import java.time.Instant;

/** What came of somebody saying "I still have it". */
public sealed interface CheckInResult {

    record CheckedIn(Ladder.Acknowledged ladder, TimelineEntry entry, Instant until) implements CheckInResult {}

    /** As checked in, but texts carry her no further than this: then the page or her PIN is needed. */
    record LastByText(Ladder.Acknowledged ladder, TimelineEntry entry, Instant until) implements CheckInResult {}

    /** She does not hold it. */
    record NotHolder() implements CheckInResult {}
}
