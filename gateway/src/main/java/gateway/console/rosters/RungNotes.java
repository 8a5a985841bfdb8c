package gateway.console.rosters;

import gateway.console.frame.Aliases;
import gateway.console.frame.Words;
import gateway.entry.AskingEntry.StepAsked;
import gateway.member.MemberId;
import java.util.List;
import java.util.stream.Stream;

/** What is to be said of a step as it would be asked: who otherwise than it says, and who is passed over and why. Pure. */
final class RungNotes {

    private RungNotes() {}

    static List<String> of(StepAsked step, Words words, Aliases aliases) {
        var passedOver = step.skipped().stream().map(one -> words.say("timeline.skipped", "who", aliases.of(one.member()),
                "why", words.say(one.why().equals("others-first") ? "what-if.not-there" : "skip." + one.why())));
        // Later rounds of the last resort ring by turns, as it then comes.
        var rungLater = step.round() > 1 ? Stream.<String>of() : told("timeline.rung-later", step.rungLater(), words, aliases);
        return Stream.of(told("timeline.quiet", step.quiet(), words, aliases), rungLater, passedOver).flatMap(some -> some).toList();
    }

    private static Stream<String> told(String key, List<MemberId> members, Words words, Aliases aliases) {
        return members.isEmpty() ? Stream.of() : Stream.of(words.say(key, "who", aliases.of(members)));
    }
}
