package gateway.console.rosters;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * Policies, drawn as ladders.
 *
 * @param one whether it is about one of them, and all that is known of it
 */
public record PolicyPage(Frame frame, boolean one, List<Policy> policies) {

    /**
     * One policy as it stands.
     *
     * @param path   where all of it is
     * @param facts  its version, which hotlines climb it, and what climbs an earlier version of it still
     */
    public record Policy(String name, String path, List<String> facts, List<Ladder> ladders) {}

    /** One discipline's ladder, step after step, as it would be climbed from now on. */
    public record Ladder(String discipline, List<Rung> rungs) {}

    /**
     * One step of it.
     *
     * @param who   the aliases of those who would be asked at its moment, in their order; empty when nobody could be
     * @param notes who would be asked otherwise than the step says, and who would be passed over, and why
     * @param waits how long it waits before the next, as a sentence
     * @param last  whether it is the last resort
     */
    public record Rung(String rosters, String way, String at, String who, List<String> notes, String waits, boolean last) {}
}
