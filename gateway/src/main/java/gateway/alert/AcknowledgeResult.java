package gateway.alert;

import gateway.entry.TimelineEntry;
import gateway.member.MemberId;
import java.time.Instant;

/** What came of somebody saying "I have it". */
public sealed interface AcknowledgeResult {

    record Taken(Ladder.Acknowledged ladder, TimelineEntry entry) implements AcknowledgeResult {}

    /** Somebody was first. */
    record AlreadyTaken(MemberId holder, Instant since) implements AcknowledgeResult {}

    /** Texts and keys carried her as long as they may: she has to take it on the page, or give her PIN. */
    record ProofNeeded() implements AcknowledgeResult {}

    /** The alert is resolved, or has no such ladder. */
    record Over() implements AcknowledgeResult {}
}
