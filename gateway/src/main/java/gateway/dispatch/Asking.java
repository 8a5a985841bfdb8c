package gateway.dispatch;

import gateway.alert.Arrestees;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.codebook.Codebook;
import gateway.database.Transaction;
import gateway.dispatch.StepPlan.Candidate;
import gateway.escalation.EscalationStep;
import gateway.escalation.NextStep;
import gateway.member.Member;
import gateway.messaging.MessageId;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;

/** Asks a responder: makes the dispatch, or takes up the one she has, and puts the text, or the call, into the outbox. */
public final class Asking {

    private static final int PEOPLE_WORTH_COUNTING = 2;
    private static final Duration SHORTEST_WORTH = Duration.ofMinutes(1);
    /** With what the first call took, the second comes within two minutes of it. */
    private static final Duration BEFORE_SECOND_CALL = Duration.ofSeconds(45);

    private final Dispatches dispatches;
    private final Telling telling;
    private final Arrestees arrestees;
    private final Codebook codebook;
    private final boolean namesArea;
    private final InstantSource clock;

    /** @param namesArea whether a dispatch may carry the pack's short code of the area */
    public Asking(Dispatches dispatches, Telling telling, Arrestees arrestees, Codebook codebook, boolean namesArea,
            InstantSource clock) {
        this.dispatches = dispatches;
        this.telling = telling;
        this.arrestees = arrestees;
        this.codebook = codebook;
        this.namesArea = namesArea;
        this.clock = clock;
    }

    void ask(Transaction tx, LockedAlert alert, Ladder ladder, Candidate candidate, NextStep next, Instant until) {
        var now = clock.instant();
        var member = candidate.member();
        var step = ladder.state().climb().step();
        var round = next.after().round();
        var live = dispatches.liveOf(tx, ladder, member.id());
        live.ifPresent(dispatch -> dispatches.askAgain(tx, dispatch, step, round, now));
        var dispatch = live.orElseGet(
                () -> dispatches.add(tx, ladder, member.id(), step, round, DispatchState.ASKED, now));
        if (next instanceof NextStep.Ask(var asked, _) && asked.way() == EscalationStep.Way.VOICE) {
            telling.ring(tx, alert, dispatch, member, words(tx, alert, dispatch, candidate.zone()), now, worth(until));
        } else {
            send(tx, alert, dispatch, candidate, until);
        }
    }

    /** Rings her once more, a little later; it is worth that even when the next are asked meanwhile. */
    Optional<MessageId> ringAgain(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
        return telling.ring(tx, alert, dispatch, member, words(tx, alert, dispatch, telling.zone(tx, alert)),
                clock.instant().plus(BEFORE_SECOND_CALL), SHORTEST_WORTH);
    }

    /** Sends a live dispatch's text once more, with the code it has now; it is worth sending until the ladder goes on. */
    void sendAgain(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
        var until = alert.ladder(dispatch.discipline()).flatMap(Ladder::nextAt).orElse(clock.instant());
        send(tx, alert, dispatch, new Candidate(member, telling.zone(tx, alert)), until);
    }

    private void send(Transaction tx, LockedAlert alert, Dispatch dispatch, Candidate candidate, Instant until) {
        telling.ask(tx, alert, dispatch, candidate.member(), words(tx, alert, dispatch, candidate.zone()), worth(until));
    }

    private Duration worth(Instant until) {
        var worth = Duration.between(clock.instant(), until);
        return worth.compareTo(SHORTEST_WORTH) < 0 ? SHORTEST_WORTH : worth;
    }

    private Map<String, String> words(Transaction tx, LockedAlert alert, Dispatch dispatch, ZoneId zone) {
        var area = alert.alert().area();
        var people = arrestees.of(tx, alert.alert().id()).size();
        return Map.of(
                "number", alert.alert().number().toString(),
                "mark", codebook.byId(alert.alert().code()).orElse(codebook.unclear()).mark(),
                "area", area == null || !namesArea ? "" : " " + area,
                "people", people < PEOPLE_WORTH_COUNTING ? "" : " x" + people,
                "time", Telling.time(alert.alert().lastReportAt(), zone),
                "code", dispatch.code().digits());
    }
}
