package gateway.alert;

import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A human confirms what a report named, or declines it. A confirmed stage stands on the arrestees chosen, a confirmed head
 * count adds arrestees, a declined place gives way to the one before; who is wanted for it is asked. Nothing is ever
 * closed by it, "safe" least of all. What a phone proposes that may be with the police is never confirmed.
 */
public final class Deciding {

    private static final Set<Proposal.Kind> WANTING = Set.of(Proposal.Kind.STAGE, Proposal.Kind.HARM, Proposal.Kind.NEED);

    private final Heart heart;
    private final Map<String, Set<Discipline>> wanted;

    /** @param wanted whom to ask beside the peers, by the stage, harm or need that is confirmed */
    public Deciding(Heart heart, Map<String, Set<Discipline>> wanted) {
        this.heart = heart;
        this.wanted = wanted;
    }

    /** What came of it. */
    public enum Result {
        DECIDED, DECIDED_ALREADY,
        /** Its phone may be with the police, or this member may not confirm it. */
        NOT_TO_BE_CONFIRMED,
        NOBODY_CHOSEN
    }

    /** @param chosen the ordinals of the arrestees a stage is confirmed for */
    public Result decide(Transaction tx, LockedAlert alert, UUID proposal, boolean confirmed, Set<Integer> chosen, Member by) {
        var waiting = heart.proposals().findUndecided(tx, alert, proposal);
        if (waiting.isEmpty()) {
            return Result.DECIDED_ALREADY;
        }
        var found = waiting.get();
        if (confirmed && !found.mayBeConfirmedBy(by)) {
            return Result.NOT_TO_BE_CONFIRMED;
        }
        if (confirmed && found.kind() == Proposal.Kind.STAGE && chosen.isEmpty()) {
            return Result.NOBODY_CHOSEN;
        }
        decide(tx, alert, found, confirmed, chosen, by.id());
        return Result.DECIDED;
    }

    private void decide(Transaction tx, LockedAlert alert, Proposal found, boolean confirmed, Set<Integer> chosen, MemberId by) {
        var now = tx.now();
        heart.proposals().decide(tx, found, confirmed, by, now);
        var about = confirmed ? confirm(tx, alert, found, chosen) : List.<Integer>of();
        var area = areaAfter(alert.alert().area(), found, confirmed);
        heart.alerts().save(tx, alert.alert().at(area));
        alert.tell(tx, Actor.of(by), new ReportEntry.ProposalDecided(found.id(), found.kind().word(),
                found.what(), confirmed, about, area));
        if (confirmed && WANTING.contains(found.kind())) {
            heart.beginning().beginWanted(tx, alert, wanted.getOrDefault(found.what(), Set.of()), now);
        }
    }

    private List<Integer> confirm(Transaction tx, LockedAlert alert, Proposal proposal, Set<Integer> chosen) {
        var held = heart.arrestees().of(tx, alert.alert().id());
        return switch (proposal.kind()) {
            case STAGE -> held.stream().filter(arrestee -> chosen.contains(arrestee.ordinal())).map(arrestee -> {
                heart.arrestees().setStage(tx, arrestee, proposal.what());
                return arrestee.ordinal();
            }).toList();
            case PEOPLE -> {
                heart.arrestees().addUpTo(tx, alert.alert().id(), held.size(), Integer.parseInt(proposal.what()));
                yield List.of();
            }
            case HARM, NEED, SAFE, PLACE -> List.of();
        };
    }

    private static @Nullable String areaAfter(@Nullable String area, Proposal proposal, boolean confirmed) {
        if (proposal.kind() != Proposal.Kind.PLACE) {
            return area;
        }
        if (confirmed) {
            return proposal.what();
        }
        return proposal.what().equals(area) && !proposal.insteadOf().isEmpty() ? proposal.insteadOf() : area;
    }
}
