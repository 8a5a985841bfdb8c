package gateway.voice;

import gateway.alert.LockedAlert;
import gateway.contact.Hotline;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.inbox.CallInbox;
import gateway.member.Member;
import gateway.phone.PhoneNumber;
import gateway.replying.JoiningHolder;
import gateway.voice.Verb.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Who has an alert and has shown in her call who she is ({@link ResponderTalk}) is joined with whoever she chooses: the
 * reporter, legal aid that has it, too, or a coordinator. Both see the hotline's number alone.
 */
public final class HolderTalk implements CallFlow {

    /** The first part of its paths; the second is the dispatch. */
    public static final String PATH = "through";

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration RINGS = Duration.ofSeconds(30);
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final Database database;
    private final CallInbox inbox;
    private final ProvingOwnCalls proving;
    private final JoiningHolder joining;
    private final RingingBack ringingBack;
    private final Connecting connecting;
    private final Speech speech;

    public HolderTalk(Database database, CallInbox inbox, ProvingOwnCalls proving, JoiningHolder joining, RingingBack ringingBack,
            Connecting connecting, Speech speech) {
        this.database = database;
        this.inbox = inbox;
        this.proving = proving;
        this.joining = joining;
        this.ringingBack = ringingBack;
        this.connecting = connecting;
        this.speech = speech;
    }

    Script askWhom(DispatchId dispatch) {
        return ask(dispatch.value() + "/whom", 1, speech.read("call.whom", Map.of()));
    }

    @Override
    public Script proceed(List<String> rest, Heard heard) {
        if (rest.size() != 2) {
            return OVER;
        }
        return DispatchId.read(rest.getFirst()).flatMap(dispatch -> database.inTransaction(tx -> holderOf(tx, heard, dispatch))
                .map(holder -> choose(holder, dispatch, rest.getLast(), heard)))
                .or(() -> database.inTransaction(tx -> doubted(tx, heard)).filter(_ -> rest.getLast().equals("whom")).map(this::notNow))
                .orElse(OVER);
    }

    private Script choose(Member holder, DispatchId dispatch, String step, Heard heard) {
        if (step.equals("joined")) {
            database.run(tx -> ringingBack.holderEnded(tx, dispatch, holder, heard.dialEnd()));
            return OVER;
        }
        var hotline = inbox.hotlineOf(heard.envelope());
        if (hotline.isEmpty() || !step.equals("whom")) {
            return notNow(holder);
        }
        return switch (heard.keys()) {
            case "1" -> reporter(holder, dispatch, hotline.get(), heard);
            case "2" -> members(holder, dispatch, hotline.get(), heard, tx -> alert -> joining.legalAid(tx, alert, holder));
            case "3" -> members(holder, dispatch, hotline.get(), heard, tx -> _ -> joining.coordinators(tx, holder));
            default -> notNow(holder);
        };
    }

    /** Looked at under lock and at this moment, as before any ringing back. */
    private Script reporter(Member holder, DispatchId dispatch, Hotline hotline, Heard heard) {
        return database.inTransaction(tx -> holderOf(tx, heard, dispatch).flatMap(known -> ringingBack.dialForHolder(tx, dispatch, known)))
                .map(number -> dial(holder, number, hotline.number(), PATH + "/" + dispatch.value() + "/joined"))
                .orElseGet(() -> notNow(holder));
    }

    private Script dial(Member holder, PhoneNumber to, PhoneNumber shownAs, String then) {
        var verbs = new ArrayList<Verb>(speech.say(holder.language(), Sentence.ONE_MOMENT));
        verbs.add(new Verb.Dial(to, shownAs, RINGS, null, then));
        return new Script(verbs);
    }

    private Script members(Member holder, DispatchId dispatch, Hotline hotline, Heard heard,
            Function<Transaction, Function<LockedAlert, List<Member>>> whom) {
        return connecting.beginForHolder(heard.envelope(), hotline, speech.say(holder.language(), Sentence.ONE_MOMENT),
                tx -> holderOf(tx, heard, dispatch).flatMap(known -> joining.heldBy(tx, known, dispatch)), whom)
                .orElseGet(() -> notNow(holder));
    }

    /** Who rings, if she has shown that the dispatch is hers, and the phone may still be spoken to. */
    private Optional<Member> holderOf(Transaction tx, Heard heard, DispatchId dispatch) {
        return proving.proofOf(tx, heard).filter(proof -> proof.covers(dispatch)).flatMap(_ -> proving.memberOf(tx, heard))
                .filter(member -> joining.maySpeak(tx, member)
                        && member.askablePhone().equals(PhoneNumber.read(heard.from())));
    }

    /** Who has shown who she is, and is put through to nobody. She hears what whoever cannot be put through hears. */
    private Optional<Member> doubted(Transaction tx, Heard heard) {
        return proving.proofOf(tx, heard).flatMap(_ -> proving.memberOf(tx, heard))
                .filter(member -> !joining.maySpeak(tx, member) && member.askablePhone().equals(PhoneNumber.read(heard.from())));
    }

    private Script notNow(Member holder) {
        return Questions.end(speech.say(holder.language(), Sentence.NOT_NOW));
    }

    private static Script ask(String step, int keys, List<Told> prompts) {
        return Script.of(new Verb.Gather(keys, PATIENCE, PATH + "/" + step, prompts), new Verb.Hangup());
    }
}
