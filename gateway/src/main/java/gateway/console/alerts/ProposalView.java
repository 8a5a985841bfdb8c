package gateway.console.alerts;

import gateway.alert.Proposal;
import gateway.console.frame.Words;
import gateway.member.Member;
import gateway.member.Role;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a report named and a human should confirm.
 *
 * @param people     the ordinals of the arrestees to choose from; empty where there is nothing to choose
 * @param mayConfirm whether the reader may say yes to it
 * @param why        why not, as far as the reader may know; empty where there is nothing to say
 */
public record ProposalView(String id, String time, String text, List<Integer> people, boolean mayConfirm, String why) {

    static ProposalView of(Proposal proposal, int people, Words words, Member reader) {
        var mayConfirm = proposal.mayBeConfirmedBy(reader);
        var choose = mayConfirm && proposal.kind() == Proposal.Kind.STAGE && people > 1;
        return new ProposalView(proposal.id().toString(), words.time(proposal.proposedAt()), text(proposal.kind().word(),
                proposal.what(), words), choose ? IntStream.rangeClosed(1, people).boxed().toList() : List.of(), mayConfirm,
                mayConfirm ? "" : words.say(why(proposal, reader)));
    }

    /** Who reads with a forced member, over her shoulder, must not learn that her phone is in doubt. */
    private static String why(Proposal proposal, Member reader) {
        var from = proposal.member();
        var mayKnow = from == null || reader.is(Role.COORDINATOR) && !from.equals(reader.id());
        return mayKnow ? "alert.proposal-doubted" : "alert.proposal-by-coordinator";
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
