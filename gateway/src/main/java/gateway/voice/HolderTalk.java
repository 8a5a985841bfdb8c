package gateway.voice;

import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.dispatch.JoiningHolder;
import gateway.hotline.Hotline;
import gateway.intake.CallInbox;
import gateway.member.Member;
import gateway.member.Members;
import gateway.phone.PhoneNumber;
import gateway.voice.Verb.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Who has an alert rings a hotline, keys her reply code, and is joined with whoever she chooses: the reporter, legal aid that
 * has it, too, or a coordinator. Both see the hotline's number alone. The code is asked for though her number is known:
 * a number can be forged, and a phone be in other hands.
 */
public final class HolderTalk implements CallFlow {

    /** The first part of its paths; the second is {@code code}, or the dispatch. */
    public static final String PATH = "through";

    private static final int DIGITS = 6;
    private static final int TRIES = 3;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration RINGS = Duration.ofSeconds(30);
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final Database database;
    private final CallInbox inbox;
    private final Members members;
    private final JoiningHolder joining;
    private final RingingBack ringingBack;
    private final Connecting connecting;
    private final Speech speech;

    public HolderTalk(Database database, CallInbox inbox, Members members, JoiningHolder joining, RingingBack ringingBack,
            Connecting connecting, Speech speech) {
        this.database = database;
        this.inbox = inbox;
        this.members = members;
        this.joining = joining;
        this.ringingBack = ringingBack;
        this.connecting = connecting;
        this.speech = speech;
    }

    Script askForCode(Member holder) {
        return askForCode(holder, 1);
    }

    @Override
    public Script proceed(List<String> rest, Heard heard) {
        if (rest.size() != 2) {
            return OVER;
        }
        var known = database.inTransaction(tx -> holderOf(tx, heard));
        return known.map(holder -> rest.getFirst().equals("code") ? code(holder, rest.getLast(), heard)
                : read(rest.getFirst()).map(dispatch -> choose(holder, dispatch, rest.getLast(), heard)).orElse(OVER)).orElse(OVER);
    }

    private Script code(Member holder, String written, Heard heard) {
        var attempt = written.matches("[1-9]") ? Integer.parseInt(written) : TRIES;
        if (!heard.keys().matches("[0-9]{6}")) {
            return attempt < TRIES ? askForCode(holder, attempt + 1) : notNow(holder);
        }
        return database.inTransaction(tx -> holderOf(tx, heard).map(known -> joining.byCode(tx, known, heard.keys())
                .filter(dispatch -> joining.heldBy(tx, known, dispatch).isPresent())
                .map(dispatch -> ask(dispatch.value() + "/whom", 1, speech.read("call.whom", Map.of())))
                .orElseGet(() -> attempt < TRIES ? askForCode(known, attempt + 1) : notNow(known)))).orElseGet(() -> notNow(holder));
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
        return database.inTransaction(tx -> holderOf(tx, heard).flatMap(known -> ringingBack.dialForHolder(tx, dispatch, known)))
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
                tx -> holderOf(tx, heard).flatMap(known -> joining.heldBy(tx, known, dispatch)), whom)
                .orElseGet(() -> notNow(holder));
    }

    /** Who rings, if the phone may still be spoken to. */
    private Optional<Member> holderOf(Transaction tx, Heard heard) {
        return inbox.memberOf(tx, heard.envelope()).flatMap(id -> members.find(tx, id))
                .filter(member -> joining.maySpeak(tx, member)
                        && member.askablePhone().equals(PhoneNumber.read(heard.from())));
    }

    private Script askForCode(Member holder, int attempt) {
        return ask("code/" + attempt, DIGITS, speech.say(holder.language(), Sentence.SIX_DIGITS));
    }

    private Script notNow(Member holder) {
        return Questions.end(speech.say(holder.language(), Sentence.NOT_NOW));
    }

    private static Script ask(String step, int keys, List<Told> prompts) {
        return Script.of(new Verb.Gather(keys, PATIENCE, PATH + "/" + step, prompts), new Verb.Hangup());
    }

    private static Optional<DispatchId> read(String written) {
        try {
            return Optional.of(new DispatchId(UUID.fromString(written)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
