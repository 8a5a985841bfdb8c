package gateway.voice;

import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.holding.DispatchCalls;
import gateway.holding.KeyResult;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.member.Pins;
import gateway.messaging.PlacedCall;
import gateway.phone.Language;
import gateway.voice.Verb.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A responder is rung for an alert. The dispatch is spoken only after a key or her PIN, 1 takes it, 2 passes it on, 3 says it again; what
 * came of her key is spoken back. A wrong key, or none, is asked once more, and then the call is over and nothing is changed.
 *
 * <pre>
 *  (neutral) ─► 1 ─► 2 ─► over          a key at 1 or 2 ─► choose ─► once-more ─► over
 *                                                              ▲ 3 │
 *                                                              └───┘
 * </pre>
 */
public final class DispatchTalk {

    private static final String CHOOSE = "choose";
    private static final String CHOOSE_AFTER_A_WRONG_KEY = "once-more";
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final DispatchCalls calls;
    private final Members members;
    private final Speech speech;
    private final Questions questions;

    public DispatchTalk(DispatchCalls calls, Members members, Speech speech) {
        this.calls = calls;
        this.members = members;
        this.speech = speech;
        this.questions = new Questions(speech);
    }

    /** @param tried what her keys are worth as a PIN; empty where they can be none */
    Script proceed(Transaction tx, PlacedCall call, String step, String keys, Optional<Pins.Try> tried) {
        if (call.about().dispatch() == null || call.about().member() == null) {
            return OVER;
        }
        var language = members.find(tx, new MemberId(call.about().member())).map(member -> member.language())
                .orElse(Language.EN);
        return new Talk(tx, call, new DispatchId(call.about().dispatch()), language).proceed(step, keys, tried);
    }

    private final class Talk {

        private final Transaction tx;
        private final PlacedCall call;
        private final DispatchId dispatch;
        private final Language language;

        Talk(Transaction tx, PlacedCall call, DispatchId dispatch, Language language) {
            this.tx = tx;
            this.call = call;
            this.dispatch = dispatch;
            this.language = language;
        }

        Script proceed(String step, String keys, Optional<Pins.Try> tried) {
            return switch (step) {
                case "" -> hear() instanceof KeyResult.Doubtful ? OVER : greet("1");
                case "1" -> keys.isEmpty() ? greet("2") : begin(tried, false);
                case "2" -> keys.isEmpty() ? OVER : begin(tried, true);
                case CHOOSE, CHOOSE_AFTER_A_WRONG_KEY -> choose(step, keys);
                default -> OVER;
            };
        }

        private Script greet(String step) {
            return calls.hasPin(tx, call) ? questions.whichNumber(call, language, step)
                    : questions.isAnybodyThere(call, language, step);
        }

        /** A key, or her PIN. After the one for duress the same is heard. */
        private Script begin(Optional<Pins.Try> tried, boolean last) {
            if (tried.isEmpty()) {
                return tell(hear(), CHOOSE);
            }
            return switch (calls.prove(tx, call, tried.get())) {
                case PROVED, DURESS -> tell(hear(), CHOOSE);
                case WRONG -> last ? OVER : greet("2");
                case NOT_NOW -> Questions.end(speech.say(language, Sentence.NOT_NOW));
            };
        }

        private Script choose(String step, String keys) {
            return switch (keys) {
                case "1" -> spokenBack(calls.take(tx, dispatch, call));
                case "2" -> spokenBack(calls.pass(tx, dispatch, call.to()));
                case "3" -> tell(hear(), step);
                default -> step.equals(CHOOSE) ? tell(hear(), CHOOSE_AFTER_A_WRONG_KEY) : OVER;
            };
        }

        private KeyResult hear() {
            return calls.hear(tx, dispatch, call.to());
        }

        /** What came of her key. */
        private Script spokenBack(KeyResult result) {
            return result instanceof KeyResult.Yours(var time) ? part(speech.read("call.taken", Map.of("time", time)))
                    : tell(result, CHOOSE);
        }

        private Script tell(KeyResult result, String next) {
            return switch (result) {
                case KeyResult.Asked _ -> questions.ask(call, next, dispatchAndChoices());
                case KeyResult.Yours(var time) -> part(yours(time));
                case KeyResult.Already(var alias, var time) -> part(
                        speech.read("call.already", Map.of("alias", alias, "time", time)));
                case KeyResult.Passed _ -> part(speech.say(language, Sentence.PASSED_ON));
                case KeyResult.ProofNeeded _ -> Questions.end(speech.say(language, Sentence.NOT_NOW));
                case KeyResult.Over _ -> part(speech.say(language, Sentence.NO_LONGER_NEEDED));
                case KeyResult.Doubtful _ -> OVER;
            };
        }

        private Script part(List<Told> told) {
            return questions.part(language, told);
        }

        /** It was hers before: she took it meanwhile, or rang us and was rung back. */
        private List<Told> yours(String time) {
            var told = new ArrayList<Told>();
            told.add(new Verb.Say(Language.EN, call.words()));
            told.addAll(speech.read("call.yours", Map.of("time", time)));
            return told;
        }

        private List<Told> dispatchAndChoices() {
            var told = new ArrayList<Told>();
            told.add(new Verb.Say(Language.EN, call.words()));
            told.addAll(speech.say(language, Sentence.CHOICES));
            return told;
        }
    }
}
