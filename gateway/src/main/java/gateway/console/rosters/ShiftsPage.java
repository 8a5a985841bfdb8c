package gateway.console.rosters;

import gateway.console.frame.Frame;
import java.util.List;

/**
 * A member's own shifts, and those that are offered.
 *
 * @param waits  whether a shift of hers waits for her word
 * @param inside that her phone is in its quiet, if it is
 * @param missed what she was not told in her last quiet, the newest first
 */
public record ShiftsPage(Frame frame, boolean waits, List<Own> own, List<Offer> offers, String inside, List<Missed> missed) {

    /** A text that was not sent while her phone was in its quiet. */
    public record Missed(String when, String words) {
        @Override
        public String toString() {
            return "Missed[when=" + when + "]";
        }
    }

    /**
     * A shift of hers.
     *
     * @param roster the roster's id, and {@code from} when it begins, for the form that offers it
     */
    public record Own(String when, String name, String roster, String from) {}

    /**
     * A shift somebody wants off.
     *
     * @param path     its address
     * @param mayCover whether the reader may accept it
     * @param mayUndo  whether it is hers to take back
     * @param maySay   whether it waits for her say as a coordinator
     */
    public record Offer(String what, String path, boolean mayCover, boolean mayUndo, boolean maySay) {}
}
