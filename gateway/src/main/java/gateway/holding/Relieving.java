package gateway.holding;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.Arrestees;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.asking.Standing;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.dispatch.DispatchWriting;
import gateway.entry.AskingEntry;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.safety.Obstacles;
import gateway.safety.SafetyTimers;
import gateway.telling.DigestText;
import gateway.telling.Dispatching;
import gateway.telling.HandOverText;
import gateway.telling.Telling;
import gateway.telling.Untold;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Asks those who are on call now to take what others have, or were asked, whose shift is over: one text to each, with a code
 * of her own for every alert. What somebody has stays hers until it is taken from her.
 */
public final class Relieving {

    private static final Duration WORTH = Duration.ofMinutes(30);
    /** Of more than so many each is asked by its own ladder soon. */
    private static final int MOST_HANDED_OVER = 200;

    private final Dispatching dispatching;
    private final Reliefs reliefs;
    private final Arrestees arrestees;
    private final SafetyTimers timers;

    public Relieving(Dispatching dispatching, Reliefs reliefs, Arrestees arrestees, SafetyTimers timers) {
        this.dispatching = dispatching;
        this.reliefs = reliefs;
        this.arrestees = arrestees;
        this.timers = timers;
    }

    public Reliefs reliefs() {
        return reliefs;
    }

    /** What is handed over: a ladder that somebody has, or that climbs and was asked of those who go. */
    public record Left(LockedAlert alert, Ladder ladder) {}

    /** The alerts that nobody of this discipline has, the gravest first, then the oldest. */
    public List<AlertId> nobodyHas(Transaction tx, Discipline discipline) {
        return reliefs.nobodyHas(tx, discipline).stream().sorted(Comparator.comparingInt(open -> dispatching.wording().code(open.code()).gravity()))
                .map(Reliefs.Open::alert).limit(MOST_HANDED_OVER).toList();
    }

