package gateway.console.alerts;

import gateway.console.frame.Aliases;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.member.MemberId;
import gateway.safety.SafetyTimer;

/**
 * A responder's safety timer as a page tells it.
 *
 * @param overdue whether it is, or is one for duress
 * @param mine    whether the reader is the one inside, and may end it: a proven one that is overdue only coordinators clear
 */
public record TimerView(String alias, String text, boolean overdue, boolean mine) {

    static TimerView of(SafetyTimer timer, Words words, Aliases aliases, MemberId reader) {
        var key = timer.kind() == SafetyTimer.Kind.DURESS ? "duress" : timer.isOverdue() ? "overdue" : "inside";
        var mine = timer.member().equals(reader) && !(timer.isOverdue() && timer.proven());
        var who = aliases.of(timer.member());
        var said = timer.saidOut().map(at -> " " + words.say("alert.said-out", "time", words.time(at))).orElse("");
        var shown = timer.proven() ? "" : " " + words.say("alert.inside-by-number");
        return new TimerView(who, words.say("alert." + key, "who", who, "since", words.time(timer.begunAt()), "due",
                words.time(timer.dueAt())) + shown + said, timer.isOverdue(), mine);
    }

    /** Whoever forces a responder may read what she may: a duress is shown to coordinators alone. */
    static boolean maySee(SafetyTimer timer, Visit visit) {
        return timer.kind() == SafetyTimer.Kind.INSIDE || visit.isCoordinator() && !timer.member().equals(visit.member().id());
    }
}
