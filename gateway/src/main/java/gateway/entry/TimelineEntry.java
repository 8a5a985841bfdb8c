package gateway.entry;

import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Everything that can happen to an alert, by subject. Entries are only added; their kinds and fields are kept for ever, so a
 * new field may be null in old entries. None holds a phone number or a reporter's words; a member's own words are sealed
 * with the rest of the entry, and never printed.
 */
public sealed interface TimelineEntry permits ReportEntry, AskingEntry, HoldingEntry, SpeakingEntry, AlertEntry {

    /** The records of all subjects. */
    static Stream<Class<? extends TimelineEntry>> kinds() {
        return Arrays.stream(TimelineEntry.class.getPermittedSubclasses())
                .flatMap(subject -> Arrays.stream(subject.getPermittedSubclasses())).map(kind -> kind.asSubclass(TimelineEntry.class));
    }
}
