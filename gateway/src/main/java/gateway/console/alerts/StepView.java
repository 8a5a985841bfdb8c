package gateway.console.alerts;

import gateway.console.frame.Aliases;
import gateway.console.frame.Words;
import gateway.entry.AskingEntry.StepAsked;
import java.util.ArrayList;
import java.util.List;

/** Tells of a step that was asked: whom, how, who not and why, and when the next one is due. */
final class StepView {

    private StepView() {}

    static String text(StepAsked step, Words words, Aliases aliases) {
        return words.say("timeline." + (step.lastResort() ? "last-resort" : "step") + (step.asked().isEmpty() ? "-nobody" : "-asked"),
                "discipline", words.say("discipline." + step.discipline().word()),
                "step", Integer.toString(step.step() + 1), "round", Integer.toString(step.round()), "asked", aliases.of(step.asked()));
    }

    static List<String> details(StepAsked step, Words words, Aliases aliases) {
        var details = new ArrayList<String>();
        switch (step.way()) {
            case "voice" -> details.add(words.say("timeline.by-call"));
            case "text-then-call" -> details.add(words.say("timeline.by-text-then-call"));
            default -> { }
        }
        if (!step.quiet().isEmpty()) {
            details.add(words.say("timeline.quiet", "who", aliases.of(step.quiet())));
        }
        if (!step.rungLater().isEmpty()) {
            details.add(words.say("timeline.rung-later", "who", aliases.of(step.rungLater())));
        }
        step.skipped().forEach(skipped -> details.add(words.say("timeline.skipped",
                "who", aliases.of(skipped.member()), "why", words.say("skip." + skipped.why()))));
        details.add(words.say("timeline.next", "time", words.time(step.nextAt())));
        return details;
    }
}
