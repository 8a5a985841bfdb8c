package gateway.asking;

import gateway.alert.Heart;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.asking.StepPlan.Candidate;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchWriting.Candidacy;
import gateway.dispatch.Manner;
import gateway.escalation.NextStep;
import gateway.member.Member;
import gateway.messaging.MessageId;
import gateway.messaging.Outbox;
import gateway.telling.Dispatching;
import gateway.telling.Herald;
import gateway.telling.SpokenDispatch;
import gateway.telling.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Asks responders: makes a dispatch for each, or takes up the one she has. When a text tells her of it, alone or beside
 * others, is left to the {@link Herald}, and whether she is rung to {@link Ringing}. What had not left yet is withdrawn,
 * since it would say less.
 */
public final class Asking {

    private static final Duration SHORTEST_WORTH = Duration.ofMinutes(1);
    private static final Duration WORTH_OF_RINGING_BACK = Duration.ofMinutes(2);
    /** With what the first call took, the second comes within two minutes of it. */
    private static final Duration BEFORE_SECOND_CALL = Duration.ofSeconds(45);

    private final Dispatching dispatching;
    private final Outbox outbox;
    private final Heart heart;

    public Asking(Dispatching dispatching, Outbox outbox, Heart heart) {
        this.dispatching = dispatching;
        this.heart = heart;
        this.outbox = outbox;
    }

    /**
     * Asks everybody of a step.
     *
     * @param before the ladder's live dispatches, among others
     */
    void ask(Transaction tx, LockedAlert alert, Ladder ladder, StepPlan plan, NextStep next, List<Dispatch> before) {
        plan.asked().stream().collect(Collectors.groupingBy(plan::manner, LinkedHashMap::new, Collectors.toList()))
                .forEach((manner, candidates) -> askAll(tx, alert, ladder, candidates, next, before,
                        Moments.of(manner, tx.now())));
    }

    /**
     * Asks these to come beside whoever has the ladder; none of them has a living dispatch of it.
     *
     * @param only whether they may come and no more, and never take it
     */
    void askBeside(Transaction tx, LockedAlert alert, Ladder ladder, List<Candidate> candidates, boolean only) {
        var now = tx.now();
        var climb = ladder.climb();
        dispatching.dispatches().writing().ask(tx, ladder, candidates.stream().map(one -> new Candidacy(one.member().id(), one.zone())).toList(),
                climb.step(), climb.round(), gravity(alert), now, now, null);
        dispatching.dispatches().writing().accompany(tx, ladder, candidates.stream().map(one -> one.member().id()).toList(), only);
    }

    /** Asks these once more to come beside whoever has the ladder; each was asked so before and has not answered. */
    void askBesideAgain(Transaction tx, LockedAlert alert, Ladder ladder, List<Dispatch> silent, boolean only) {
        var now = tx.now();
        var climb = ladder.climb();
        for (var dispatch : silent) {
            dispatching.dispatches().writing().askAgain(tx, dispatch, climb.step(), climb.round(), now, null);
            outbox.cancelOfDispatch(tx, dispatch.id().value(), now);
            dispatching.dispatches().writing().tellAgain(tx, dispatch, gravity(alert), dispatching.telling().zone(tx, alert), now);
        }
        dispatching.dispatches().writing().accompany(tx, ladder, silent.stream().map(Dispatch::member).toList(), only);
    }

    /** Asks one more by text, beside whoever was asked; she has no living dispatch of the ladder. */
    void askAlone(Transaction tx, LockedAlert alert, Ladder ladder, Candidate candidate) {
        var now = tx.now();
        var climb = ladder.climb();
        dispatching.dispatches().writing().ask(tx, ladder, List.of(new Candidacy(candidate.member().id(), candidate.zone())),
                climb.step(), climb.round(), gravity(alert), now, now, null);
    }

    /** When she is texted, if she is, and when she is rung, unless she has answered. */
    private record Moments(@Nullable Instant tellAt, @Nullable Instant ringAt) {

        static Moments of(Manner manner, Instant now) {
            var callAfter = manner.callAfter();
            return new Moments(manner.byText() ? now : null, callAfter == null ? null : now.plus(callAfter));
        }
    }

