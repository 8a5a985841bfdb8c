package gateway.replying;

import gateway.alert.AlertActs;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.alert.LockedAlert;
import gateway.asking.AskingActs;
import gateway.database.Transaction;
import gateway.dispatch.Dispatch;
import gateway.dispatch.DispatchState;
import gateway.entry.Way;
import gateway.holding.HoldingActs;
import gateway.member.Member;
import gateway.messaging.Purpose;
import gateway.replying.ReplyActs.Answer;
import gateway.replyword.Hand;
import gateway.replyword.Reply;
import gateway.replyword.ReplyReader;
import gateway.safety.Safety;
import gateway.telling.Dispatching;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Does what a responder's reply asks, and answers it. The code decides which alert is meant; it counts only from
 * the phone that was asked. Acting is left to the acts that every other door calls too.
 */
public final class ReplyDesk {

    /** More answers than these to one text are gathered. */
    private static final int MOST_ANSWERS = 3;
    private static final String SEVERAL = "answer.several";
    /** Their entries hold what she said beside them. */
    private static final Set<Reply.Command> HAVE_A_PLACE_FOR_WORDS = Set.of(Reply.Command.PASS, Reply.Command.DONE, Reply.Command.MORE);

    private static final Pattern FIRST_NAME = Pattern.compile("^\\P{L}*(?:(?:for|by|is)\\s+)?(\\p{L}[\\p{L}\\p{M}\\p{N}_-]*)",
            Pattern.CASE_INSENSITIVE);

    private final ReplyReader reader;
    private final Alerts alerts;
    private final Dispatching dispatching;
    private final ReplyActs acts;
    private final AskingBack askingBack;
    private final Safety safety;

    private ReplyDesk(ReplyReader reader, Alerts alerts, Dispatching dispatching, ReplyActs acts, AskingBack askingBack, Safety safety) {
        this.reader = reader;
        this.alerts = alerts;
        this.dispatching = dispatching;
        this.acts = acts;
        this.askingBack = askingBack;
        this.safety = safety;
    }

    public static ReplyDesk build(ReplyReader reader, Alerts alerts, Dispatching dispatching, AlertActs alertActs,
            AskingActs askingActs, HoldingActs holdingActs, Safety safety) {
        var wrongCodes = new WrongCodes();
        var acts = new ReplyActs(dispatching, wrongCodes, holdingActs, alertActs, askingActs,
                new ConfirmingCalls(dispatching, askingActs.asking()), safety.proving());
        return new ReplyDesk(reader, alerts, dispatching, acts,
                new AskingBack(alerts, safety.pretences(), dispatching, wrongCodes), safety);
    }

    /** Whether a text from this member's phone may count as a reply; otherwise it is a report like any other. */
    public boolean maySpeak(Transaction tx, Member member) {
        return member.barred().isEmpty();
    }

    /** What her text is as a reply; this changes nothing. */
    public Reply read(Transaction tx, Member member, String words) {
        var reply = reader.read(words, Hand.of(safety.pretences().liveOf(tx, member.id())));
        return reply instanceof Reply.Act act && act.command() == Reply.Command.TAKE && namesAnother(tx, member, act)
                ? new Reply.AskBack(Reply.Why.NOT_CERTAIN, act.command(), act.codes(), act.words()) : reply;
    }

    /** "TAKE 482913 Lina": whose turn it is, only she who wrote it knows. */
    private boolean namesAnother(Transaction tx, Member member, Reply.Act act) {
        var first = FIRST_NAME.matcher(act.words());
        return first.find() && dispatching.members().byAlias(tx, first.group(1)).filter(named -> !named.id().equals(member.id())).isPresent();
    }

    public void answer(Transaction tx, Member member, Reply reply) {
        switch (reply) {
            case Reply.Act act -> act(tx, member, act);
            case Reply.WrongCode wrong -> dead(tx, member, wrong);
            case Reply.AskBack asked -> {
                askingBack.ask(tx, member, asked);
                keepWords(tx, member, asked);
            }
            case Reply.NotAReply _ -> { }
        }
    }

    /** A code that came from her number was none of hers. */
    public void wrongCode(Transaction tx, Member member) {
        askingBack.wrong(tx, member, 1, false);
    }

    /** @param toCode whether she showed the living code of this dispatch: such an answer is sent even while her phone is quiet */
    private record Answered(LockedAlert alert, Dispatch dispatch, Answer answer, boolean toCode) {}

    private void act(Transaction tx, Member member, Reply.Act act) {
        var others = act.wrong().stream().flatMap(code -> dispatching.dispatches().byCode(tx, member.id(), code).stream()).toList();
        if (act.wrong().size() > others.size()) {
            askingBack.wrong(tx, member, act.wrong().size() - others.size(), true);
        }
        var meant = new ArrayList<>(safety.pretences().liveOf(tx, member.id()).stream()
                .filter(one -> act.codes().contains(one.code().digits())).toList());
        if (act.all()) {
            dispatching.dispatches().toldWith(tx, List.copyOf(meant)).stream().filter(one -> meant.stream().noneMatch(two -> two.id().equals(one.id())))
                    .forEach(meant::add);
        }
        meant.addAll(others);
        var answers = new ArrayList<Answered>();
        // In the one order of locks: alerts by their ids.
        meant.stream().sorted(Comparator.comparing((Dispatch one) -> one.alert().value())).forEach(found ->
                act(tx, member, found, act).ifPresent(answers::add));
        tell(tx, member, answers);
    }

