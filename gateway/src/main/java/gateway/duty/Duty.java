package gateway.duty;

import gateway.alert.Alerts;
import gateway.database.Database;
import gateway.database.DueRows;
import gateway.holding.Relieving;
import gateway.replying.ReplyDesk;
import gateway.roster.Rosters;
import gateway.safety.SafetyTimers;
import gateway.sealing.Foundation;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attends to who has promised to be there: asks for words, lets somebody stay on, settles offers, hands over at a change of
 * shift, tells of gaps. Each part fails alone. It also builds the desk at which responders are heard.
 */
public final class Duty {

    private static final Logger log = LoggerFactory.getLogger(Duty.class);

    private final Database database;
    private final Rosters rosters;
    private final Dispatching dispatching;
    private final PromiseKeeping keeping;
    private final Swapping swapping;
    private final TellingGaps tellingGaps;
    private final ChangingShifts changingShifts;
    private final DutyDesk desk;
    private final InstantSource clock;

    public Duty(Database database, Rosters rosters, Dispatching dispatching, Alerts alerts, Relieving relieving,
            ReplyDesk replyDesk, SafetyTimers timers, Foundation foundation, InstantSource clock) {
        this.dispatching = dispatching;
        this.database = database;
        this.rosters = rosters;
        this.clock = clock;
        var texts = new DutyTexts(dispatching.telling(), dispatching.members());
        var promises = new Promises(dispatching.dispatches(), foundation);
        keeping = new PromiseKeeping(database, rosters, promises, texts);
        swapping = new Swapping(new ShiftOffers(dispatching.dispatches(), foundation), rosters.covers(), promises, texts);
        tellingGaps = new TellingGaps(database, new GapsTold(), texts);
        changingShifts = new ChangingShifts(database, alerts, dispatching.dispatches(), relieving, new HandOvers(foundation.ids()), texts);
        desk = new DutyDesk(rosters, dispatching.members(), promises, keeping, swapping, changingShifts, replyDesk, timers, texts);
    }

    public DutyDesk desk() {
        return desk;
    }

    /** Says when the next turn is due. */
    public Optional<Instant> tick() {
        var now = clock.instant();
        alone("promises", () -> keeping.attend(roll(), now));
        // Once more: by now somebody may stay on who would have gone.
        var roll = roll();
        alone("offers", () -> settleOffers(roll));
        alone("changes of shift", () -> changingShifts.attend(roll, now));
        alone("gaps", () -> tellingGaps.attend(roll, now));
        return DueRows.first(changingShifts.nextDue(), Optional.of(NextDuty.of(roll, now)));
    }

    private void settleOffers(Roll roll) {
        database.inTransaction(swapping.offers()::open)
                .forEach(offer -> alone("offer", () -> database.run(tx -> swapping.settle(tx, roll, offer, tx.now()))));
    }

    private Roll roll() {
        return database.inTransaction(tx -> Roll.of(tx, rosters, dispatching.members()));
    }

    /** Where this fails, everything else is attended to all the same. */
    static void alone(String name, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            log.error("Of the duty, {} could not be attended to; the next turn tries again", name, failure);
        }
    }
}
