package gateway.voice;

import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.contact.Hotline;
import gateway.database.Transaction;
import gateway.inbox.CallInbox;
import gateway.incoming.Envelope;
import gateway.member.Member;
import gateway.voice.Bridging.Ringing;
import gateway.voice.Verb.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Key 0: a reporter asks to speak with somebody. Each responder in turn hears a shop's sentence and the coded words, and
 * only her 1 joins the two; 2 passes, and any other key is asked for once more. Where the carrier plays no whisper nobody could be asked for a key, so nobody is
 * dialled: the code is kept, and whoever is asked by text rings back.
 */
public final class Connecting implements CallFlow {

    /** The first part of its paths; the second is the bridge, the third one of those below. */
    public static final String PATH = "join";
    private static final String ANSWERED = "answered";
    private static final String KEY = "key";
    private static final String NEXT = "next";
    private static final Duration RINGS = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Script OVER = Script.of(new Verb.Hangup());
    /** At the end of what is whispered the two are joined. */
    private static final Script JOINED = new Script(List.of());

    private final Bridging bridging;
    private final CallInbox inbox;
    private final Speech speech;
    private final boolean whispers;

    /** @param whispers whether the carrier lets a dialled phone hear something, and press a key, before it is joined */
    public Connecting(Bridging bridging, CallInbox inbox, Speech speech, boolean whispers) {
        this.bridging = bridging;
        this.inbox = inbox;
        this.speech = speech;
        this.whispers = whispers;
    }

    /** What a call hears in which 0 was pressed. */
    Script begin(Envelope call, @Nullable AlertId alert, @Nullable Hotline hotline) {
        if (!whispers || alert == null || hotline == null) {
            return nobody(hotline);
        }
        return bridging.begin(call, alert).map(first -> dial(first, hotline, speech.say(hotline, Sentence.ONE_MOMENT)))
                .orElseGet(() -> nobody(hotline));
    }

    /** What a holder's call hears who is to be joined with other members; empty when there is nobody. */
    Optional<Script> beginForHolder(Envelope call, Hotline hotline, List<Told> first,
            Function<Transaction, Optional<LockedAlert>> held, Function<Transaction, Function<LockedAlert, List<Member>>> whom) {
        return !whispers ? Optional.empty() : bridging.beginForHolder(call, held, whom).map(ringing -> dial(ringing, hotline, first));
    }

    @Override
    public Script proceed(List<String> rest, Heard heard) {
        var id = rest.size() == 2 ? read(rest.getFirst()) : Optional.<UUID>empty();
        return id.map(bridge -> proceed(bridge, rest.getLast(), heard)).orElse(OVER);
    }

    private Script proceed(UUID bridge, String step, Heard heard) {
        return switch (step) {
            case ANSWERED -> bridging.isAnswered(bridge).map(this::whisper).orElse(OVER);
            case KEY -> key(bridge, heard.keys());
            case NEXT -> next(bridge, heard);
            default -> OVER;
        };
    }

    private Script key(UUID bridge, String keys) {
        if (keys.equals("1")) {
            return bridging.join(bridge) ? JOINED : OVER;
        }
        if (keys.equals("2")) {
            bridging.pass(bridge);
        }
        // A slip hangs up on nobody: the other still waits on the line. No key at all may be a machine.
        return keys.isEmpty() || keys.equals("2") ? OVER : bridging.isAnswered(bridge).map(this::whisper).orElse(OVER);
    }

    private Script next(UUID bridge, Heard heard) {
        if (bridging.hasJoined(bridge)) {
            return OVER;
        }
        var hotline = inbox.hotlineOf(heard.envelope());
        return bridging.after(bridge).filter(_ -> hotline.isPresent())
                .map(ringing -> dial(ringing, hotline.orElseThrow(), List.of()))
                .orElseGet(() -> bridging.isHolders(bridge) ? Questions.end(speech.say(hotline.orElse(null), Sentence.NOT_NOW))
                        : nobody(hotline.orElse(null)));
    }

    private Script whisper(Ringing ringing) {
        var told = new ArrayList<>(speech.say(ringing.member().language(), Sentence.SOMEBODY_WAITS));
        told.addAll(speech.read("call.bridge", Map.of("number", apart(ringing.number()), "mark", apart(ringing.mark()))));
        told.addAll(speech.say(ringing.member().language(), Sentence.SPEAK_OR_PASS));
        return Script.of(new Verb.Gather(1, PATIENCE, path(ringing, KEY), told), new Verb.Hangup());
    }

    private static Script dial(Ringing ringing, Hotline hotline, List<Told> first) {
        var verbs = new ArrayList<Verb>(first);
        verbs.add(new Verb.Dial(ringing.member().askablePhone().orElseThrow(), hotline.number(), RINGS,
                path(ringing, ANSWERED), path(ringing, NEXT)));
        return new Script(verbs);
    }

    private Script nobody(@Nullable Hotline hotline) {
        var verbs = new ArrayList<Verb>(speech.say(hotline, Sentence.WILL_ASK));
        verbs.add(new Verb.Hangup());
        return new Script(verbs);
    }

    private static String path(Ringing ringing, String step) {
        return PATH + "/" + ringing.bridge().id() + "/" + step;
    }

    /** A voice reads "47311" as a large number: each digit by itself. */
    private static String apart(String written) {
        return String.join(" ", written.replace("-", "").split(""));
    }

    private static Optional<UUID> read(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
