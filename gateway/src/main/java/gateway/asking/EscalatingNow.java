package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.Ladder;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.entry.AskingEntry;
import gateway.member.MemberId;
import gateway.roster.Discipline;

/** A member does not wait for the next step: it is asked now. */
public final class EscalatingNow {

    private final Ladders ladders;

    public EscalatingNow(Ladders ladders) {
        this.ladders = ladders;
    }

    /** Says whether there was anything to hurry: a ladder that somebody holds is handed back instead. */
    public boolean escalate(Transaction tx, LockedAlert alert, Discipline discipline, MemberId by) {
        var climbing = alert.ladder(discipline, Ladder.Climbing.class);
        climbing.ifPresent(ladder -> {
            ladders.save(tx, ladder.escalate(tx.now()));
            alert.tell(tx, Actor.of(by), new AskingEntry.Escalated(discipline));
        });
        return climbing.isPresent();
    }
}
