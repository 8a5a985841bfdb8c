package gateway.dispatch;

import gateway.alert.AcknowledgeResult;
import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Alerts;
import gateway.alert.CheckInResult;
import gateway.alert.Ladder;
import gateway.alert.LadderState;
import gateway.alert.LockedAlert;
import gateway.alert.Timeline;
import gateway.alert.TimelineEntry;
import gateway.alert.Way;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.messaging.Purpose;
import gateway.roster.Discipline;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Does what a responder's reply asks, and words the answer. The code decides which alert is meant; it counts only from
 * the phone that was asked. Acting is left to the acts that every other door calls too.
 */
public final class ReplyDesk {

    /** After so many wrong codes the live ones are replaced, so that whoever guesses can neither take nor silence. */
    private static final int WRONG_CODES = 5;
    private static final Duration BETWEEN_CODES = Duration.ofMinutes(1);

    private final Alerts alerts;
    private final Timeline timeline;
    private final Dispatches dispatches;
    private final Members members;
    private final Acknowledging acknowledging;
    private final CheckingIn checkingIn;
    private final HandingBack handingBack;
    private final Passing passing;
    private final ProposingDone proposingDone;
    private final MoreHands moreHands;
    private final Asking asking;
    private final Telling telling;
    private final LeaseCalls leaseCalls;
    private final Proving proving;
    private final DoubtedReplies doubted;
    private final Digests digests;
    private final InstantSource clock;

    public ReplyDesk(Alerts alerts, Timeline timeline, Dispatches dispatches, Members members, Acknowledging acknowledging,
            CheckingIn checkingIn, HandingBack handingBack, Passing passing, ProposingDone proposingDone, MoreHands moreHands,
            Asking asking, Telling telling, LeaseCalls leaseCalls, Proving proving, DoubtedReplies doubted, Digests digests,
            InstantSource clock) {
        this.alerts = alerts;
        this.timeline = timeline;
        this.dispatches = dispatches;
        this.members = members;
        this.acknowledging = acknowledging;
        this.checkingIn = checkingIn;
        this.handingBack = handingBack;
        this.passing = passing;
        this.proposingDone = proposingDone;
        this.moreHands = moreHands;
        this.asking = asking;
        this.telling = telling;
        this.leaseCalls = leaseCalls;
        this.proving = proving;
        this.doubted = doubted;
        this.digests = digests;
        this.clock = clock;
    }

    /** Whether a text from this member's phone may count as a reply; otherwise it is a report like any other. */
    public boolean maySpeak(Transaction tx, Member member) {
        return member.barred().isEmpty();
    }

    /** Whether this is a reply: a short word without a code is one only from somebody who was asked something. */
    public boolean counts(Transaction tx, Member member, Reply reply) {
        return reply.isCertain() || !dispatches.liveOf(tx, member.id()).isEmpty();
    }

    public void answer(Transaction tx, Member member, Reply reply) {
        if (doubted.answer(tx, member, reply)) {
            return;
        }
        var only = reply.command().asksForMore() && reply.code().isEmpty() ? theOnlyOne(tx, member)
                : Optional.<Dispatch>empty();
        if (only.isPresent()) {
            act(tx, member, only.get(), reply);
            return;
        }
        if (reply.code().isEmpty() && tellCodes(tx, member, reply)) {
            return;
        }
        var found = dispatches.byCode(tx, member.id(), reply.code());
        if (found.isEmpty()) {
            wrongCode(tx, member);
            return;
        }
        if (act(tx, member, found.get(), reply)) {
            members.clearWrongCodes(tx, member.id());
        }
    }

    private boolean act(Transaction tx, Member member, Dispatch found, Reply reply) {
        var alert = alerts.lock(tx, found.alert());
        // Read again under the lock: a simultaneous second TAKE is an answer, not an error.
        var dispatch = dispatches.find(tx, found.id()).orElseThrow();
        alert.ifPresent(locked -> new Desk(tx, locked, dispatch, member).act(reply));
        return alert.isPresent();
    }

    /** What she has, when it is of one alert alone. */
    private Optional<Dispatch> theOnlyOne(Transaction tx, Member member) {
        var hers = dispatches.liveOf(tx, member.id()).stream().filter(one -> one.state() == DispatchState.TAKEN).toList();
        return hers.stream().map(Dispatch::alert).distinct().count() == 1 ? Optional.of(hers.getFirst()) : Optional.empty();
    }

    /** One reply to one dispatch of one alert. */
    private final class Desk {

        private final Transaction tx;
        private final LockedAlert alert;
        private final Dispatch dispatch;
        private final Member member;
        private boolean byCode;

