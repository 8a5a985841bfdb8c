package gateway.holding;

import gateway.alert.AcknowledgeResult;
import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.Arrestees;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.alert.Ladders;
import gateway.alert.LockedAlert;
import gateway.alert.Merges;
import gateway.asking.HearingAgain;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches;
import gateway.entry.AlertEntry;
import gateway.entry.AskingEntry;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.messaging.Purpose;
import gateway.safety.SafetyTimers;
import gateway.telling.Telling;
import java.time.Instant;
import java.util.Map;

/**
 * A coordinator says that two alerts are one. The merged one ends without an invented outcome; the other goes on for both,
 * with the graver code, the larger head count, every discipline of both and, where nobody had it, whoever had the merged one. Reopening undoes it.
 */
public final class Merging {

    private final Alerts alerts;
    private final Ladders ladders;
    private final Merges merges;
    private final Dispatches dispatches;
    private final Members members;
    private final Acknowledging acknowledging;
    private final HearingAgain hearingAgain;
    private final StandDown standDown;
    private final Telling telling;
    private final Arrestees arrestees;
    private final SafetyTimers timers;
    private final Codebook codebook;
    private final RowIds ids;

    public Merging(Alerts alerts, Ladders ladders, Merges merges, Dispatches dispatches, Members members,
            Acknowledging acknowledging, HearingAgain hearingAgain, StandDown standDown, Telling telling, Arrestees arrestees,
            SafetyTimers timers, Codebook codebook, RowIds ids) {
        this.alerts = alerts;
        this.ladders = ladders;
        this.merges = merges;
        this.dispatches = dispatches;
        this.members = members;
        this.acknowledging = acknowledging;
        this.hearingAgain = hearingAgain;
        this.standDown = standDown;
        this.telling = telling;
        this.arrestees = arrestees;
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
        alerts.save(tx, merged.alert().resolve(now));
        merges.merge(tx, merged.alert().id(), survivor.alert().id());
        for (var ladder : merged.ladders(Ladder.Living.class)) {
            ladders.save(tx, ladder.end());
            standDown.tellAllOfMerging(tx, merged, ladder, survivor.alert().number());
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
        alerts.save(tx, weighed);
        var held = arrestees.of(tx, weighed.id()).size();
        var people = Math.max(held, arrestees.of(tx, merged.alert().id()).size());
        arrestees.addUpTo(tx, weighed.id(), held, people);
        alerts.marks().noteCustody(tx, weighed.id(), alerts.marks().custodyPlaces(tx, merged.alert().id()));
        survivor.tell(tx, Actor.of(by),
                new AlertEntry.MergedFrom(merged.alert().id().value(), gravest.id(), area, afresh, people));
        var going = new LockedAlert(weighed, survivor.ladders(), survivor.seal());
        if (afresh) {
            hearingAgain.askAfresh(tx, going);
            tellHolders(tx, going, gravest, now);
        }
        for (var ladder : merged.ladders()) {
            startIfMissing(tx, going, ladder, now);
            var current = new LockedAlert(weighed, ladders.of(tx, weighed.id()), survivor.seal());
            ladder.holder().ifPresent(holder -> carryOver(tx, current, ladder, holder));
        }
    }

    /** It stays hers, and is graver than what she took. */
    private void tellHolders(Transaction tx, LockedAlert survivor, Code gravest, Instant now) {
        survivor.ladders(Ladder.Acknowledged.class).stream().map(Ladder.Acknowledged::by).distinct().flatMap(holder -> members.find(tx, holder).stream())
                .forEach(holder -> telling.tellOfLaterTexts(tx, survivor, holder, 1, gravest.mark(), now, now));
    }

    private void startIfMissing(Transaction tx, LockedAlert survivor, Ladder ladder, Instant now) {
        if (survivor.ladder(ladder.discipline()).isEmpty()) {
            ladders.add(tx, Ladder.start(new LadderId(ids.next()), survivor.alert().id(), ladder.discipline(), ladder.policy(), now));
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
                || dispatches.asked().reportersOf(tx, survivor.alert().id()).first().contains(holder)) {
            return;
        }
        if (acknowledging.carryOver(tx, survivor, from, holder)
                instanceof AcknowledgeResult.Taken(var taken, _)) {
            var until = telling.time(tx, survivor, taken.checkInBy());
            dispatches.liveOf(tx, taken, holder).ifPresent(dispatch -> members.find(tx, holder).ifPresent(member ->
                    telling.tell(tx, survivor, dispatch, member, Purpose.ANSWER, "answer.taken", Map.of(
                            "number", survivor.alert().number().toString(), "code", dispatch.code().digits(), "time", until))));
        }
    }
}
