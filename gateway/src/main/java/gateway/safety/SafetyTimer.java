package gateway.safety;

import gateway.alert.AlertId;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A responder's own time inside a station. She ends it by proving that she is out; once a proven one is overdue only a
 * coordinator can, and until then nothing from her phone renews or ends anything. What a number alone began takes nothing
 * from her: it reminds her, and has the coordinators rung. A PIN for duress is one that is overdue at once.
 *
 * <pre>
 *   RUNNING ──▶ ENDED (she proved that she is out, or a coordinator knows)
 *      └──▶ OVERDUE ──▶ CLEARED
 *              └──▶ ENDED (only what a number alone began)
 * </pre>
 *
 * @param alert    the alert it was begun for
 * @param proven   whether more than her number began it
 * @param reminded whether she was reminded of its end
 * @param saidOutAt when an OUT that proves nothing last came from her number
 */
public record SafetyTimer(UUID id, MemberId member, AlertId alert, Kind kind, boolean proven, Instant begunAt, Instant dueAt,
        boolean reminded, @Nullable Instant overdueAt, @Nullable Instant saidOutAt) {

    /** What it stands for. */
    public enum Kind {
        INSIDE, DURESS;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    /** Whether it has been said that she is overdue. */
    public boolean isOverdue() {
        return overdueAt != null;
    }

    /** Whether she is, be it that nobody has looked yet: for a while no gateway may have run. */
    boolean isOverdueAt(Instant now) {
        return isOverdue() || !now.isBefore(dueAt);
    }

    /** Whether nothing goes to her phone while it stands. */
    public boolean keepsQuiet() {
        return kind == Kind.INSIDE && proven;
    }

    public Optional<Instant> saidOut() {
        return Optional.ofNullable(saidOutAt);
    }
}
