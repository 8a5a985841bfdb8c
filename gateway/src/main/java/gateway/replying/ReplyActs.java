package gateway.replying;

import gateway.alert.AcknowledgeResult;
import gateway.alert.AlertActs;
import gateway.alert.AlertState;
import gateway.alert.CheckInResult;
import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.asking.AskingActs;
import gateway.asking.NotNow;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.entry.Way;
import gateway.holding.HoldingActs;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.replyword.Reply;
import gateway.roster.Discipline;
import gateway.safety.Proving;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.Map;

/** Does what one reply asks of one alert, and says how it is answered; whoever calls sends the answer. */
final class ReplyActs {

    private final Dispatching dispatching;
    private final WrongCodes wrongCodes;
    private final HoldingActs holdingActs;
    private final AlertActs alertActs;
    private final AskingActs askingActs;
    private final ConfirmingCalls confirmingCalls;
    private final Proving proving;

    ReplyActs(Dispatching dispatching, WrongCodes wrongCodes, HoldingActs holdingActs, AlertActs alertActs,
            AskingActs askingActs, ConfirmingCalls confirmingCalls, Proving proving) {
        this.holdingActs = holdingActs;
        this.dispatching = dispatching;
        this.alertActs = alertActs;
        this.askingActs = askingActs;
        this.wrongCodes = wrongCodes;
        this.confirmingCalls = confirmingCalls;
        this.proving = proving;
    }

    /** @param key the phrase that answers her; the alert's number and her code are given to it as well */
    record Answer(String key, Map<String, String> values) {

        static final String TAKEN = "answer.taken";
        static final String PIN_CALL = "answer.pin-needed";
        static final String CALL_FIRST = "answer.call-first";
        static final String CALL_BY = "answer.call-by";

        static Answer of(String key) {
            return new Answer(key, Map.of());
        }

        /** The same was answered a moment ago. */
        static Answer none() {
            return of("");
        }

        boolean isNone() {
            return key.isEmpty();
        }

        @Override
        public String toString() {
            return "Answer[" + values.size() + "]";
        }
    }

    /** @param way as which TAKE and HERE count: texts carry a holder two hours, a PIN for longer */
    Answer act(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Reply.Act reply, Way way) {
        return new One(tx, alert, dispatch, member, way).act(reply);
    }

    /** Her code is dead: somebody else has it, it is over, or she passed it on. */
    Answer whoHasIt(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member) {
        return new One(tx, alert, dispatch, member, Way.TEXT).whoHasIt();
    }

    /** Keeps what stood beside a command, where the act itself has no place for it. */
    void keepWords(Transaction tx, LockedAlert alert, Member member, String words) {
        if (!words.isEmpty()) {
            alertActs.noteTaking().note(tx, alert, member.id(), words);
        }
    }

    /** A call that belongs to an answer is made even where all else of the act was undone. */
    void ringAsWell(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Answer answer) {
        switch (answer.key()) {
            case Answer.PIN_CALL -> holdingActs.leaseCalls().ringOnce(tx, alert, dispatch, member);
            case Answer.CALL_FIRST, Answer.CALL_BY -> confirmingCalls.ring(tx, alert, dispatch, member);
            default -> { }
        }
    }

    private final class One {

        private final Transaction tx;
        private final LockedAlert alert;
        private final Dispatch dispatch;
        private final Member member;
        private final Way way;

        One(Transaction tx, LockedAlert alert, Dispatch dispatch, Member member, Way way) {
            this.tx = tx;
            this.alert = alert;
            this.dispatch = dispatch;
            this.member = member;
            this.way = way;
        }

        Answer act(Reply.Act reply) {
            if (!dispatch.state().isLive()) {
                return whoHasIt();
            }
            return switch (reply.command()) {
                case TAKE -> take();
                case PASS -> pass(reply.words());
                case HERE -> checkIn();
                case BACK -> handBack();
                case DONE -> proposeDone(reply.words());
                case MORE -> askMore(reply.howMany());
                case LAW -> want(Discipline.LEGAL_AID);
                case MED -> want(Discipline.MEDICAL_LINK);
                case LANG -> want(Discipline.INTERPRETER);
                case NOTE -> Answer.of("answer.noted");
            };
        }

        private Answer askMore(int more) {
            return dispatch.state() != DispatchState.TAKEN ? Answer.of("answer.not-yours")
                    : new Answer("answer.more", Map.of("count", Integer.toString(askingActs.moreHands().ask(tx, alert, more, member.id()))));
        }

