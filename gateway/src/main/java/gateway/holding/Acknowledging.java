package gateway.holding;

import gateway.alert.AcknowledgeResult;
import gateway.alert.Actor;
import gateway.alert.CheckIns;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.entry.Way;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * A responder says "I have it", by whichever door. The first wins; the others are told in one text. Who was asked to
 * relieve a holder whose shift is over takes it from her.
 */
public final class Acknowledging {

    private final Heart heart;
    private final Dispatches dispatches;
    private final Reliefs reliefs;
    private final StandDown standDown;
    private final CheckIns checkIns;

    public Acknowledging(Heart heart, Dispatches dispatches, Reliefs reliefs, StandDown standDown, CheckIns checkIns) {
        this.heart = heart;
        this.dispatches = dispatches;
        this.reliefs = reliefs;
        this.standDown = standDown;
        this.checkIns = checkIns;
    }

    public AcknowledgeResult acknowledge(Transaction tx, LockedAlert alert, Discipline discipline, MemberId responder, Way way) {
        return alert.ladder(discipline)
                .map(ladder -> acknowledge(tx, alert, ladder, responder, way))
                .orElse(new AcknowledgeResult.Over());
    }

    /** She had the same on a ladder of a merged alert: texts carry her on this one no longer than they would have on that. */
    AcknowledgeResult carryOver(Transaction tx, LockedAlert alert, Ladder from, MemberId holder) {
        var before = heart.leases().carriedFrom(tx, from, holder);
        return alert.ladder(from.discipline()).map(ladder -> {
            var here = heart.leases().carriedFrom(tx, ladder, holder);
            var carriedFrom = Stream.concat(before.stream(), here.stream()).min(Comparator.naturalOrder()).orElse(tx.now());
            return acknowledge(tx, alert, ladder, holder, Way.TEXT, carriedFrom);
        }).orElse(new AcknowledgeResult.Over());
    }

    private AcknowledgeResult acknowledge(Transaction tx, LockedAlert alert, Ladder ladder, MemberId responder, Way way) {
        return acknowledge(tx, alert, ladder, responder, way, heart.leases().carriedFrom(tx, ladder, responder).orElse(tx.now()));
    }

    private AcknowledgeResult acknowledge(Transaction tx, LockedAlert alert, Ladder ladder, MemberId responder, Way way,
            Instant carriedFrom) {
        var now = tx.now();
        var result = ladder instanceof Ladder.Acknowledged held && reliefs.isAsked(tx, held, responder)
                ? held.relieve(responder, way, carriedFrom, now, checkIns)
                : ladder.acknowledge(responder, way, carriedFrom, now, checkIns);
        if (result instanceof AcknowledgeResult.Taken(var taken, var entry)) {
            heart.ladders().save(tx, taken);
            heart.leases().take(tx, taken, now);
            dispatches.liveOf(tx, ladder, responder).ifPresentOrElse(
                    dispatch -> dispatches.writing().lead(tx, dispatch, now),
                    () -> dispatches.writing().add(tx, ladder, responder, ladder.climb().step(), ladder.climb().round(),
                            DispatchState.TAKEN, now));
            standDown.tellTheOthers(tx, alert, taken, responder);
            alert.tell(tx, Actor.of(responder), entry);
        }
        return result;
    }
}
