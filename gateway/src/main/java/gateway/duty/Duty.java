package gateway.duty;

import gateway.database.Database;
import gateway.database.DueRows;
import gateway.member.Members;
import gateway.roster.Rosters;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Attends to who has promised to be there: asks for words, lets somebody stay on, settles offers, hands over at a change of
 * shift, tells of gaps. Each part fails alone.
 */
public final class Duty {

    private static final Logger log = LoggerFactory.getLogger(Duty.class);

    private final Database database;
    private final Rosters rosters;
    private final Members members;
    private final ShiftActs shifts;
    private final TellingGaps tellingGaps;
    private final InstantSource clock;

    public Duty(Database database, Rosters rosters, Members members, ShiftActs shifts, InstantSource clock) {
        this.database = database;
        this.rosters = rosters;
        this.members = members;
        this.shifts = shifts;
        this.tellingGaps = new TellingGaps(database, new GapsTold(), shifts.texts());
        this.clock = clock;
    }

    /** Says when the next turn is due. */
    public Optional<Instant> tick() {
        var now = clock.instant();
        alone("promises", () -> shifts.keeping().attend(roll(), now));
        // Once more: by now somebody may stay on who would have gone.
        var roll = roll();
        alone("offers", () -> settleOffers(roll));
        alone("changes of shift", () -> shifts.changing().attend(roll, now));
        alone("gaps", () -> tellingGaps.attend(roll, now));
        return DueRows.first(shifts.changing().nextDue(), Optional.of(NextDuty.of(roll, now)));
    }

    private void settleOffers(Roll roll) {
        database.inTransaction(shifts.swapping().offers()::open)
                .forEach(offer -> alone("offer", () -> database.run(tx -> shifts.swapping().settle(tx, roll, offer, tx.now()))));
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
