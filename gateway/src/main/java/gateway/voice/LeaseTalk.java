package gateway.voice;

import gateway.database.Transaction;
import gateway.holding.LeaseCallResult;
import gateway.holding.LeaseCalls;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.member.Pins;
import gateway.messaging.PlacedCall;
import gateway.phone.Language;
import java.util.Map;
import java.util.Optional;

/**
 * A responder is rung for her PIN. A shop asks for the number of an order; what follows from it is said in the same words
 * whether it was her PIN or the one for duress. A wrong one, or none, is asked for once more.
 */
public final class LeaseTalk {

    private static final Script OVER = Script.of(new Verb.Hangup());

    private final LeaseCalls calls;
    private final Members members;
    private final Speech speech;
    private final Questions questions;

    public LeaseTalk(LeaseCalls calls, Members members, Speech speech) {
        this.calls = calls;
        this.members = members;
        this.speech = speech;
        this.questions = new Questions(speech);
    }

    /** @param tried what her keys are worth as a PIN; empty where they can be none */
    Script proceed(Transaction tx, PlacedCall call, String step, String keys, Optional<Pins.Try> tried) {
        var language = Optional.ofNullable(call.about().member()).flatMap(id -> members.find(tx, new MemberId(id)))
                .map(Member::language).orElse(Language.EN);
        return switch (step) {
            case "" -> questions.whichNumber(call, language, "1");
            case "1" -> keys.isEmpty() ? questions.whichNumber(call, language, "2") : answer(tx, call, language, tried, false);
            case "2" -> keys.isEmpty() ? OVER : answer(tx, call, language, tried, true);
            default -> OVER;
        };
    }

    private Script answer(Transaction tx, PlacedCall call, Language language, Optional<Pins.Try> tried, boolean last) {
        return switch (calls.prove(tx, call, tried)) {
            case LeaseCallResult.Renewed(var time) -> Questions.end(speech.read("call.renewed", Map.of("time", time)));
            case LeaseCallResult.Over _ -> questions.part(language, speech.say(language, Sentence.NO_LONGER_NEEDED));
            case LeaseCallResult.Wrong _ -> last ? OVER : questions.whichNumber(call, language, "2");
            case LeaseCallResult.Refused _ -> Questions.end(speech.say(language, Sentence.NOT_NOW));
        };
    }
}