    /**
     * Rings her now.
     *
     * @param until when her ladder goes on
     */
    Optional<MessageId> ring(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Instant until) {
        return dispatching.telling().phones().askable(tx, member).flatMap(_ -> ring(tx, alert, dispatch, member, tx.now(),
                worth(tx.now(), until)));
    }

    /** Rings her now, since her number has rung us. */
    public Optional<MessageId> ringBack(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
        return ring(tx, alert, dispatch, member, tx.now(), WORTH_OF_RINGING_BACK);
    }

    /** Rings her at a moment, since she has asked for it. */
    public Optional<MessageId> ringAt(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Instant at, Duration worth) {
        return ring(tx, alert, dispatch, member, at, worth);
    }

    /** Rings her once more, a little later; it is worth that even when the next are asked meanwhile. A text tells her as well. */
    Optional<MessageId> ringAgain(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
        return ring(tx, alert, dispatch, member, tx.now().plus(BEFORE_SECOND_CALL), SHORTEST_WORTH);
    }

    private Optional<MessageId> ring(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Instant at, Duration worth) {
        return dispatching.telling().ring(tx, alert, dispatch, member, dispatching.wording().values(alert.alert(), people(tx, alert), dispatch.code(),
                story(tx, alert, dispatch), dispatching.telling().zone(tx, alert)), at, worth);
    }

    /** What a call says of it. */
    public String spoken(Transaction tx, LockedAlert alert, Dispatch dispatch) {
        return SpokenDispatch.say(dispatching.wording().phrases(), dispatching.wording().values(alert.alert(), people(tx, alert), dispatch.code(),
                story(tx, alert, dispatch), dispatching.telling().zone(tx, alert)));
    }

    /** A live dispatch is told once more, with the code it has now. */
    void sendAgain(Transaction tx, LockedAlert alert, Dispatch dispatch) {
        outbox.cancelOfDispatch(tx, dispatch.id().value(), tx.now());
        dispatching.dispatches().writing().tellAgain(tx, dispatch, gravity(alert), dispatching.telling().zone(tx, alert), tx.now());
    }

    private void askAll(Transaction tx, LockedAlert alert, Ladder ladder, List<Candidate> candidates, NextStep next,
            List<Dispatch> before, Moments moments) {
        var now = tx.now();
        var step = ladder.climb().step();
        var round = next.after().round();
        var live = before.stream().filter(dispatch -> dispatch.state().isLive())
                .collect(Collectors.toMap(Dispatch::member, dispatch -> dispatch));
        var fresh = new ArrayList<Candidacy>();
        for (var candidate : candidates) {
            var dispatch = live.get(candidate.member().id());
            if (dispatch == null) {
                fresh.add(new Candidacy(candidate.member().id(), candidate.zone()));
            } else {
                dispatching.dispatches().writing().askAgain(tx, dispatch, step, round, now, moments.ringAt);
                outbox.cancelOfDispatch(tx, dispatch.id().value(), now);
                dispatching.dispatches().writing().tellAgain(tx, dispatch, gravity(alert), candidate.zone(), moments.tellAt);
            }
        }
        dispatching.dispatches().writing().ask(tx, ladder, fresh, step, round, gravity(alert), now, moments.tellAt, moments.ringAt);
    }

    private Optional<Story> story(Transaction tx, LockedAlert alert, Dispatch dispatch) {
        return alert.ladder(dispatch.discipline()).flatMap(ladder -> heart.leases().lapseOf(tx, ladder)).map(lapse -> new Story(
                dispatching.members().find(tx, lapse.holder()).map(Member::alias).orElse("?"), lapse.since(), lapse.heardAt()));
    }

    private int people(Transaction tx, LockedAlert alert) {
        return heart.arrestees().of(tx, alert.alert().id()).size();
    }

    private static Duration worth(Instant now, Instant until) {
        var worth = Duration.between(now, until);
        return worth.compareTo(SHORTEST_WORTH) < 0 ? SHORTEST_WORTH : worth;
    }

    private int gravity(LockedAlert alert) {
        return dispatching.wording().code(alert.alert().code()).gravity();
    }
}