        /** Somebody of another discipline: is asked for now, was before, or has it. */
        private Answer want(Discipline discipline) {
            if (dispatch.state() != DispatchState.TAKEN) {
                return Answer.of("answer.not-yours");
            }
            if (alert.ladder(discipline).orElse(null) instanceof Ladder.Acknowledged held) {
                return already(held.by(), held.since());
            }
            askingActs.moreHands().want(tx, alert, discipline, member.id());
            return new Answer("answer.wanted", Map.of("role", dispatching.telling().phrase(member, "missing." + discipline.word())));
        }

        /** Somebody has it, and she was asked to come beside. */
        private Answer come() {
            if (dispatch.state() != DispatchState.TAKEN) {
                askingActs.moreHands().come(tx, alert, dispatch, member, Way.TEXT);
            }
            return ladder().holder().flatMap(id -> dispatching.members().find(tx, id)).map(holder -> new Answer("answer.beside",
                    Map.of("alias", holder.alias()))).orElse(Answer.of("answer.beside-nobody"));
        }

        private boolean isCompanionOfSomebody() {
            return dispatch.companion() && ladder().holder().isPresent();
        }

        private Answer take() {
            if (isCompanionOfSomebody() || dispatching.dispatches().isBesideOnly(tx, dispatch)) {
                return come();
            }
            if (ladder() instanceof Ladder.Climbing && wrongCodes.isGuessed(tx, member.id(), tx.now())) {
                return confirmingCalls.ring(tx, alert, dispatch, member);
            }
            return switch (holdingActs.acknowledging().acknowledge(tx, alert, dispatch.discipline(), member.id(), way)) {
                case AcknowledgeResult.Taken(var ladder, _) -> new Answer(Answer.TAKEN, until(ladder));
                case AcknowledgeResult.AlreadyTaken(var holder, _) when holder.equals(member.id()) ->
                    new Answer(Answer.TAKEN, until(ladder()));
                case AcknowledgeResult.AlreadyTaken(var holder, var since) -> already(holder, since);
                case AcknowledgeResult.ProofNeeded _ -> Answer.of(holdingActs.leaseCalls().ringOnce(tx, alert, dispatch, member)
                        ? Answer.PIN_CALL : "answer.page-needed");
                case AcknowledgeResult.Over _ -> Answer.of("answer.over");
            };
        }

        private Answer pass(String words) {
            if (dispatch.state() == DispatchState.TAKEN) {
                return handBack();
            }
            return askingActs.passing().pass(tx, alert, dispatch, NotNow.read(words, tx.now(), dispatching.telling().zone(tx, alert)))
                    .map(until -> new Answer("answer.passed-until", Map.of("time", dispatching.telling().time(tx, alert, until))))
                    .orElse(Answer.of("answer.passed"));
        }

        private Answer checkIn() {
            if (isCompanionOfSomebody() && dispatch.state() == DispatchState.TAKEN) {
                return come();
            }
            return switch (alertActs.checkingIn().checkIn(tx, alert, dispatch.discipline(), member.id(), way)) {
                case CheckInResult.CheckedIn(var ladder, _, _) -> new Answer("answer.checked-in", until(ladder));
                case CheckInResult.LastByText(var ladder, _, _) -> new Answer(
                        proving.hasPin(tx, member) ? "answer.pin-call" : "answer.page-only", until(ladder));
                case CheckInResult.NotHolder _ -> Answer.of("answer.not-yours");
            };
        }

        private Answer handBack() {
            if (dispatch.isBeside()) {
                askingActs.moreHands().leave(tx, alert, dispatch, Way.TEXT);
                return Answer.of("answer.handed-back");
            }
            return Answer.of(holdingActs.handingBack().handBack(tx, alert, dispatch.discipline(), member.id(), member.id(), Way.TEXT)
                    ? "answer.handed-back" : "answer.not-yours");
        }

        private Answer proposeDone(String words) {
            var ladder = ladder();
            if (!ladder.isHeldBy(member.id())) {
                return Answer.of("answer.not-yours");
            }
            holdingActs.proposingDone().propose(tx, alert, member.id(), words);
            return new Answer("answer.done-proposed", until(ladder));
        }

        Answer whoHasIt() {
            return ladder() instanceof Ladder.Acknowledged held && alert.state() != AlertState.RESOLVED
                    ? already(held.by(), held.since()) : Answer.of("answer.over");
        }

        private Answer already(MemberId holder, Instant since) {
            return new Answer("answer.already", Map.of("alias", alias(holder), "time", dispatching.telling().time(tx, alert, since)));
        }

        private String alias(MemberId id) {
            return dispatching.members().find(tx, id).map(Member::alias).orElse("?");
        }

        private Map<String, String> until(Ladder ladder) {
            return Map.of("time", ladder.nextAt().map(at -> dispatching.telling().time(tx, alert, at)).orElse(""));
        }

        private Ladder ladder() {
            return alert.ladder(dispatch.discipline()).orElseThrow();
        }
    }
}
