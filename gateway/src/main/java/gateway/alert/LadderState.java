package gateway.alert;

import gateway.escalation.Climb;
import gateway.member.MemberId;
import java.time.Instant;

/**
 * Where a ladder stands. Each state keeps its climb, so that nothing that ends an acknowledgement loses the way.
 *
 * <pre>
 *              acknowledge
 *   Climbing ───────────────▶ Acknowledged ──┐ check in
 *      ▲  │                     │   │   ▲    │
 *      │  └─ ask the next step  │   │   └────┘
 *      └────────────────────────┘   │
 *        lapse, hand back, lost     │ resolve (from both)
 *                                   ▼
 *              Climbing ◀──────── Ended
 *                        reopen
 * </pre>
 */
public sealed interface LadderState {

    Climb climb();

    /**
     * Nobody of this discipline has it; the next step is asked at {@code dueAt}.
     *
     * @param since when it began, or was last let go
     */
    record Climbing(Climb climb, Instant dueAt, Instant since) implements LadderState {}

    /**
     * A responder has it: nobody else is asked until the check-in is missed.
     *
     * @param confirmedAt when she last showed more than her phone: on the page, or by her PIN; else when she first took it
     */
    record Acknowledged(MemberId by, Instant since, Instant confirmedAt, Instant checkInBy, Climb climb)
            implements LadderState {}

    /** The alert is resolved. */
    record Ended(Climb climb) implements LadderState {}
}
