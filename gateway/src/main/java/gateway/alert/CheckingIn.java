package gateway.alert;

import gateway.database.Transaction;
import gateway.entry.TimelineEntry;
import gateway.entry.Way;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;

/** A holder says "I still have it". */
public final class CheckingIn {

    private final Heart heart;
    private final CheckIns checkIns;

    public CheckingIn(Heart heart, CheckIns checkIns) {
        this.heart = heart;
        this.checkIns = checkIns;
    }

    public CheckInResult checkIn(Transaction tx, LockedAlert alert, Discipline discipline, MemberId responder, Way way) {
        var result = alert.ladder(discipline, Ladder.Acknowledged.class).filter(held -> held.isHeldBy(responder))
                .map(held -> held.checkIn(way, tx.now(), checkIns))
                .orElse(new CheckInResult.NotHolder());
        switch (result) {
            case CheckInResult.CheckedIn(var ladder, var entry, _) -> save(tx, alert, ladder, entry, responder);
            case CheckInResult.LastByText(var ladder, var entry, _) -> save(tx, alert, ladder, entry, responder);
            case CheckInResult.NotHolder _ -> { }
        }
        return result;
    }

    /** She is inside until then, and shows more than her number: what she has of this alert is hers for so long. */
    public void stayInside(Transaction tx, LockedAlert alert, MemberId responder, Way way, Instant until) {
        alert.ladders(Ladder.Acknowledged.class).stream().filter(held -> held.isHeldBy(responder)).forEach(held -> {
            var inside = held.stayInside(way, until, tx.now(), checkIns);
            save(tx, alert, inside.ladder(), inside.entry(), responder);
        });
    }

    private void save(Transaction tx, LockedAlert alert, Ladder.Acknowledged ladder, TimelineEntry entry, MemberId responder) {
        heart.ladders().save(tx, ladder);
        heart.leases().hear(tx, ladder, tx.now());
        alert.tell(tx, Actor.of(responder), entry);
    }
}