    /** Which of these may be asked to take anything: none whose phone is lost or forced, and none who is inside or overdue. */
    public List<Member> mayTake(Transaction tx, List<Member> here) {
        var ids = here.stream().map(Member::id).toList();
        var obstacles = new Obstacles(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), timers.standings(tx, ids));
        return here.stream().filter(member -> Standing.of(member, obstacles).turn() != Standing.Turn.NEVER).toList();
    }

    /** Asks each of these for all of it, the gravest first; nobody is asked through the phone that reported it first. */
    public void ask(Transaction tx, List<Left> open, List<Member> here, ZoneId zone) {
        var now = tx.now();
        var left = open.stream().sorted(Comparator.comparingInt((Left one) -> dispatching.wording().code(one.alert.alert().code()).gravity())
                .thenComparing(one -> one.alert.alert().lastReportAt())).toList();
        var hearNews = new HashSet<MemberId>();
        for (var one : left) {
            var fresh = here.stream().filter(member -> !one.ladder.isHeldBy(member.id())
                    && dispatching.dispatches().liveOf(tx, one.ladder, member.id()).isEmpty()
                    && !dispatching.dispatches().asked().reportersOf(tx, one.alert.alert().id()).first().contains(member.id())).map(Member::id).toList();
            hearNews.addAll(one.ladder.holder().isPresent() ? here.stream().map(Member::id).toList() : fresh);
            var climb = one.ladder.climb();
            dispatching.dispatches().writing().ask(tx, one.ladder, fresh.stream().map(member -> new DispatchWriting.Candidacy(member, zone)).toList(), climb.step(),
                    climb.round(), dispatching.wording().code(one.alert.alert().code()).gravity(), now, null, null);
            one.ladder.holder().ifPresent(holder -> here.forEach(member -> reliefs.ask(tx, one.ladder, member.id(), holder, now)));
            if (fresh.isEmpty() && one.ladder.holder().isEmpty()) {
                continue;
            }
            one.alert.tell(tx, Actor.GATEWAY, new AskingEntry.ReliefAsked(one.ladder.discipline(),
                    one.ladder.holder().orElse(null),
                    one.ladder.holder().isPresent() ? here.stream().map(Member::id).toList() : fresh));
        }
        // Who was asked for all of it a moment ago, when she said ON, is not told again that somebody went.
        here.stream().filter(member -> hearNews.contains(member.id())).forEach(member -> tell(tx, member, left, zone, now));
        tx.announce();
    }

    private record Hers(Left left, Dispatch dispatch, HandOverText.Line line) {}

    private void tell(Transaction tx, Member member, List<Left> left, ZoneId zone, Instant now) {
        var hers = new ArrayList<Hers>();
        for (var one : left) {
            dispatching.dispatches().liveOf(tx, one.ladder, member.id()).filter(dispatch -> dispatch.state() != DispatchState.TAKEN)
                    .ifPresent(dispatch -> hers.add(new Hers(one, dispatch, line(tx, one, dispatch, zone))));
        }
        var phone = dispatching.telling().phones().askable(tx, member);
        if (hers.isEmpty() || phone.isEmpty()) {
            return;
        }
        var text = HandOverText.of(hers.stream().map(Hers::line).toList(), dispatching.wording());
        var listed = hers.subList(0, text.listed());
        dispatching.telling().ask(tx, member, phone.get(), new DigestText(text.words(), listed.stream().map(one -> untold(one, zone)).toList(),
                hers.size() - listed.size()), now.plus(WORTH)).ifPresent(message ->
                        dispatching.digests().toldOf(tx, message, listed.stream().map(one -> one.dispatch().id()).toList(), now));
        dispatching.digests().tellLater(tx, hers.subList(text.listed(), hers.size()).stream().map(one -> one.dispatch().id()).toList(), zone, now);
    }

    private HandOverText.Line line(Transaction tx, Left left, Dispatch dispatch, ZoneId zone) {
        var people = arrestees.of(tx, left.alert.alert().id()).size();
        var holder = left.ladder.holder().flatMap(id -> dispatching.members().find(tx, id)).map(Member::alias).orElse("-");
        var limit = left.ladder.nextAt().map(at -> Telling.time(at, zone)).orElse("-");
        return new HandOverText.Line(dispatching.wording().values(left.alert.alert(), people, dispatch.code(), Optional.empty(), zone), holder, limit);
    }

    private Untold untold(Hers hers, ZoneId zone) {
        var alert = hers.left.alert.alert();
        return new Untold(hers.dispatch.id(), alert.id(), alert.number(), alert.hotline(), hers.left.ladder.discipline(),
                false, true, dispatching.wording().code(alert.code()).gravity(), alert.code(), alert.area(), 1,
                alert.toldAt(), zone, hers.left.ladder.nextAt().orElse(null), hers.dispatch.code(), null);
    }

    /** Reminds a holder whose shift is over, and whom nobody has relieved; it stays hers. */
    public void remind(Transaction tx, LockedAlert alert, Ladder ladder, Member holder, ZoneId zone) {
        dispatching.dispatches().liveOf(tx, ladder, holder.id()).ifPresent(dispatch -> dispatching.telling().tellOf(tx, alert, dispatch, holder, "hand-over.still",
                Map.of("number", alert.alert().number().toString(), "code", dispatch.code().digits(),
                        "time", ladder.nextAt().map(at -> Telling.time(at, zone)).orElse("-"))));
    }

    /** Nobody relieved her: the coordinators hear of it, at any hour. */
    public void tellCoordinators(Transaction tx, LockedAlert alert, Ladder ladder, Member holder) {
        alert.tell(tx, Actor.GATEWAY, new AskingEntry.NotRelieved(ladder.discipline(), holder.id()));
        dispatching.telling().coordinators().tell(tx, alert, "notice.not-relieved", Map.of("number", alert.alert().number().toString(),
                "alias", holder.alias()));
    }

    /** The ladders of a discipline that these members have or were asked, each with whose it is. */
    public List<Dispatch> leftBy(Transaction tx, List<MemberId> gone, Discipline discipline) {
        return gone.stream().flatMap(member -> dispatching.dispatches().liveOf(tx, member).stream())
                .filter(dispatch -> dispatch.discipline() == discipline).toList();
    }
}
