package gateway.holding;

import gateway.alert.AcknowledgeResult;
import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.alert.LockedAlert;
import gateway.asking.HearingAgain;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.entry.AlertEntry;
import gateway.entry.AskingEntry;
import gateway.member.MemberId;
import gateway.messaging.Purpose;
import gateway.safety.SafetyTimers;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.Map;

/**
 * A coordinator says that two alerts are one. The merged one ends without an invented outcome; the other goes on for both,
 * with the graver code, the larger head count, every discipline of both and, where nobody had it, whoever had the merged one. Reopening undoes it.
 */
public final class Merging {

    private final Heart heart;
    private final Dispatching dispatching;
    private final HoldingActs holdingActs;
    private final HearingAgain hearingAgain;
    private final SafetyTimers timers;
    private final Codebook codebook;
    private final RowIds ids;

    public Merging(Heart heart, Dispatching dispatching, HoldingActs holdingActs, HearingAgain hearingAgain,
            SafetyTimers timers, Codebook codebook, RowIds ids) {
        this.heart = heart;
        this.dispatching = dispatching;
        this.holdingActs = holdingActs;
        this.hearingAgain = hearingAgain;
        this.timers = timers;
        this.codebook = codebook;
        this.ids = ids;
    }

    /** What came of it. */
    public enum Result { MERGED, OVER, THE_SAME }

    /** Both are locked, in the one order of locks. */
    public Result merge(Transaction tx, LockedAlert merged, LockedAlert survivor, MemberId by) {
        if (merged.alert().id().equals(survivor.alert().id())) {
            return Result.THE_SAME;
        }
        if (merged.state() == AlertState.RESOLVED || survivor.state() == AlertState.RESOLVED) {
            return Result.OVER;
        }
        var now = tx.now();
        end(tx, merged, survivor, by, now);
        takeIn(tx, merged, survivor, by, now);
        return Result.MERGED;
    }

    private void end(Transaction tx, LockedAlert merged, LockedAlert survivor, MemberId by, Instant now) {
        heart.alerts().save(tx, merged.alert().resolve(now));
        heart.merges().merge(tx, merged.alert().id(), survivor.alert().id());
        for (var ladder : merged.ladders(Ladder.Living.class)) {
            heart.ladders().save(tx, ladder.end());
            holdingActs.standDown().tellAllOfMerging(tx, merged, ladder, survivor.alert().number());
        }
        merged.tell(tx, Actor.of(by), new AlertEntry.MergedInto(survivor.alert().id().value()));
    }

    private void takeIn(Transaction tx, LockedAlert merged, LockedAlert survivor, MemberId by, Instant now) {
        var code = codebook.byId(merged.alert().code()).orElse(codebook.unclear());
        var known = codebook.byId(survivor.alert().code()).orElse(codebook.unclear());
        var afresh = code.isGraverThan(known);
        var gravest = afresh ? code : known;
        var area = survivor.alert().area() == null ? merged.alert().area() : survivor.alert().area();
        var weighed = survivor.alert().weighed(gravest.id(), area, afresh && code.grave(), now)
                .graveSince(merged.alert().firstGraveAt());
        heart.alerts().save(tx, weighed);
        var held = heart.arrestees().of(tx, weighed.id()).size();
        var people = Math.max(held, heart.arrestees().of(tx, merged.alert().id()).size());
        heart.arrestees().addUpTo(tx, weighed.id(), held, people);
        heart.alerts().marks().noteCustody(tx, weighed.id(), heart.alerts().marks().custodyPlaces(tx, merged.alert().id()));
        survivor.tell(tx, Actor.of(by),
                new AlertEntry.MergedFrom(merged.alert().id().value(), gravest.id(), area, afresh, people));
        var going = new LockedAlert(weighed, survivor.ladders(), survivor.seal());
        if (afresh) {
            hearingAgain.askAfresh(tx, going);
            tellHolders(tx, going, gravest, now);
        }
        for (var ladder : merged.ladders()) {
            startIfMissing(tx, going, ladder, now);
            var current = new LockedAlert(weighed, heart.ladders().of(tx, weighed.id()), survivor.seal());
            ladder.holder().ifPresent(holder -> carryOver(tx, current, ladder, holder));
        }
    }

    /** It stays hers, and is graver than what she took. */
    private void tellHolders(Transaction tx, LockedAlert survivor, Code gravest, Instant now) {
        survivor.ladders(Ladder.Acknowledged.class).stream().map(Ladder.Acknowledged::by).distinct().flatMap(holder -> dispatching.members().find(tx, holder).stream())
                .forEach(holder -> dispatching.telling().tellOfLaterTexts(tx, survivor, holder, 1, gravest.mark(), now, now));
    }

    private void startIfMissing(Transaction tx, LockedAlert survivor, Ladder ladder, Instant now) {
        if (survivor.ladder(ladder.discipline()).isEmpty()) {
            heart.ladders().add(tx, Ladder.start(new LadderId(ids.next()), survivor.alert().id(), ladder.discipline(), ladder.policy(), now));
            survivor.tell(tx, Actor.GATEWAY, new AskingEntry.LadderStarted(ladder.discipline()));
        }
    }

    /**
     * Somebody was on her way already: she has the one that goes on, unless somebody else has, or her phone is doubtful. Texts
     * carry her no longer than before; who has missed her check-in is asked anew like everybody else.
     */
    private void carryOver(Transaction tx, LockedAlert survivor, Ladder from, MemberId holder) {
        var late = from.nextAt().filter(at -> !at.isAfter(tx.now())).isPresent();
        if (late || timers.doubt(tx, holder).isPresent()
                || dispatching.dispatches().asked().reportersOf(tx, survivor.alert().id()).first().contains(holder)) {
            return;
        }
        if (holdingActs.acknowledging().carryOver(tx, survivor, from, holder)
                instanceof AcknowledgeResult.Taken(var taken, _)) {
            var until = dispatching.telling().time(tx, survivor, taken.checkInBy());
            dispatching.dispatches().liveOf(tx, taken, holder).ifPresent(dispatch -> dispatching.members().find(tx, holder).ifPresent(member ->
                    dispatching.telling().tell(tx, survivor, dispatch, member, Purpose.ANSWER, "answer.taken", Map.of(
                            "number", survivor.alert().number().toString(), "code", dispatch.code().digits(), "time", until))));
        }
    }
}
