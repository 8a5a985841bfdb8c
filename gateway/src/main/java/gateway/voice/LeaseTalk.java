package gateway.voice;

import gateway.database.Transaction;
import gateway.dispatch.LeaseCallResult;
import gateway.dispatch.LeaseCalls;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
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

    Script proceed(Transaction tx, PlacedCall call, String step, String keys) {
        var language = Optional.ofNullable(call.about().member()).flatMap(id -> members.find(tx, new MemberId(id)))
                .map(Member::language).orElse(Language.EN);
        return switch (step) {
            case "" -> questions.whichNumber(call, language, "1");
            case "1" -> keys.isEmpty() ? questions.whichNumber(call, language, "2") : answer(tx, call, language, keys, false);
            case "2" -> keys.isEmpty() ? OVER : answer(tx, call, language, keys, true);
            default -> OVER;
        };
    }

    private Script answer(Transaction tx, PlacedCall call, Language language, String keys, boolean last) {
        return switch (calls.prove(tx, call, keys)) {
            case LeaseCallResult.Renewed(var time) -> Questions.end(speech.read("call.renewed", Map.of("time", time)));
            case LeaseCallResult.Over _ -> Questions.end(speech.say(language, Sentence.NO_LONGER_NEEDED));
            case LeaseCallResult.Wrong _ -> last ? OVER : questions.whichNumber(call, language, "2");
            case LeaseCallResult.Refused _ -> Questions.end(speech.say(language, Sentence.NOT_NOW));
        };
    }
}
