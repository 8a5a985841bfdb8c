package gateway.replying;

import gateway.alert.Alerts;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.member.Member;
import gateway.messaging.Purpose;
import gateway.replyword.Reply;
import gateway.replyword.Reply.AskBack;
import gateway.replyword.Reply.Command;
import gateway.safety.Pretences;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells a responder exactly what to send when her text was not certain, and that a code is wrong. Nobody can make us text her
 * without end by her number alone: a text without a living code is answered once a minute.
 */
final class AskingBack {

    private static final Duration BETWEEN = Duration.ofMinutes(1);
    private static final String KEY = "answer.which";

    private final Alerts alerts;
    private final Pretences pretences;
    private final Dispatching dispatching;
    private final WrongCodes wrongCodes;

    AskingBack(Alerts alerts, Pretences pretences, Dispatching dispatching, WrongCodes wrongCodes) {
        this.dispatching = dispatching;
        this.alerts = alerts;
        this.pretences = pretences;
        this.wrongCodes = wrongCodes;
    }

    void ask(Transaction tx, Member member, AskBack asked) {
        if (dispatching.telling().phones().isQuiet(tx, member) || asked.codes().isEmpty() && !mayAnswer(tx, member)) {
            return;
        }
        var words = words(tx, member, asked);
        dispatching.telling().tell(tx, null, null, member, Purpose.ANSWER, words.isEmpty() ? "answer.nothing-open" : KEY, Map.of("replies", words));
    }

    /** So many codes were none of hers; nothing is replaced by it. */
    void wrong(Transaction tx, Member member, int codes, boolean answered) {
        for (var i = 0; i < codes; i++) {
            wrongCodes.count(tx, member.id(), tx.now());
        }
        if (!answered && !dispatching.telling().phones().isQuiet(tx, member) && mayAnswer(tx, member)) {
            dispatching.telling().tell(tx, null, null, member, Purpose.ANSWER, "answer.wrong-code", Map.of());
        }
        if (wrongCodes.mayTell(tx, member.id(), tx.now())) {
            dispatching.telling().coordinators().tell(tx, null, "notice.wrong-codes", Map.of("alias", member.alias()));
        }
    }

    private boolean mayAnswer(Transaction tx, Member member) {
        var now = tx.now();
        return dispatching.digests().paces().mayTellCodes(tx, member.id(), now, now.minus(BETWEEN));
    }

    /** As many as one text holds: those she may mean first, the gravest of them first. */
    private String words(Transaction tx, Member member, AskBack asked) {
        var parts = new ArrayList<String>();
        var words = "";
        for (var dispatch : meant(pretences.gravestLiveOf(tx, member.id()), asked)) {
            parts.add(alerts.numberOf(tx, dispatch.alert()) + " " + commands(dispatch, asked)
                    .map(command -> command + " " + dispatch.code().digits()).collect(Collectors.joining(", ")));
            var longer = String.join("; ", parts);
            if (!words.isEmpty() && !dispatching.telling().isOneText(member, KEY, Map.of("replies", longer))) {
                break;
            }
            words = longer;
        }
        return words;
    }

    private static List<Dispatch> meant(List<Dispatch> live, AskBack asked) {
        if (!asked.codes().isEmpty()) {
            return live.stream().filter(one -> asked.codes().contains(one.code().digits())).toList();
        }
        var command = asked.command();
        var ofHers = command != null && command != Command.TAKE && command != Command.PASS;
        return Stream.concat(live.stream().filter(one -> isHers(one) == ofHers), live.stream().filter(one -> isHers(one) != ofHers)).toList();
    }

    /** What she wrote, as it must be sent; after a "not" or a question also what else she may have meant. */
    private static Stream<String> commands(Dispatch dispatch, AskBack asked) {
        if (asked.why() == Reply.Why.STATION && isHers(dispatch)) {
            return Stream.of("IN 30", "OUT");
        }
        var written = asked.command();
        var either = asked.why() == Reply.Why.NOT_CERTAIN && written != null && written.countsAnywhere();
        var meant = written != null && !either ? Stream.of(written) : isHers(dispatch) ? Stream.of(Command.HERE, Command.BACK, Command.DONE)
                : Stream.of(Command.TAKE, Command.PASS);
        return meant.map(Command::name);
    }

    private static boolean isHers(Dispatch dispatch) {
        return dispatch.state() == DispatchState.TAKEN;
    }
}
