package gateway.entry;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What members decided about the alert as a whole. */
public sealed interface AlertEntry extends TimelineEntry {

    record Noted(String words) implements AlertEntry {
        @Override
        public String toString() {
            return "Noted";
        }
    }

    /** {@code outcomes}: one of the pack's for each arrestee, in their order. */
    record Resolved(List<String> outcomes, String words) implements AlertEntry {
        @Override
        public String toString() {
            return "Resolved[outcomes=" + outcomes + "]";
        }
    }

    record Reopened(String reason) implements AlertEntry {
        @Override
        public String toString() {
            return "Reopened";
        }
    }

    /** A human says that the phone is seized. */
    record SeizureSet(String reason) implements AlertEntry {
        @Override
        public String toString() {
            return "SeizureSet";
        }
    }

    /** A human says that the phone is in its owner's hands. */
    record SeizureLifted(String reason) implements AlertEntry {
        @Override
        public String toString() {
            return "SeizureLifted";
        }
    }

    /** A member looked at the reporter's number. */
    record NumberRevealed(String reason) implements AlertEntry {
        @Override
        public String toString() {
            return "NumberRevealed";
        }
    }

    /** A member opened the card of the person the alert is about. */
    record CardOpened(UUID enrolment, String reason) implements AlertEntry {
        @Override
        public String toString() {
            return "CardOpened[enrolment=" + enrolment + "]";
        }
    }

    /** A coordinator says that it is the same as another alert, which goes on. */
    record MergedInto(UUID alert) implements AlertEntry {}

    /** Another alert was found to be the same as this one, which goes on for both. */
    record MergedFrom(UUID alert, String gravestCode, @Nullable String area, boolean askedAfresh, int people) implements AlertEntry {}

    /** An alert that had been merged into this one was opened again by itself. */
    record Unmerged(UUID alert) implements AlertEntry {}

    /** The key of all that was said is destroyed, and if so told, that of the phone it came from. */
    record Erased(boolean phone) implements AlertEntry {}
}
