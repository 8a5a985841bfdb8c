package gateway.voice;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.hotline.Hotlines;
import gateway.intake.CallInbox;
import gateway.phone.PhoneNumber;
import gateway.voice.Verb.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The record line: whoever keys a code that a coordinator asked for says one sentence after another, hears each again, and
 * keeps it or says it once more. It greets as a hotline does, since somebody in need may ring it: who keys no code is taken
 * in as at any number of ours that is no hotline's. While no code is alive it is no line of its own at all.
 *
 * <pre>
 *  (greeting) ─► code ─► say ─► wait ─► choose ─1 kept─► say … ─► all recorded
 *                 │       ▲──────┴────────┘ 2, or nothing was heard
 *                 └► no code: the hotline's menu
 * </pre>
 */
public final class RecordTalk implements CallFlow {

    /** The first part of its paths; the second is {@code code}, or the sitting. */
    public static final String PATH = "record";

    private static final int DIGITS = 6;
    private static final int TRIES = 3;
    private static final int LOOKS = 12;
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Duration LOOKING = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofSeconds(4);
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final Database database;
    private final Hotlines hotlines;
    private final Sittings sittings;
    private final Prompts prompts;
    private final CallInbox inbox;
    private final Menu menu;
    private final Speech speech;

    public RecordTalk(Database database, Hotlines hotlines, Sittings sittings, Prompts prompts, CallInbox inbox, Menu menu,
            Speech speech) {
        this.database = database;
        this.hotlines = hotlines;
        this.sittings = sittings;
        this.prompts = prompts;
        this.inbox = inbox;
        this.menu = menu;
        this.speech = speech;
    }

    /** Whether this call may be somebody's who was given a code. Where a hotline has the number too, the hotline goes before. */
    boolean isRung(Heard call) {
        var rung = PhoneNumber.read(call.to());
        return sittings.line().isPresent() && rung.equals(sittings.line()) && database.inTransaction(
                tx -> hotlines.byNumber(tx, rung.orElseThrow()).isEmpty() && sittings.isAnyAwaited(tx));
    }

    Script open() {
        return askForCode(1, Sentence.GREETING);
    }

    @Override
    public Script proceed(List<String> rest, Heard heard) {
        if (rest.size() == 2 && rest.getFirst().equals("code")) {
            return code(count(rest.getLast()), heard);
        }
        var id = rest.isEmpty() ? Optional.<UUID>empty() : read(rest.getFirst());
        return id.flatMap(sitting -> database.inTransaction(tx -> sittings.find(tx, sitting, heard.callId())
                .map(found -> proceed(tx, found, rest.subList(1, rest.size()), heard)))).orElse(OVER);
    }

    private Script code(int attempt, Heard heard) {
        if (!mayBeCode(heard.keys())) {
            return asToAHotline(heard);
        }
        var begun = database.inTransaction(tx -> sittings.begin(tx, heard.keys(), heard.callId()));
        return begun.map(sitting -> say(sitting, 1, List.of()))
                .orElseGet(() -> attempt < TRIES ? askForCode(attempt + 1, Sentence.AGAIN) : end(Sentence.NOTED));
    }

    /** Fewer keys, or one again and again, are somebody's who knows of no code, whenever she presses them. */
    private static boolean mayBeCode(String keys) {
        return keys.length() == DIGITS && !isOneDigit(keys);
    }

    private static boolean isOneDigit(String keys) {
        return keys.chars().distinct().count() == 1;
    }

    /** Fails open: an alert is committed first, and the key that was pressed is one of the menu's. */
    private Script asToAHotline(Heard heard) {
        var rung = inbox.ring(heard.envelope());
        return heard.keys().isEmpty() ? menu.open(rung.hotline())
                : menu.proceed(List.of("1"), isOneDigit(heard.keys()) ? heard.pressing(heard.keys().substring(0, 1)) : heard);
    }

    private Script proceed(Transaction tx, Sitting sitting, List<String> step, Heard heard) {
        var count = step.size() > 1 ? count(step.get(1)) : 1;
        return switch (step.isEmpty() ? "" : step.getFirst()) {
            case "said" -> {
                if (heard.recording().isEmpty()) {
                    yield again(tx, sitting, 1);
                }
                sittings.await(tx, sitting, heard.recording());
                yield look(sitting, 1);
            }
            case "silence" -> again(tx, sitting, count);
            case "wait" -> waitFor(tx, sitting, count);
            case "choose" -> choose(tx, sitting, step.size() > 2 ? step.get(2) : "", count, heard.keys());
            default -> OVER;
        };
    }

    private Script waitFor(Transaction tx, Sitting sitting, int looks) {
        if (sitting.draft() != null) {
            return ask(sitting, sitting.draft(), 1);
        }
        return sitting.failed() || looks >= LOOKS ? again(tx, sitting, 1) : look(sitting, looks + 1);
    }

