package gateway.dispatch;

import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.codebook.Codebook;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches.Candidacy;
import gateway.dispatch.StepPlan.Candidate;
import gateway.escalation.NextStep;
import gateway.messaging.Outbox;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Asks responders: makes a dispatch for each, or takes up the one she has, and leaves it to the {@link Herald} when a text
 * tells her of it, alone or beside others. What had not left yet is withdrawn, since it would say less.
 */
public final class Asking {

    private final Dispatches dispatches;
    private final Outbox outbox;
    private final Telling telling;
    private final Codebook codebook;
    private final InstantSource clock;

    public Asking(Dispatches dispatches, Outbox outbox, Telling telling, Codebook codebook, InstantSource clock) {
        this.dispatches = dispatches;
        this.outbox = outbox;
        this.telling = telling;
        this.codebook = codebook;
        this.clock = clock;
    }

    /** @param before the ladder's live dispatches, among others */
    void ask(Transaction tx, LockedAlert alert, Ladder ladder, List<Candidate> candidates, NextStep next, List<Dispatch> before) {
        var now = clock.instant();
        var step = ladder.state().climb().step();
        var round = next.after().round();
        var live = before.stream().filter(dispatch -> dispatch.state().isLive())
                .collect(Collectors.toMap(Dispatch::member, dispatch -> dispatch));
        var fresh = new ArrayList<Candidacy>();
        for (var candidate : candidates) {
            var dispatch = live.get(candidate.member().id());
            if (dispatch == null) {
                fresh.add(new Candidacy(candidate.member().id(), candidate.zone()));
            } else {
                dispatches.askAgain(tx, dispatch, step, round, now);
                outbox.cancelOfDispatch(tx, dispatch.id().value(), now);
                dispatches.tellAgain(tx, dispatch, gravity(alert), candidate.zone(), now);
            }
        }
        dispatches.ask(tx, ladder, fresh, step, round, gravity(alert), now);
    }

    /** A live dispatch is told once more, with the code it has now. */
    void sendAgain(Transaction tx, LockedAlert alert, Dispatch dispatch) {
        outbox.cancelOfDispatch(tx, dispatch.id().value(), clock.instant());
        dispatches.tellAgain(tx, dispatch, gravity(alert), telling.zone(tx, alert), clock.instant());
    }

    private int gravity(LockedAlert alert) {
        return codebook.byId(alert.alert().code()).orElse(codebook.unclear()).gravity();
    }
}
