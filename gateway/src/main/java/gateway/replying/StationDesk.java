package gateway.replying;

import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.member.Member;
import gateway.messaging.Purpose;
import gateway.replyword.StationWord;
import gateway.safety.Proof;
import gateway.safety.Safety;
import gateway.safety.SafetyTimer;
import gateway.safety.TimingSafety;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Does what {@code IN} and {@code OUT} ask, from a responder's phone, and words the answer. */
public final class StationDesk {

    private static final Duration BETWEEN_ANSWERS = Duration.ofMinutes(1);

    private final Alerts alerts;
    private final Dispatching dispatching;
    private final Safety safety;
    private final TimingSafety timing;
    private final ReplyDesk replyDesk;
    private final WrongCodes wrongCodes = new WrongCodes();

    public StationDesk(Alerts alerts, Dispatching dispatching, Safety safety, TimingSafety timing, ReplyDesk replyDesk) {
        this.dispatching = dispatching;
        this.safety = safety;
        this.alerts = alerts;
        this.timing = timing;
        this.replyDesk = replyDesk;
    }

    public void answer(Transaction tx, Member member, StationWord word) {
        var standing = safety.pretences().timersOf(tx, member.id());
        var named = named(tx, member, word, standing);
        if (!word.code().isEmpty() && named.isEmpty()) {
            replyDesk.wrongCode(tx, member);
        }
        // Whoever guesses may have guessed it: as for TAKE, it then counts no more than her number.
        var guessed = named.isPresent() && wrongCodes.isGuessed(tx, member.id(), tx.now());
        var proof = named.isPresent() && !guessed ? Proof.CODE : Proof.NUMBER_ALONE;
        var done = act(tx, member, word, named, standing, proof);
        var began = done.result instanceof TimingSafety.Result.Runs(_, var fresh) && fresh && standing.stream().allMatch(SafetyTimer::proven);
        say(tx, done.alert, member, word, done.result, proof, guessed, began);
    }

    /** What came of keys in a call in which she gave her PIN. */
    public record ByPin(TimingSafety.Result result, String time) {}

    /** @param minutes 0 when she is out; negative where she keyed no number */
    public ByPin byPin(Transaction tx, Member member, int minutes) {
        var done = act(tx, member, new StationWord(minutes != 0, minutes, ""), Optional.empty(), safety.pretences().timersOf(tx, member.id()), Proof.PIN);
        return new ByPin(done.result, done.result instanceof TimingSafety.Result.Runs(var dueAt, _)
                ? done.alert.map(alert -> dispatching.telling().time(tx, alert, dueAt)).orElse("") : "");
    }

    /** Whether she has something to be inside for, or a time of hers runs. */
    public boolean concerns(Transaction tx, Member member) {
        return !safety.pretences().timersOf(tx, member.id()).isEmpty()
                || safety.pretences().liveOf(tx, member.id()).stream().anyMatch(one -> one.state() == DispatchState.TAKEN);
    }

    private record Done(Optional<LockedAlert> alert, TimingSafety.Result result) {}

    private Done act(Transaction tx, Member member, StationWord word, Optional<Dispatch> named, List<SafetyTimer> standing, Proof proof) {
        var doubted = safety.timers().doubt(tx, member.id()).isPresent();
        var about = word.in() ? whereIn(tx, member, named, standing) : standing.stream().map(SafetyTimer::alert).findFirst();
        // In the one order of locks: a timer that a number alone began may be another alert's, and a PIN carries all she has.
        Stream.of(about.stream(), standing.stream().map(SafetyTimer::alert),
                        doubted ? safety.pretences().alertsOf(tx, member.id()).stream() : Stream.<AlertId>empty(),
                        proof.coversAll() ? timing.heldBy(tx, member.id()).stream() : Stream.<AlertId>empty())
                .flatMap(ids -> ids).distinct().sorted(Comparator.comparing(AlertId::value)).forEach(id -> alerts.lock(tx, id));
        var alert = about.flatMap(id -> alerts.lock(tx, id));
        if (doubted) {
            return new Done(alert, asUsual(tx, about, named, member, word, proof));
        }
        var result = reallyAct(tx, alert, member, word, proof);
        if (result instanceof TimingSafety.Result.NotProven) {
            tellOfOut(tx, alert, named, member);
        }
        return new Done(alert, result);
    }

    private TimingSafety.Result reallyAct(Transaction tx, Optional<LockedAlert> alert, Member member, StationWord word, Proof proof) {
        return !word.in() ? timing.comeOut(tx, alert, member.id(), proof)
                : alert.map(known -> timing.goIn(tx, known, member.id(), word.minutes(), proof))
                        .orElse(new TimingSafety.Result.NotHolder());
    }

