package gateway.entry;

import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What its responders did with it, and what became of them meanwhile. */
public sealed interface HoldingEntry extends TimelineEntry {

    /** A companion comes beside whoever has it. */
    record CompanionCame(Discipline discipline, MemberId member, Way way) implements HoldingEntry {}

    /** A companion cannot stay. */
    record CompanionLeft(Discipline discipline, MemberId member, Way way) implements HoldingEntry {}

    record Acknowledged(Discipline discipline, MemberId member, Way way, Instant checkInBy) implements HoldingEntry {}

    /** Somebody took it from a holder whose shift had ended. */
    record Relieved(Discipline discipline, MemberId holder, MemberId member, Way way, Instant checkInBy) implements HoldingEntry {}

    record CheckedIn(Discipline discipline, MemberId member, Way way, Instant checkInBy) implements HoldingEntry {}

    /** The check-in was missed. */
    record Lapsed(Discipline discipline, MemberId member) implements HoldingEntry {}

    /**
     * "Not me."
     *
     * @param words what she said beside it; null in old entries
     * @param until before when she asked not to be asked about this alert; null when she said nothing of it
     */
    record Passed(Discipline discipline, MemberId member, @Nullable String words, @Nullable Instant until) implements HoldingEntry {
        @Override
        public String toString() {
            return "Passed[discipline=" + discipline + ", member=" + member + "]";
        }
    }

    record HandedBack(Discipline discipline, MemberId member, Way way) implements HoldingEntry {}

    /** The holder says that it has ended, with a few words; a coordinator confirms. */
    record DoneProposed(MemberId member, String words) implements HoldingEntry {
        @Override
        public String toString() {
            return "DoneProposed[member=" + member + "]";
        }
    }

    /**
     * A responder's phone may no longer be asked, so her code for this alert is dead and what she held climbs.
     *
     * @param why {@code lost}, {@code opted-out}, {@code reported} (she has reported an alert herself) or {@code retired}
     */
    record ResponderLost(Discipline discipline, MemberId member, String why) implements HoldingEntry {}

    /** She who has it went into a station, and is to be out again by then. */
    record TimerStarted(MemberId member, Instant dueAt, Way way, boolean proven) implements HoldingEntry {}

    /** She is out again. */
    record TimerEnded(MemberId member, Way way, boolean proven) implements HoldingEntry {}

    /** She is not, as far as anybody knows: the coordinators are rung, and texts from her phone count no more. */
    record TimerOverdue(MemberId member, boolean proven) implements HoldingEntry {}

    /** A coordinator knows what became of her: her phone counts again. */
    record TimerCleared(MemberId member, String reason) implements HoldingEntry {
        @Override
        public String toString() {
            return "TimerCleared[member=" + member + "]";
        }
    }
}
