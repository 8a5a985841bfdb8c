package gateway.duty;

import gateway.alert.Alerts;
import gateway.database.Database;
import gateway.database.RowIds;
import gateway.dispatch.Dispatches;
import gateway.holding.Relieving;
import gateway.member.Members;
import gateway.replying.ReplyDesk;
import gateway.roster.Rosters;
import gateway.safety.SafetyTimers;
import gateway.sealing.KeyRing;
import gateway.telling.Telling;
import java.time.InstantSource;
import java.util.random.RandomGenerator;
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
    private final Members members;
    private final PromiseKeeping keeping;
    private final Swapping swapping;
    private final TellingGaps tellingGaps;
    private final ChangingShifts changingShifts;
    private final DutyDesk desk;
    private final InstantSource clock;

    public Duty(Database database, Rosters rosters, Members members, Alerts alerts, Dispatches dispatches,
            Relieving relieving, Telling telling, ReplyDesk replyDesk, SafetyTimers timers, KeyRing keys,
            RowIds ids, RandomGenerator random, InstantSource clock) {
        this.database = database;
        this.rosters = rosters;
        this.members = members;
        this.clock = clock;
        var texts = new DutyTexts(telling, members);
        var promises = new Promises(dispatches, keys, ids, random);
        keeping = new PromiseKeeping(database, rosters, promises, texts);
        swapping = new Swapping(new ShiftOffers(dispatches, keys, ids, random), rosters.covers(), promises, texts);
        tellingGaps = new TellingGaps(database, new GapsTold(), texts);
        changingShifts = new ChangingShifts(database, alerts, dispatches, relieving, new HandOvers(ids), texts);
        desk = new DutyDesk(rosters, members, promises, keeping, swapping, changingShifts, replyDesk, timers, texts);
    }

    public DutyDesk desk() {
        return desk;
    }

    public void tick() {
        alone("promises", () -> keeping.attend(roll(), clock.instant()));
        // Once more: by now somebody may stay on who would have gone.
        var roll = roll();
        alone("offers", () -> settleOffers(roll));
        alone("changes of shift", () -> changingShifts.attend(roll, clock.instant()));
        alone("gaps", () -> tellingGaps.attend(roll, clock.instant()));
    }

    private void settleOffers(Roll roll) {
        database.inTransaction(swapping.offers()::open)
                .forEach(offer -> alone("offer", () -> database.run(tx -> swapping.settle(tx, roll, offer, tx.now()))));
    }

    private Roll roll() {
        return database.inTransaction(tx -> Roll.of(tx, rosters, members));
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
