package gateway.console;

import gateway.alert.Proposal;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a report named and a human should confirm.
 *
 * @param people the ordinals of the arrestees to choose from; empty where there is nothing to choose
 */
public record ProposalView(String id, String time, String text, List<Integer> people) {

    static ProposalView of(Proposal proposal, int people, Words words) {
        var choose = proposal.kind() == Proposal.Kind.STAGE && people > 1;
        return new ProposalView(proposal.id().toString(), words.time(proposal.proposedAt()), text(proposal.kind().word(),
                proposal.what(), words), choose ? IntStream.rangeClosed(1, people).boxed().toList() : List.of());
    }

    /** As the page and the timeline say it. */
    static String text(String kind, String what, Words words) {
        return switch (Proposal.Kind.valueOf(kind.toUpperCase(java.util.Locale.ROOT))) {
            case STAGE, HARM, NEED -> words.say("proposal." + kind, "what", words.name(kind, what));
            case PLACE -> words.say("proposal.place", "what", words.name("area", what));
            case PEOPLE -> words.say("proposal.people", "what", what);
            case SAFE -> words.say("proposal.safe." + what.replace('_', '-'));
        };
    }
}
