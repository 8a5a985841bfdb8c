package gateway.console.alerts;

import gateway.alert.Timeline.Told;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Words;
import gateway.contact.Enrolment;
import gateway.contact.EnrolmentId;
import gateway.contact.Enrolments;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How enrolled people are called, looked up once for a page; one who has withdrawn has no name any more. */
final class AlertPeople {

    private final Transaction tx;
    private final Enrolments enrolments;
    private final Words words;
    private final Map<UUID, String> known = new HashMap<>();

    AlertPeople(Transaction tx, Enrolments enrolments, Words words) {
        this.tx = tx;
        this.enrolments = enrolments;
        this.words = words;
    }

    String of(UUID enrolment) {
        return known.computeIfAbsent(enrolment, unknown -> enrolments.find(tx, new EnrolmentId(unknown))
                .map(Enrolment::alias).map(VisibleText::of).orElse(words.say("alert.withdrawn")));
    }

    /** Everybody an alert's texts have named, each once, and whether it was from a borrowed phone. */
    List<String> recognised(List<Told> timeline) {
        var people = new LinkedHashMap<UUID, String>();
        timeline.forEach(told -> {
            if (told.entry() instanceof ReportEntry.PersonRecognised(var enrolment, var borrowed)) {
                people.put(enrolment, words.say(borrowed ? "alert.recognised-borrowed" : "alert.recognised",
                        "who", of(enrolment)));
            }
        });
        return List.copyOf(people.values());
    }
}
