package gateway.stories;

import java.time.Instant;
import java.util.UUID;

/** A safety timer as the entries of its alert tell it. */
final class FoldedTimer {
    final UUID member;
    final boolean proven;
    Instant due;
    String state = "running";

    FoldedTimer(UUID member, boolean proven, Instant due) {
        this.member = member;
        this.proven = proven;
        this.due = due;
    }

    @Override
    public String toString() {
        return member + " " + state + " " + due;
    }
}