    /**
     * Who is overdue or forced hears what anybody would, and nothing comes of it: it is done to what her phone was told, undone,
     * and answered. Her words are kept all the same.
     */
    private Optional<Answered> act(Transaction tx, Member member, Dispatch found, Reply.Act act) {
        if (safety.timers().doubt(tx, member.id()).isEmpty()) {
            var answered = reallyAct(tx, member, found, act);
            answered.filter(_ -> !HAVE_A_PLACE_FOR_WORDS.contains(act.command()))
                    .ifPresent(done -> acts.keepWords(tx, done.alert, member, act.words()));
            return answered;
        }
        var pretended = safety.pretences().pretending(tx, member.id(), () -> reallyAct(tx, member, found, act));
        return pretended.flatMap(done -> alerts.lock(tx, found.alert()).map(alert -> {
            acts.keepWords(tx, alert, member, act.command() == Reply.Command.MORE ? "" : act.words());
            acts.ringAsWell(tx, alert, found, member, done.answer);
            return new Answered(alert, done.dispatch, done.answer, done.toCode);
        }));
    }

    private Optional<Answered> reallyAct(Transaction tx, Member member, Dispatch found, Reply.Act act) {
        return alerts.lock(tx, found.alert()).map(alert -> {
            // Read again under the lock: a simultaneous second TAKE is an answer, not an error.
            var dispatch = dispatching.dispatches().find(tx, found.id()).orElseThrow();
            return new Answered(alert, dispatch, acts.act(tx, alert, dispatch, member, act, Way.TEXT), act.shown() && dispatch.state().isLive());
        });
    }

    /** Six digits that are no living code: of something that is over, or of nothing. */
    private void dead(Transaction tx, Member member, Reply.WrongCode wrong) {
        var known = wrong.codes().stream().flatMap(code -> dispatching.dispatches().byCode(tx, member.id(), code).stream()).toList();
        if (wrong.codes().size() > known.size()) {
            askingBack.wrong(tx, member, wrong.codes().size() - known.size(), !known.isEmpty());
        }
        known.stream().sorted(Comparator.comparing((Dispatch one) -> one.alert().value())).forEach(found ->
                alerts.lock(tx, found.alert()).ifPresent(alert -> {
                    acts.keepWords(tx, alert, member, wrong.words());
                    say(tx, member, new Answered(alert, found, whoHasIt(tx, member, alert, found), false));
                }));
    }

    private Answer whoHasIt(Transaction tx, Member member, LockedAlert alert, Dispatch found) {
        return safety.timers().doubt(tx, member.id()).isEmpty() ? acts.whoHasIt(tx, alert, found, member)
                : safety.pretences().pretending(tx, member.id(), () -> acts.whoHasIt(tx, alerts.lock(tx, found.alert()).orElseThrow(), found, member));
    }

    /** On the alert of the code she wrote; without one, on the only one she has or was asked for. */
    private void keepWords(Transaction tx, Member member, Reply.AskBack asked) {
        var live = safety.pretences().liveOf(tx, member.id());
        var alert = asked.codes().isEmpty() ? only(live.stream().filter(one -> one.state() == DispatchState.TAKEN).toList())
                .or(() -> only(live)) : live.stream().filter(one -> asked.codes().contains(one.code().digits())).findFirst()
                .map(Dispatch::alert);
        alert.filter(_ -> !asked.words().isEmpty()).flatMap(id -> alerts.lock(tx, id))
                .ifPresent(locked -> acts.keepWords(tx, locked, member, asked.words()));
    }

    private static Optional<AlertId> only(List<Dispatch> dispatches) {
        var alerts = dispatches.stream().map(Dispatch::alert).distinct().toList();
        return alerts.size() == 1 ? Optional.of(alerts.getFirst()) : Optional.empty();
    }

    /** One text for each; where there are many, those that are hers now stand in one. */
    private void tell(Transaction tx, Member member, List<Answered> answers) {
        var taken = answers.stream().filter(one -> one.answer.key().equals(Answer.TAKEN)).toList();
        var gathered = taken.size() > MOST_ANSWERS ? taken : List.<Answered>of();
        answers.stream().filter(one -> !gathered.contains(one)).forEach(one -> say(tx, member, one));
        var left = new ArrayList<>(gathered);
        while (!left.isEmpty()) {
            var listed = left.size();
            while (listed > 1 && !dispatching.telling().fits(member, SEVERAL, values(left.subList(0, listed)))) {
                listed--;
            }
            dispatching.telling().tell(tx, null, null, member, Purpose.ANSWER_TO_CODE, SEVERAL, values(left.subList(0, listed)));
            left.subList(0, listed).clear();
        }
    }

    /** @param taken their check-ins are due at the same time, since they were taken at once */
    private static Map<String, String> values(List<Answered> taken) {
        return Map.of("time", taken.getFirst().answer.values().getOrDefault("time", ""), "codes", taken.stream()
                .map(one -> one.alert.alert().number() + " " + one.dispatch.code().digits()).collect(Collectors.joining(", ")));
    }

    private void say(Transaction tx, Member member, Answered answered) {
        if (answered.answer.isNone()) {
            return;
        }
        var values = new HashMap<>(answered.answer.values());
        values.put("number", answered.alert.alert().number().toString());
        values.put("code", answered.dispatch.code().digits());
        var purpose = answered.toCode ? Purpose.ANSWER_TO_CODE : Purpose.ANSWER;
        dispatching.telling().tell(tx, answered.alert, answered.dispatch, member, purpose, answered.answer.key(), values);
    }
}
