package gateway.roster;

import gateway.member.MemberId;
import java.time.Instant;
import java.util.List;

/**
 * A change of who is on call, once, from {@code from} (included) to {@code to} (excluded). Covers are laid one over the
 * other in the order in which they were made: who stands in for somebody can be covered again.
 */
public record Cover(Change change, Instant from, Instant to) {

    /** What a cover changes. */
    public sealed interface Change {

        /** On call beside the others. */
        record Add(MemberId member) implements Change {}

        /** Not on call, though a shift says so. */
        record Remove(MemberId member) implements Change {}

        /** On call in the place of another, whenever the other would be. */
        record StandIn(MemberId member, MemberId away) implements Change {}
    }

    boolean holds(Instant instant) {
        return !instant.isBefore(from) && instant.isBefore(to);
    }

    /** Changes the members on call; whoever is among them twice is told apart by nobody and counted once. */
    void layOver(List<MemberId> onCall) {
        switch (change) {
            case Change.Add(var member) -> onCall.add(member);
            case Change.Remove(var member) -> onCall.removeIf(member::equals);
            case Change.StandIn(var member, var away) -> onCall.replaceAll(held -> held.equals(away) ? member : held);
        }
    }
}