        Desk(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
            this.tx = tx;
            this.alert = alert;
            this.dispatch = dispatch;
            this.member = member;
        }

        void act(Reply reply) {
            byCode = !reply.code().isEmpty() && dispatch.state().isLive();
            if (!dispatch.state().isLive()) {
                tellWhoHasIt();
                return;
            }
            switch (reply.command()) {
                case TAKE -> take();
                case PASS -> pass(reply.words());
                case HERE -> checkIn();
                case BACK -> handBack();
                case DONE -> proposeDone(reply.words());
                case MORE -> askMore(reply.howMany());
                case LAW -> want(Discipline.LEGAL_AID);
                case MED -> want(Discipline.MEDICAL_LINK);
                case LANG -> want(Discipline.INTERPRETER);
            }
        }

        private void askMore(int more) {
            if (dispatch.state() != DispatchState.TAKEN) {
                say("answer.not-yours", Map.of());
                return;
            }
            say("answer.more", Map.of("count", Integer.toString(moreHands.ask(tx, alert, more, member.id()))));
        }

        /** Somebody of another discipline: is asked for now, was before, or has it. */
        private void want(Discipline discipline) {
            if (dispatch.state() != DispatchState.TAKEN) {
                say("answer.not-yours", Map.of());
            } else if (alert.ladder(discipline).orElse(null) instanceof Ladder(_, _, _, _, LadderState.Acknowledged held)) {
                sayAlready(held.by(), held.since());
            } else {
                moreHands.want(tx, alert, discipline, member.id());
                say("answer.wanted", Map.of("role", telling.phrase(member, "missing." + discipline.word())));
            }
        }

        /** Somebody has it, and she was asked to come beside. */
        private void come() {
            if (dispatch.state() != DispatchState.TAKEN) {
                moreHands.come(tx, alert, dispatch, member, Way.TEXT);
            }
            ladder().holder().flatMap(id -> members.find(tx, id)).map(Member::alias).ifPresentOrElse(
                    alias -> say("answer.beside", Map.of("alias", alias)), () -> say("answer.beside-nobody", Map.of()));
        }

        private boolean isCompanionOfSomebody() {
            return dispatch.companion() && ladder().holder().isPresent();
        }

        private void take() {
            if (isCompanionOfSomebody() || dispatches.isBesideOnly(tx, dispatch)) {
                come();
                return;
            }
            switch (acknowledging.acknowledge(tx, alert, dispatch.discipline(), member.id(), Way.TEXT)) {
                case AcknowledgeResult.Taken(var ladder, _) -> say("answer.taken", until(ladder));
                case AcknowledgeResult.AlreadyTaken(var holder, var since) when holder.equals(member.id()) ->
                    say("answer.taken", until(ladder()));
                case AcknowledgeResult.AlreadyTaken(var holder, var since) -> sayAlready(holder, since);
                case AcknowledgeResult.ProofNeeded _ -> say(leaseCalls.ringOnce(tx, alert, dispatch, member) ? "answer.pin-needed"
                        : "answer.page-needed", Map.of());
                case AcknowledgeResult.Over _ -> say("answer.over", Map.of());
            }
        }

        private void pass(String words) {
            if (dispatch.state() == DispatchState.TAKEN) {
                handBack();
                return;
            }
            passing.pass(tx, alert, dispatch, NotNow.read(words)).ifPresentOrElse(
                    until -> say("answer.passed-until", Map.of("time", telling.time(tx, alert, until))),
                    () -> say("answer.passed", Map.of()));
        }

        private void checkIn() {
            if (isCompanionOfSomebody() && dispatch.state() == DispatchState.TAKEN) {
                come();
                return;
            }
            switch (checkingIn.checkIn(tx, alert, dispatch.discipline(), member.id(), Way.TEXT)) {
                case CheckInResult.CheckedIn(var ladder, _, _) -> say("answer.checked-in", until(ladder));
                case CheckInResult.LastByText(var ladder, _, _) -> say(
                        proving.hasPin(tx, member) ? "answer.pin-call" : "answer.page-only", until(ladder));
                case CheckInResult.NotHolder _ -> say("answer.not-yours", Map.of());
            }
        }

        private void handBack() {
            if (dispatch.isBeside()) {
                moreHands.leave(tx, alert, dispatch, Way.TEXT);
                say("answer.handed-back", Map.of());
                return;
            }
            say(handingBack.handBack(tx, alert, dispatch.discipline(), member.id(), member.id(), Way.TEXT)
                    ? "answer.handed-back" : "answer.not-yours", Map.of());
        }

