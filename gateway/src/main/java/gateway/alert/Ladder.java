package gateway.alert;

import gateway.alert.AcknowledgeResult.AlreadyTaken;
import gateway.alert.AcknowledgeResult.Taken;
import gateway.alert.CheckInResult.CheckedIn;
import gateway.alert.CheckInResult.LastByText;
import gateway.entry.HoldingEntry;
import gateway.entry.Way;
import gateway.escalation.Climb;
import gateway.escalation.PolicyId;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.Optional;

/**
 * One discipline's climb for one alert, in one of three states. Pure: every change is a new ladder, and the entry that tells of
 * it. A change that a state does not allow is no method of it; only a person may say "I have it" to any. Each state keeps its
 * climb, so that nothing that ends an acknowledgement loses the way.
 *
 * <pre>
 *              acknowledge
 *   Climbing ───────────────▶ Acknowledged ──┐ check in, stay inside, relieve
 *      ▲  │                     │   │   ▲    │
 *      │  └─ ask the next step  │   │   └────┘
 *      └────────────────────────┘   │
 *        let go, ask afresh         │ end (from both)
 *                                   ▼
 *              Climbing ◀──────── Ended
 *                        reopen
 * </pre>
 */
public sealed interface Ladder {

    /** What stays the same in every state. */
    record Identity(LadderId id, AlertId alert, Discipline discipline, PolicyId policy) {}

    /** A ladder whose first step is due now. */
    static Climbing start(LadderId id, AlertId alert, Discipline discipline, PolicyId policy, Instant now) {
        return new Climbing(new Identity(id, alert, discipline, policy), Climb.START, now, now);
    }

    Identity identity();

    Climb climb();

    default LadderId id() {
        return identity().id();
    }

    default AlertId alert() {
        return identity().alert();
    }

    default Discipline discipline() {
        return identity().discipline();
    }

    default PolicyId policy() {
        return identity().policy();
    }

    default Optional<MemberId> holder() {
        return this instanceof Acknowledged held ? Optional.of(held.by()) : Optional.empty();
    }

    default boolean isHeldBy(MemberId member) {
        return this instanceof Acknowledged held && held.by().equals(member);
    }

    /** When something happens next by itself: the next step, or the missed check-in. */
    default Optional<Instant> nextAt() {
        return switch (this) {
            case Climbing climbing -> Optional.of(climbing.dueAt());
            case Acknowledged held -> Optional.of(held.checkInBy());
            case Ended _ -> Optional.empty();
        };
    }

    /** @param carriedFrom whence the hours count that texts may carry her: a lapse and another TAKE begin none anew */
    default AcknowledgeResult acknowledge(MemberId responder, Way way, Instant carriedFrom, Instant now, CheckIns checkIns) {
        return switch (this) {
            case Climbing _ -> take(this, responder, way, carriedFrom, now, checkIns);
            case Acknowledged held -> new AlreadyTaken(held.by(), held.since());
            case Ended _ -> new AcknowledgeResult.Over();
        };
    }

    private static AcknowledgeResult take(Ladder from, MemberId responder, Way way, Instant carriedFrom, Instant now, CheckIns checkIns) {
        var confirmed = way.proves() ? now : carriedFrom;
        var textEnds = confirmed.plus(checkIns.byText());
        if (!textEnds.isAfter(now)) {
            return new AcknowledgeResult.ProofNeeded();
        }
        var wanted = now.plus(checkIns.first());
        var checkInBy = wanted.isBefore(textEnds) ? wanted : textEnds;
        return new Taken(new Acknowledged(from.identity(), responder, now, confirmed, checkInBy, from.climb()),
                new HoldingEntry.Acknowledged(from.discipline(), responder, way, checkInBy));
    }

    /** The alert is not resolved. */
    sealed interface Living extends Ladder {

        default Ended end() {
            return new Ended(identity(), climb());
        }
    }

    /**
     * Nobody of this discipline has it; the next step is asked at {@code dueAt}.
     *
     * @param since when it began, or was last let go
     */
    record Climbing(Identity identity, Climb climb, Instant dueAt, Instant since) implements Living {

        /** Asks the next step now. */
        public Climbing escalate(Instant now) {
            return new Climbing(identity, climb, now, since);
        }

        /**
         * Something graver has been reported: the next step is asked at once. The climb never moves back, or whoever holds the
         * reporter's phone could keep the later steps from ever being asked.
         */
        public Climbing askAfresh(Instant now) {
            return escalate(now);
        }

        /** Where the ladder stands after a step was asked. */
        public Climbing asked(Climb after, Instant nextAt) {
            return new Climbing(identity, after, nextAt, since);
        }
    }

    /**
     * A responder has it: nobody else is asked until the check-in is missed.
     *
     * @param confirmedAt when she last showed more than her phone: on the page, or by her PIN; else when she first took it
     */
    record Acknowledged(Identity identity, MemberId by, Instant since, Instant confirmedAt, Instant checkInBy, Climb climb)
            implements Living {

        /**
         * She missed her check-in or hands it back, or her phone was lost or may no longer be trusted: the climb goes on at once
         * from where it was.
         */
        public Climbing letGo(Instant now) {
            return new Climbing(identity, climb, now, now);
        }

        /** Somebody takes it from a holder whose shift is over; there is no moment in which nobody has it. */
        public AcknowledgeResult relieve(MemberId responder, Way way, Instant carriedFrom, Instant now, CheckIns checkIns) {
            return take(this, responder, way, carriedFrom, now, checkIns) instanceof Taken(var taken, _)
                    ? new Taken(taken, new HoldingEntry.Relieved(discipline(), by, responder, way, taken.checkInBy()))
                    : new AcknowledgeResult.ProofNeeded();
        }

        /** A check-in by text cannot carry a holder past {@link CheckIns#byText} since she last showed more than her phone. */
        public CheckInResult checkIn(Way way, Instant now, CheckIns checkIns) {
            var wanted = now.plus(checkIns.next());
            var textEnds = textEnds(way, now, checkIns);
            if (!wanted.isAfter(textEnds)) {
                return checkedIn(way, wanted, now);
            }
            var last = checkedIn(way, textEnds, now);
            return new LastByText(last.ladder(), last.entry(), textEnds);
        }

        /** Her check-in moves to the end of her time inside, by text not past {@link CheckIns#byText}. */
        public CheckedIn stayInside(Way way, Instant until, Instant now, CheckIns checkIns) {
            var textEnds = textEnds(way, now, checkIns);
            return checkedIn(way, way.proves() || until.isBefore(textEnds) ? until : textEnds, now);
        }

        /** Whether another text could still carry her on; if not, only the page or her PIN can. */
        public boolean isCarriedOnByText(CheckIns checkIns) {
            return checkInBy.isBefore(confirmedAt.plus(checkIns.byText()));
        }

        private Instant textEnds(Way way, Instant now, CheckIns checkIns) {
            return (way.proves() ? now : confirmedAt).plus(checkIns.byText());
        }

        private CheckedIn checkedIn(Way way, Instant until, Instant now) {
            return new CheckedIn(new Acknowledged(identity, by, since, way.proves() ? now : confirmedAt, until, climb),
                    new HoldingEntry.CheckedIn(discipline(), by, way, until), until);
        }
    }

    /** The alert is resolved. */
    record Ended(Identity identity, Climb climb) implements Ladder {

        public Climbing reopen(Instant now) {
            return new Climbing(identity, Climb.START, now, now);
        }
    }
}
