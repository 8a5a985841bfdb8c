package gateway.voice;

import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.messaging.NoticeCall;
import gateway.messaging.PlacedCall;
import gateway.phone.Language;
import gateway.safety.Summoned;
import gateway.voice.Verb.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A coordinator is rung for something she has to know at once: a shop first, then, after a key, what it is. 1 says that it was
 * heard, 3 says it again; without a 1 it counts as not heard.
 */
public final class SummonsTalk {

    private static final String HEARD = "heard";
    private static final String ONCE_MORE = "once-more";
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final Summoned summoned;
    private final Members members;
    private final Speech speech;
    private final Questions questions;

    public SummonsTalk(Summoned summoned, Members members, Speech speech) {
        this.summoned = summoned;
        this.members = members;
        this.speech = speech;
        this.questions = new Questions(speech);
    }

    Script proceed(Transaction tx, PlacedCall call, NoticeCall notice, String step, String keys) {
        var member = Optional.ofNullable(call.about().member()).flatMap(id -> members.find(tx, new MemberId(id)))
                .filter(known -> known.askablePhone().filter(call.to()::equals).isPresent());
        return member.map(known -> proceed(tx, call, notice, known, step, keys)).orElse(OVER);
    }

    private Script proceed(Transaction tx, PlacedCall call, NoticeCall notice, Member member, String step, String keys) {
        return switch (step) {
            case "" -> questions.isAnybodyThere(call, member.language(), "1");
            case "1" -> keys.isEmpty() ? questions.isAnybodyThere(call, member.language(), "2") : say(call, member, HEARD);
            case "2" -> keys.isEmpty() ? OVER : say(call, member, HEARD);
            case HEARD, ONCE_MORE -> switch (keys) {
                case "1" -> {
                    summoned.heard(tx, notice, member.id());
                    yield Questions.end(speech.say(member.language(), Sentence.HEARD));
                }
                case "3" -> say(call, member, step);
                default -> step.equals(HEARD) ? say(call, member, ONCE_MORE) : OVER;
            };
            default -> OVER;
        };
    }

    private Script say(PlacedCall call, Member member, String next) {
        var told = new ArrayList<Told>();
        told.add(new Verb.Say(Language.EN, call.words()));
        told.addAll(speech.say(member.language(), Sentence.SAY_HEARD));
        return questions.ask(call, next, List.copyOf(told));
    }
}
