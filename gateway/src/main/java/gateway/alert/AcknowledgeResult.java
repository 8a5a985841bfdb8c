package gateway.alert;

import gateway.member.MemberId;
import java.time.Instant;

/** What came of somebody saying "I have it". */
public sealed interface AcknowledgeResult {

    record Taken(Ladder ladder, TimelineEntry entry) implements AcknowledgeResult {}

    /** Somebody was first. */
    record AlreadyTaken(MemberId holder, Instant since) implements AcknowledgeResult {}

    /** The alert is resolved, or has no such ladder. */
    record Over() implements AcknowledgeResult {}
}
