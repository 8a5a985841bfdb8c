package gateway.stories;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A ladder as the entries of its alert tell it. */
final class FoldedLadder {
    int step;
    int round;
    @Nullable UUID holder;
    @Nullable Instant next;
    @Nullable Instant since;
    boolean coordinatorsTold;

    @Override
    public String toString() {
        return (next == null ? "ended" : holder == null ? "climbing" : "acknowledged by " + holder)
                + " step " + step + " round " + round + " next " + next + " nobody since " + since
                + (coordinatorsTold ? ", which the coordinators know" : "");
    }

    /** Nobody has it from now on. */
    void letGo(Instant at) {
        holder = null;
        next = at;
        since = since == null ? at : since;
    }

    void climbAfresh(Instant at) {
        step = 0;
        round = 0;
        letGo(at);
    }

    void end() {
        holder = null;
        next = null;
        since = null;
        coordinatorsTold = false;
    }
}
