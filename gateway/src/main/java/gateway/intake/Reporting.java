package gateway.intake;

import gateway.alert.Heart;
import gateway.asking.HearingAgain;
import gateway.contact.Reporters;
import gateway.messaging.Outbox;
import gateway.sealing.Foundation;
import java.time.Duration;

/** Reports: kept, joined to an alert, weighed, and whom they are about. */
public record Reporting(Reports reports, UnreadReports unread, LaterTexts laterTexts, Weighing weighing,
        SafeWordTries safeWordTries, SayingSafe sayingSafe, Recognising recognising) {

    /** @param deadline how long a report may stay unread before the coordinators are told */
    public static Reporting build(Foundation foundation, Reporters reporters, Heart heart, Outbox outbox,
            HearingAgain hearingAgain, Duration deadline) {
        var laterTexts = new LaterTexts();
        return new Reporting(new Reports(foundation.ids()), new UnreadReports(deadline), laterTexts,
                new Weighing(reporters.contactPoints(), heart.beginning(), hearingAgain, laterTexts, outbox), new SafeWordTries(),
                new SayingSafe(reporters.enrolments()), new Recognising(reporters, outbox, heart.alerts()));
    }
}
