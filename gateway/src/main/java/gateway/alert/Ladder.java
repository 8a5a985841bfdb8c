package gateway.alert;

import gateway.alert.AcknowledgeResult.AlreadyTaken;
import gateway.alert.AcknowledgeResult.Taken;
import gateway.alert.CheckInResult.CheckedIn;
import gateway.alert.CheckInResult.LastByText;
import gateway.alert.LadderState.Acknowledged;
import gateway.alert.LadderState.Climbing;
import gateway.alert.LadderState.Ended;
import gateway.entry.HoldingEntry;
import gateway.entry.Way;
import gateway.escalation.Climb;
import gateway.escalation.PolicyId;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.Optional;

/** One discipline's climb for one alert. Pure: every change is a new ladder, and the entry that tells of it. */
public record Ladder(LadderId id, AlertId alert, Discipline discipline, PolicyId policy, LadderState state) {

    /** A ladder whose first step is due now. */
    public static Ladder start(LadderId id, AlertId alert, Discipline discipline, PolicyId policy, Instant now) {
        return new Ladder(id, alert, discipline, policy, new Climbing(Climb.START, now, now));
    }

    /** @param carriedFrom whence the hours count that texts may carry her: a lapse and another TAKE begin none anew */
    public AcknowledgeResult acknowledge(MemberId responder, Way way, Instant carriedFrom, Instant now, CheckIns checkIns) {
        return switch (state) {
            case Climbing(var climb, _, _) -> take(responder, way, way.proves() ? now : carriedFrom, climb, now, checkIns);
            case Acknowledged(var holder, var since, _, _, _) -> new AlreadyTaken(holder, since);
            case Ended _ -> new AcknowledgeResult.Over();
        };
    }

    /** Somebody takes it from a holder whose shift is over; there is no moment in which nobody has it. */
    public AcknowledgeResult relieve(MemberId off, MemberId responder, Way way, Instant carriedFrom, Instant now, CheckIns checkIns) {
        if (!isHeldBy(off) || off.equals(responder)) {
            return acknowledge(responder, way, carriedFrom, now, checkIns);
        }
        var result = take(responder, way, way.proves() ? now : carriedFrom, state.climb(), now, checkIns);
        return result instanceof Taken(var taken, HoldingEntry.Acknowledged(_, _, _, var checkInBy))
                ? new Taken(taken, new HoldingEntry.Relieved(discipline, off, responder, way, checkInBy)) : result;
    }

    /** A check-in by text cannot carry a holder past {@link CheckIns#byText} since she last showed more than her phone. */
    public CheckInResult checkIn(MemberId responder, Way way, Instant now, CheckIns checkIns) {
        if (!(state instanceof Acknowledged(var holder, var since, var confirmedAt, _, var climb))
                || !holder.equals(responder)) {
            return new CheckInResult.NotHolder();
        }
        var confirmed = way.proves() ? now : confirmedAt;
        var textEnds = confirmed.plus(checkIns.byText());
        var wanted = now.plus(checkIns.next());
        var checkInBy = wanted.isBefore(textEnds) ? wanted : textEnds;
        var entry = new HoldingEntry.CheckedIn(discipline, responder, way, checkInBy);
        var ladder = in(new Acknowledged(holder, since, confirmed, checkInBy, climb));
        return wanted.isAfter(textEnds) ? new LastByText(ladder, entry, checkInBy) : new CheckedIn(ladder, entry, checkInBy);
    }

    /** Her check-in moves to the end of her time inside, by text not past {@link CheckIns#byText}. */
    public CheckInResult stayInside(MemberId responder, Way way, Instant until, Instant now, CheckIns checkIns) {
        if (!(state instanceof Acknowledged(var holder, var since, var confirmedAt, _, var climb))
                || !holder.equals(responder)) {
            return new CheckInResult.NotHolder();
        }
        var confirmed = way.proves() ? now : confirmedAt;
        var textEnds = confirmed.plus(checkIns.byText());
        var checkInBy = way.proves() || until.isBefore(textEnds) ? until : textEnds;
        return new CheckInResult.CheckedIn(in(new Acknowledged(holder, since, confirmed, checkInBy, climb)),
                new HoldingEntry.CheckedIn(discipline, responder, way, checkInBy), checkInBy);
    }

    /** The check-in was missed: the climb goes on from where it was. */
    public Ladder lapse(Instant now) {
        return climbOn(now);
    }

    /** The holder hands it back: the next step is asked at once. Empty when somebody else, or nobody, holds it. */
    public Optional<Ladder> handBack(MemberId responder, Instant now) {
        return isHeldBy(responder) ? Optional.of(climbOn(now)) : Optional.empty();
    }

    /** The holder's phone may no longer be trusted, or was lost: the climb goes on at once. */
    public Ladder loseHolder(Instant now) {
        return climbOn(now);
    }

    /** Asks the next step now. A ladder that somebody holds stays as it is. */
    public Ladder escalate(Instant now) {
        return state instanceof Climbing(var climb, _, var since) ? in(new Climbing(climb, now, since)) : this;
    }

    /**
     * Something graver has been reported: the next step is asked at once, even if somebody has it. The climb never moves
     * back, or whoever holds the reporter's phone could keep the later steps from ever being asked.
     */
    public Ladder askAfresh(Instant now) {
        return climbOn(now);
    }

    /** Where the ladder stands after a step was asked at a moment. */
    public Ladder asked(Climb after, Instant now, Instant nextAt) {
        return in(new Climbing(after, nextAt, nobodySince().orElse(now)));
    }

    public Ladder end() {
        return in(new Ended(state.climb()));
    }

    public Ladder reopen(Instant now) {
        return in(new Climbing(Climb.START, now, now));
    }

    public boolean isHeldBy(MemberId member) {
        return state instanceof Acknowledged held && held.by().equals(member);
    }

    public Optional<MemberId> holder() {
        return state instanceof Acknowledged held ? Optional.of(held.by()) : Optional.empty();
    }

    /** Whether another text could still carry its holder on; if not, only the page or her PIN can. */
    public boolean isCarriedOnByText(CheckIns checkIns) {
        return state instanceof Acknowledged held && held.checkInBy().isBefore(held.confirmedAt().plus(checkIns.byText()));
    }

    /** When something happens next by itself: the next step, or the missed check-in. */
    public Optional<Instant> nextAt() {
        return switch (state) {
            case Climbing climbing -> Optional.of(climbing.dueAt());
            case Acknowledged held -> Optional.of(held.checkInBy());
            case Ended _ -> Optional.empty();
        };
    }

    /** Since when nobody of its discipline has the alert; empty while somebody has, or when it has ended. */
    public Optional<Instant> nobodySince() {
        return state instanceof Climbing climbing ? Optional.of(climbing.since()) : Optional.empty();
    }

    private AcknowledgeResult take(MemberId responder, Way way, Instant confirmed, Climb climb, Instant now,
            CheckIns checkIns) {
        var textEnds = confirmed.plus(checkIns.byText());
        if (!textEnds.isAfter(now)) {
            return new AcknowledgeResult.ProofNeeded();
        }
        var wanted = now.plus(checkIns.first());
        var checkInBy = wanted.isBefore(textEnds) ? wanted : textEnds;
        return new Taken(in(new Acknowledged(responder, now, confirmed, checkInBy, climb)),
                new HoldingEntry.Acknowledged(discipline, responder, way, checkInBy));
    }

    private Ladder climbOn(Instant now) {
        return in(new Climbing(state.climb(), now, nobodySince().orElse(now)));
    }

    private Ladder in(LadderState next) {
        return new Ladder(id, alert, discipline, policy, next);
    }
}
