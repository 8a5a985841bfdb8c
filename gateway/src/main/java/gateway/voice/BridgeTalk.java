package gateway.voice;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.messaging.PlacedCall;
import gateway.phone.Language;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A member is rung first, because he or she asked to speak with a reporter. Only a key joins the two, and only if the
 * reporter's phone may still be rung at that moment; each is shown the hotline's number, and nothing is recorded.
 */
public final class BridgeTalk {

    private static final String JOINED = "joined";
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final RingingBack ringingBack;
    private final Members members;
    private final Speech speech;
    private final Questions questions;

    public BridgeTalk(RingingBack ringingBack, Members members, Speech speech) {
        this.ringingBack = ringingBack;
        this.members = members;
        this.speech = speech;
        this.questions = new Questions(speech);
    }

    Script proceed(Transaction tx, PlacedCall call, String step, Heard heard) {
        var member = Optional.ofNullable(call.about().member()).flatMap(id -> members.find(tx, new MemberId(id)));
        return member.map(known -> proceed(tx, call, known, step, heard)).orElse(OVER);
    }

    private Script proceed(Transaction tx, PlacedCall call, Member member, String step, Heard heard) {
        return switch (step) {
            case "" -> questions.isAnybodyThere(call, member.language(), "1");
            case "1" -> heard.keys().isEmpty() ? questions.isAnybodyThere(call, member.language(), "2")
                    : join(tx, call, member);
            case "2" -> heard.keys().isEmpty() ? OVER : join(tx, call, member);
            case JOINED -> {
                ringingBack.ended(tx, call, member, heard.dialEnd());
                yield OVER;
            }
            default -> OVER;
        };
    }

    private Script join(Transaction tx, PlacedCall call, Member member) {
        return ringingBack.dial(tx, call, member)
                .map(reporter -> {
                    List<Verb> verbs = new ArrayList<>(speech.say(member.language(), Sentence.ONE_MOMENT));
                    verbs.add(new Verb.Dial(reporter, call.from(), PATIENCE, null, Questions.path(call, JOINED)));
                    return new Script(verbs);
                })
                .orElseGet(() -> Questions.end(speech.say(member.language(), Sentence.NOT_NOW)));
    }
}
