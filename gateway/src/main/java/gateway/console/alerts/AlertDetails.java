package gateway.console.alerts;

import gateway.console.frame.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One alert's page.
 *
 * @param proposal   that the holder says it is over; empty when nobody does
 * @param proposed   the outcome the holder's words name; empty when they name none
 * @param toReporter what was ever sent to the reporter's phone
 * @param silence    why nothing was; empty when something was
 * @param people     how many arrestees want an outcome
 * @param recognised whom it is about, as far as that is known
 * @param alsoAbout  the numbers of other unresolved alerts about the same person: perhaps the same need
 * @param mergedInto the number of the alert that goes on for it; empty while it stands by itself
 * @param companions who comes beside whoever has it
 * @param wanted     who may be asked as well
 * @param timers     of those who are inside a station, or overdue
 * @param mayGoIn    whether the reader has it, or is beside whoever does, and no time of hers runs
 * @param erased     that and when it was erased; empty while it was not
 */
public record AlertDetails(Frame frame, String number, String state, String stateName, String code, String area,
        String opened, List<LadderView> ladders, String proposal, String proposalWords,
        List<Said> reports, List<Sent> toReporter, String silence, boolean seized, List<Asked> asked,
        List<TimelineLine> timeline, boolean resolved, boolean coordinator, boolean mayReveal, int people,
        List<String> recognised, List<String> alsoAbout, boolean mayOpenCard, List<Choice> outcomes, String proposed, List<ProposalView> proposals,
        String mergedInto, String erased, List<String> companions, List<Choice> wanted, List<TimerView> timers, boolean mayGoIn) {

    /**
     * What a reporter wrote.
     *
     * @param whileSeized whether perhaps somebody else did
     * @param from        the number of the alert it came to, if that was merged into this one; else empty
     * @param unread      how to read it, while no human has
     */
    public record Said(String time, String code, String words, boolean whileSeized, String from,
            @Nullable UnreadCard unread) {
        @Override
        public String toString() {
            return "Said[" + time + "]";
        }
    }

    /** What was sent to the reporter's phone, to the letter, and what the carrier said of it. */
    public record Sent(String time, String words, String fate) {
        @Override
        public String toString() {
            return "Sent[" + time + "]";
        }
    }

    /** Whom we asked. */
    public record Asked(String time, String who, String discipline, String step, String state, List<String> messages) {}

    /** One of the pack's outcomes. */
    public record Choice(String id, String name) {}

    public String path() {
        return "/alerts/" + number;
    }

    @Override
    public String toString() {
        return "AlertDetails[" + number + "]";
    }
}
