package gateway.dispatch;

import gateway.alert.Alerts;
import gateway.alert.CheckIns;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.messaging.Purpose;
import java.time.InstantSource;
import java.util.Map;

/**
 * Answers what comes from the phone of a responder who is overdue, or forced: it renews and ends nothing. Who is only late is
 * told so; where she is forced the answer is the usual one, since somebody else reads it.
 */
public final class DoubtedReplies {

    private final SafetyTimers timers;
    private final Alerts alerts;
    private final Dispatches dispatches;
    private final Telling telling;
    private final CheckIns checkIns;
    private final InstantSource clock;

    public DoubtedReplies(SafetyTimers timers, Alerts alerts, Dispatches dispatches, Telling telling, CheckIns checkIns,
            InstantSource clock) {
        this.timers = timers;
        this.alerts = alerts;
        this.dispatches = dispatches;
        this.telling = telling;
        this.checkIns = checkIns;
        this.clock = clock;
    }

    /** Says whether it came from such a phone, and so is answered. */
    boolean answer(Transaction tx, Member member, Reply reply) {
        var doubt = timers.doubt(tx, member.id());
        doubt.ifPresent(kind -> {
            switch (kind) {
                case INSIDE -> telling.tell(tx, null, null, member, Purpose.ANSWER, "answer.overdue", Map.of());
                case DURESS -> asUsual(tx, member, reply);
            }
        });
        return doubt.isPresent();
    }

    private void asUsual(Transaction tx, Member member, Reply reply) {
        var dispatch = dispatches.byCode(tx, member.id(), reply.code()).filter(found -> found.state().isLive());
        var alert = dispatch.flatMap(found -> alerts.lock(tx, found.alert()));
        if (dispatch.isEmpty() || alert.isEmpty()) {
            telling.tell(tx, null, null, member, Purpose.ANSWER, "answer.wrong-code", Map.of());
            return;
        }
        var key = switch (reply.command()) {
            case TAKE -> "answer.taken";
            case HERE -> "answer.checked-in";
            case PASS -> "answer.passed";
            case BACK -> "answer.handed-back";
            case DONE -> "answer.done-proposed";
            case MORE -> "answer.more";
            case LAW, MED, LANG -> "answer.wanted";
        };
        var span = reply.command() == Reply.Command.HERE ? checkIns.next() : checkIns.first();
        var wanted = switch (reply.command()) {
            case MED -> "medical-link";
            case LANG -> "interpreter";
            default -> "legal-aid";
        };
        telling.tell(tx, alert.get(), dispatch.get(), member, Purpose.ANSWER, key, Map.of(
                "count", reply.words().matches("[0-9]{1,2}") ? reply.words() : "1",
                "role", telling.phrase(member, "missing." + wanted),
                "number", alert.get().alert().number().toString(), "code", dispatch.get().code().digits(),
                "time", telling.time(tx, alert.get(), clock.instant().plus(span))));
    }
}
