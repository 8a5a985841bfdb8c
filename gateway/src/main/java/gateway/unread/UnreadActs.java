package gateway.unread;

import gateway.answering.CoverReplies;
import gateway.answering.Erasures;
import gateway.codebook.Codebook;
import gateway.contact.Reporters;
import gateway.alert.Heart;
import gateway.holding.Resolving;
import gateway.intake.Intake;
import gateway.intake.Reporting;
import gateway.member.Members;
import gateway.messaging.Outbox;
import gateway.reading.Understanding;
import java.time.Duration;

/** What a human does with what she read: codes it, mutes its sender, or dismisses it as a wrong number. */
public record UnreadActs(Coding coding, Muting muting, DismissingWrongNumber dismissing, Erasures erasures) {

    /** @param patience how long a wrong number can be taken back */
    public static UnreadActs build(Heart heart, Reporters reporters, Members members, Reporting reporting, UnreadTexts texts, Intake intake,
            Understanding understanding, Codebook codebook, Resolving resolving, CoverReplies coverReplies, Outbox outbox, Duration patience) {
        var erasures = new Erasures();
        return new UnreadActs(new Coding(heart, reporting, codebook),
                new Muting(texts, reporting, reporters, members, intake, understanding, codebook),
                new DismissingWrongNumber(heart, resolving, coverReplies, erasures, outbox, patience), erasures);
    }
}
