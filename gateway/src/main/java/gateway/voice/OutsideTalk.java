package gateway.voice;

import gateway.asking.RingingOutside;
import gateway.database.Transaction;
import gateway.escalation.OutsideContact;
import gateway.messaging.PlacedCall;

/**
 * Another organisation's phone is rung: one neutral sentence, and 1 says that they will call the organisation they know. Nothing
 * else is ever said, since nobody knows who holds that phone.
 */
public final class OutsideTalk {

    private static final Script OVER = Script.of(new Verb.Hangup());

    private final RingingOutside outside;
    private final Speech speech;
    private final Questions questions;

    public OutsideTalk(RingingOutside outside, Speech speech) {
        this.outside = outside;
        this.speech = speech;
        this.questions = new Questions(speech);
    }

    Script proceed(Transaction tx, PlacedCall call, String step, String keys) {
        return outside.reached(tx, call).map(contact -> proceed(tx, call, contact, step, keys)).orElse(OVER);
    }

    private Script proceed(Transaction tx, PlacedCall call, OutsideContact contact, String step, String keys) {
        return switch (step) {
            case "" -> ask(call, contact, "1");
            case "1", "2" -> {
                if (keys.equals("1")) {
                    outside.heard(tx, call, contact);
                    yield Questions.end(speech.say(contact.language(), Sentence.HEARD));
                }
                yield step.equals("1") ? ask(call, contact, "2") : OVER;
            }
            default -> OVER;
        };
    }

    private Script ask(PlacedCall call, OutsideContact contact, String step) {
        return questions.ask(call, step, speech.say(contact.language(), Sentence.CALL_US));
    }
}