    /**
     * She is forced or overdue, and somebody else may read the answer: it is done to what her phone was told and undone, and a
     * coordinator sees that OUT came.
     */
    private TimingSafety.Result asUsual(Transaction tx, Optional<AlertId> about, Optional<Dispatch> named, Member member, StationWord word,
            Proof proof) {
        var result = safety.pretences().pretending(tx, member.id(), () -> reallyAct(tx, about.flatMap(id -> alerts.lock(tx, id)), member, word, proof));
        if (!word.in()) {
            safety.timers().sayOut(tx, member.id(), tx.now());
            tellOfOut(tx, about.flatMap(id -> alerts.lock(tx, id)), named, member);
        }
        return result;
    }

    private void tellOfOut(Transaction tx, Optional<LockedAlert> alert, Optional<Dispatch> named, Member member) {
        dispatching.telling().coordinators().tellOfNumberAlone(tx, alert.orElse(null), member, named.isPresent() ? "notice.out-guessed" : "notice.said-out", Map.of());
    }

    /** What her code proves: it is of an alert she has, or of the one her time inside was begun for. */
    private Optional<Dispatch> named(Transaction tx, Member member, StationWord word, List<SafetyTimer> standing) {
        return Optional.of(word.code()).filter(code -> !code.isEmpty()).flatMap(code -> dispatching.dispatches().byCode(tx, member.id(), code))
                .map(dispatch -> safety.pretences().asTold(tx, dispatch))
                .filter(dispatch -> dispatch.state() == DispatchState.TAKEN
                        || !word.in() && standing.stream().anyMatch(timer -> timer.alert().equals(dispatch.alert())));
    }

    /** The alert her code names; else the one she is inside for; else that which she has had for the shortest time. */
    private Optional<AlertId> whereIn(Transaction tx, Member member, Optional<Dispatch> named, List<SafetyTimer> standing) {
        return named.map(Dispatch::alert)
                .or(() -> standing.stream().filter(timer -> !timer.proven()).map(SafetyTimer::alert).findFirst())
                .or(() -> safety.pretences().liveOf(tx, member.id()).stream().filter(dispatch -> dispatch.state() == DispatchState.TAKEN)
                        .reduce((one, later) -> later).map(Dispatch::alert));
    }

    /**
     * What her number alone says is answered once a minute, but for the first time it begins: whoever forges her number cannot make
     * us text her without end.
     *
     * @param guessed whether her code lives, and many wrong ones came before it. Her phone may be in its quiet, and no answer would
     *                leave her to go overdue: she is answered there, whatever the wrong ones were answered, and told how to prove it
     * @param began   whether a time began; by her number alone there is one, so that this is answered once
     */
    private void say(Transaction tx, Optional<LockedAlert> alert, Member member, StationWord word, TimingSafety.Result result,
            Proof proof, boolean guessed, boolean began) {
        var now = tx.now();
        var since = now.minus(BETWEEN_ANSWERS);
        if (!began && !proof.mayTakeAway() && !(guessed ? !dispatching.digests().isAnswered(tx, member.id(), null, since)
                : dispatching.digests().paces().mayTellCodes(tx, member.id(), now, since))) {
            return;
        }
        var code = guessed ? "" : alert.flatMap(known -> safety.pretences().liveOf(tx, member.id()).stream()
                .filter(one -> one.alert().equals(known.alert().id()) && one.state() == DispatchState.TAKEN).findFirst())
                .map(one -> one.code().digits()).orElse("");
        var values = new HashMap<String, String>(Map.of("least", Integer.toString(TimingSafety.FEWEST_MINUTES), "most",
                Integer.toString(TimingSafety.MOST_MINUTES), "code", code, "minutes", Integer.toString(word.minutes())));
        var key = switch (result) {
            case TimingSafety.Result.Runs(var dueAt, _) -> {
                values.put("time", alert.map(known -> dispatching.telling().time(tx, known, dueAt)).orElse(""));
                yield proof.mayTakeAway() ? "answer.inside-quiet" : code.isEmpty() ? "answer.inside-page" : "answer.inside";
            }
            case TimingSafety.Result.NoSuchTime _ -> "answer.inside-minutes";
            case TimingSafety.Result.NotHolder _ -> "answer.inside-nothing";
            case TimingSafety.Result.Overdue _ -> "answer.overdue";
            case TimingSafety.Result.Ended _ -> "answer.out";
            case TimingSafety.Result.NotProven _ -> guessed ? "answer.out-ring" : code.isEmpty() ? "answer.out-page" : "answer.out-code";
            case TimingSafety.Result.None _ -> "answer.out-nothing";
        };
        dispatching.telling().tell(tx, alert.orElse(null), null, member,
                proof.mayTakeAway() || guessed ? Purpose.ANSWER_TO_CODE : Purpose.ANSWER, key, values);
    }
}