        private void proposeDone(String words) {
            var ladder = ladder();
            if (!ladder.isHeldBy(member.id())) {
                say("answer.not-yours", Map.of());
                return;
            }
            proposingDone.propose(tx, alert, member.id(), words);
            say("answer.done-proposed", until(ladder));
        }

        /** Her code is dead: somebody else has it, it is over, or she passed it on. */
        private void tellWhoHasIt() {
            if (ladder().state() instanceof LadderState.Acknowledged held && alert.state() != AlertState.RESOLVED) {
                sayAlready(held.by(), held.since());
            } else {
                say("answer.over", Map.of());
            }
        }

        private void sayAlready(MemberId holder, Instant since) {
            say("answer.already", Map.of("alias", members.find(tx, holder).map(Member::alias).orElse("?"),
                    "time", telling.time(tx, alert, since)));
        }

        private Map<String, String> until(Ladder ladder) {
            return Map.of("time", ladder.nextAt().map(at -> telling.time(tx, alert, at)).orElse(""));
        }

        private Ladder ladder() {
            return alert.ladder(dispatch.discipline()).orElseThrow();
        }

        private void say(String key, Map<String, String> values) {
            var all = new HashMap<>(values);
            all.put("number", alert.alert().number().toString());
            all.put("code", dispatch.code().digits());
            telling.tell(tx, alert, dispatch, member, byCode ? Purpose.ANSWER_TO_CODE : Purpose.ANSWER, key, all);
        }
    }

    /** She forgot the code: that guesses nothing. Says whether she has codes to be told; not oftener than she could read. */
    private boolean tellCodes(Transaction tx, Member member, Reply reply) {
        var live = dispatches.gravestLiveOf(tx, member.id());
        var now = clock.instant();
        if (!live.isEmpty() && digests.mayTellCodes(tx, member.id(), now, now.minus(BETWEEN_CODES))) {
            var takes = reply.command() == Reply.Command.TAKE || reply.command() == Reply.Command.PASS;
            var codes = new ArrayList<String>();
            var words = Map.of("codes", "");
            for (var dispatch : live.stream()
                    .sorted(Comparator.comparing(one -> (one.state() == DispatchState.TAKEN) == takes)).toList()) {
                codes.add(alerts.numberOf(tx, dispatch.alert()) + " " + dispatch.code().digits());
                var longer = Map.of("codes", String.join(", ", codes));
                if (!telling.isOneText(member, "answer.codes", longer)) {
                    break;
                }
                words = longer;
            }
            telling.tell(tx, null, null, member, Purpose.ANSWER, "answer.codes", words);
        }
        return !live.isEmpty();
    }

    /** Told once a row of wrong codes, and again when they are replaced: a spoofer cannot make us text her without end. */
    public void wrongCode(Transaction tx, Member member) {
        var wrong = members.countWrongCode(tx, member.id());
        if (wrong == 1) {
            telling.tell(tx, null, null, member, Purpose.ANSWER, "answer.wrong-code", Map.of());
        }
        if (wrong >= WRONG_CODES) {
            members.clearWrongCodes(tx, member.id());
            for (var dispatch : dispatches.liveOf(tx, member.id())) {
                alerts.lock(tx, dispatch.alert()).ifPresent(alert -> replaceCode(tx, alert, dispatch, member));
            }
            telling.tellCoordinators(tx, null, "notice.wrong-codes", Map.of("alias", member.alias()));
        }
    }

    private void replaceCode(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
        var now = clock.instant();
        var fresh = dispatches.replaceCode(tx, dispatch, now);
        timeline.add(tx, alert, Actor.GATEWAY, now, new TimelineEntry.CodeReplaced(dispatch.discipline(), member.id()));
        if (fresh.isBeside()) {
            telling.tell(tx, alert, fresh, member, Purpose.ANSWER, "answer.beside", Map.of("code", fresh.code().digits(),
                    "number", alert.alert().number().toString(), "alias", moreHands.holder(tx, alert).orElse("?")));
        } else if (fresh.state() == DispatchState.TAKEN) {
            var until = alert.ladder(dispatch.discipline()).flatMap(Ladder::nextAt).map(at -> telling.time(tx, alert, at));
            telling.tell(tx, alert, fresh, member, Purpose.ANSWER, "answer.taken", Map.of("code", fresh.code().digits(),
                    "number", alert.alert().number().toString(), "time", until.orElse("")));
        } else {
            asking.sendAgain(tx, alert, fresh);
        }
    }
}