    /** Whoever keeps a sentence twice, since the carrier asked twice, keeps it once: the path names the sentence. */
    private Script choose(Transaction tx, Sitting sitting, String sentence, int attempt, String keys) {
        if (sitting.draft() == null || !sentence.equals(sitting.spoken().sentence().word())) {
            return say(sitting, 1, List.of());
        }
        return switch (keys) {
            case "1" -> keep(tx, sitting, sitting.draft());
            case "2" -> {
                sittings.goOn(tx, sitting, sitting.spoken().sentence());
                yield say(sitting, 1, List.of());
            }
            default -> attempt < TRIES ? ask(sitting, sitting.draft(), attempt + 1) : OVER;
        };
    }

    /** Kept, and not in use: a coordinator listens to it on the page first. */
    private Script keep(Transaction tx, Sitting sitting, Sitting.Draft draft) {
        prompts.add(tx, sitting.spoken(), speech.words(sitting.spoken()), draft.sound(), sitting.askedBy());
        var next = toSay(tx, sitting.spoken()).stream()
                .filter(sentence -> sentence.compareTo(sitting.spoken().sentence()) > 0).findFirst();
        sittings.goOn(tx, sitting, next.orElse(sitting.spoken().sentence()));
        return next.map(sentence -> say(new Sitting(sitting.id(), new Spoken(sentence, sitting.spoken().language()),
                sitting.askedBy(), null, false), 1, List.of())).orElseGet(() -> end(Sentence.ALL_RECORDED));
    }

    /** The sentences of a sitting that begins with this one: it, and those after it of which nothing was ever recorded. */
    public List<Sentence> toSay(Transaction tx, Spoken first) {
        var recorded = prompts.all(tx).stream().map(Prompt::spoken).collect(Collectors.toSet());
        return Arrays.stream(Sentence.values()).filter(sentence -> sentence.compareTo(first.sentence()) >= 0)
                .filter(sentence -> {
                    var spoken = new Spoken(sentence, first.language());
                    return spoken.equals(first) || !recorded.contains(spoken) && speech.ofPack(spoken).isEmpty();
                }).toList();
    }

    /** Nothing was heard, or it could not be fetched. */
    private Script again(Transaction tx, Sitting sitting, int attempt) {
        sittings.goOn(tx, sitting, sitting.spoken().sentence());
        return attempt < TRIES ? say(sitting, attempt + 1, told(sitting, Sentence.NOT_HEARD)) : end(Sentence.NOTED);
    }

    /** Whoever says nothing at all is asked again: what stands behind the recording is only reached by silence. */
    private Script say(Sitting sitting, int attempt, List<Told> first) {
        var verbs = new ArrayList<Verb>(first);
        verbs.addAll(told(sitting, Sentence.AFTER_THE_TONE));
        verbs.addAll(told(sitting, sitting.spoken().sentence()));
        verbs.add(new Verb.Record(LONGEST, SILENCE, path(sitting, "said")));
        verbs.add(new Verb.Redirect(path(sitting, "silence/" + attempt)));
        return new Script(verbs);
    }

    /** A key goes on at once; else it is looked again after a moment. */
    private Script look(Sitting sitting, int looks) {
        return Script.of(new Verb.Gather(1, LOOKING, path(sitting, "wait/" + looks), told(sitting, Sentence.ONE_MOMENT)),
                new Verb.Hangup());
    }

    private Script ask(Sitting sitting, Sitting.Draft draft, int attempt) {
        var told = new ArrayList<Told>();
        told.add(new Verb.Play(draft.name()));
        told.addAll(told(sitting, Sentence.KEEP_OR_AGAIN));
        return Script.of(new Verb.Gather(1, PATIENCE,
                path(sitting, "choose/" + attempt + "/" + sitting.spoken().sentence().word()), told), new Verb.Hangup());
    }

    private Script askForCode(int attempt, Sentence sentence) {
        return Script.of(new Verb.Gather(DIGITS, PATIENCE, PATH + "/code/" + attempt, speech.sayInEachLanguage(sentence)),
                new Verb.Hangup());
    }

    private Script end(Sentence sentence) {
        var verbs = new ArrayList<Verb>(speech.sayInEachLanguage(sentence));
        verbs.add(new Verb.Hangup());
        return new Script(verbs);
    }

    private List<Told> told(Sitting sitting, Sentence sentence) {
        return speech.say(sitting.spoken().language(), sentence);
    }

    private static String path(Sitting sitting, String step) {
        return PATH + "/" + sitting.id() + "/" + step;
    }

    private static int count(String written) {
        return written.matches("[0-9]{1,2}") ? Integer.parseInt(written) : TRIES;
    }

    private static Optional<UUID> read(String written) {
        try {
            return Optional.of(UUID.fromString(written));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }
}
