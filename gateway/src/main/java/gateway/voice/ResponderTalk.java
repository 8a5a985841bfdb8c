package gateway.voice;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.entry.Way;
import gateway.holding.DispatchCalls;
import gateway.holding.KeyResult;
import gateway.inbox.CallInbox;
import gateway.incoming.CallProof;
import gateway.member.Member;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.replying.RingingIn.Shown;
import gateway.replying.StationDesk;
import gateway.voice.Verb.Told;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A member's number rings a hotline. A caller id can be forged, so nothing is told before her PIN or a live reply code was
 * keyed; until then a call hears the same whether anything is open to her or not, and whether she keeps a PIN or not. Star,
 * which is no code of anybody's, asks for that number; without one we ring her own phone back. Her PIN opens all that is
 * open to her, the gravest first, a code the one dispatch it is of, with the keys of a dispatch call; before that her PIN
 * lets her set or end her time inside ({@link StationTalk}), if she has anything. A digit pressed before star is what it is in
 * a text, a report: she may be the one who needs help. 0 leads there later, too.
 *
 * <pre>
 *  (neutral) ─► 1 ─► 2 ─► over    * at 1 or 2 ─► number/1 ─► number/2 ─► rung back, over
 *        digit at 1 or 2 ─► a report      PIN or code │ at either
 *                                                     ▼
 *                        HolderTalk ◄─ 4 of hers ─ choose ─► once-more ─► the next, or over      0 ─► the menu
 * </pre>
 */
public final class ResponderTalk implements CallFlow {

    /** The first part of its paths; the second is a question, or a dispatch. */
    public static final String PATH = "own";

    private static final String NUMBER = "number";
    private static final String CHOOSE = "choose";
    private static final String ONCE_MORE = "once-more";
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    /** Of a PIN; a code is shorter. */
    private static final int MOST_KEYS = 8;
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final Database database;
    private final CallInbox inbox;
    private final ProvingOwnCalls proving;
    private final DispatchCalls calls;
    private final Menu menu;
    private final HolderTalk holders;
    private final StationTalk station;
    private final Speech speech;
    private final Questions questions;

    public ResponderTalk(Database database, CallInbox inbox, ProvingOwnCalls proving, DispatchCalls calls, Menu menu,
            HolderTalk holders, StationDesk stationDesk, Speech speech) {
        this.database = database;
        this.inbox = inbox;
        this.proving = proving;
        this.calls = calls;
        this.menu = menu;
        this.holders = holders;
        this.station = new StationTalk(database, proving, stationDesk, speech);
        this.speech = speech;
        this.questions = new Questions(speech);
    }

    /** What a call from a member's number hears first. */
    Optional<Script> open(Heard heard) {
        return database.inTransaction(tx -> proving.memberOf(tx, heard)).map(member -> isItYou(member.language(), "1"));
    }

    @Override
    public Script proceed(List<String> rest, Heard heard) {
        if (isReport(rest, heard.keys())) {
            return menu.proceed(List.of("1"), heard);
        }
        if (rest.size() == 2 && heard.keys().equals("0") && !rest.getFirst().equals(NUMBER) && !rest.getFirst().equals(StationTalk.TIME)) {
            return menu.open(inbox.hotlineOf(heard.envelope()).orElse(null));
        }
        var script = rest.size() != 2 ? star(rest.isEmpty() ? "" : rest.getFirst(), heard) : switch (rest.getFirst()) {
            case NUMBER -> number(rest.getLast(), heard);
            case StationTalk.TIME -> time(rest.getLast(), heard);
            default -> choose(rest, heard);
        };
        proving.goesOn(heard, script.verbs().stream().noneMatch(Verb.Gather.class::isInstance));
        return script;
    }

    /** Before star nobody has said that she wants anything but to be heard. */
    private static boolean isReport(List<String> rest, String keys) {
        return rest.size() == 1 && keys.length() == 1 && Character.isDigit(keys.charAt(0));
    }

    private Script star(String step, Heard heard) {
        var language = database.inTransaction(tx -> proving.memberOf(tx, heard)).map(Member::language);
        return language.map(known -> switch (step) {
            case "1" -> heard.keys().equals("*") ? askNumber(known, "1") : isItYou(known, "2");
            case "2" -> heard.keys().equals("*") ? askNumber(known, "1") : OVER;
            default -> OVER;
        }).orElse(OVER);
    }

    private Script number(String step, Heard heard) {
        var shown = proving.show(heard);
        return switch (shown) {
            case Shown.Pin _, Shown.Duress _ -> onProvedCall(heard, talk -> station.ask(talk.tx, talk.member)
                    .orElseGet(() -> talk.tellNext(null, List.of()))).orElse(OVER);
            case Shown.Code _ -> onProvedCall(heard, talk -> talk.tellNext(null, List.of())).orElse(OVER);
            case Shown.Nothing _ -> heard.keys().isEmpty() || !step.equals("1") ? ringBack(heard)
                    : database.inTransaction(tx -> proving.memberOf(tx, heard)).map(member -> askNumber(member.language(), "2")).orElse(OVER);
        };
    }

    /** Then what is open to her is told. */
    private Script time(String step, Heard heard) {
        var next = station.proceed(step, heard);
        return next.question().or(() -> onProvedCall(heard, talk -> talk.tellNext(null, next.said()))).orElse(OVER);
    }

    /** The same is heard whether she is rung or not. */
    private Script ringBack(Heard heard) {
        return proving.ringBack(heard).map(member -> Questions.end(speech.say(member.language(), Sentence.NOTED))).orElse(OVER);
    }

    private Script choose(List<String> rest, Heard heard) {
        return DispatchId.read(rest.getFirst()).flatMap(dispatch -> onProvedCall(heard,
                talk -> talk.choose(dispatch, rest.getLast(), heard.keys()))).orElse(OVER);
    }

    private Script isItYou(Language language, String step) {
        return ask(step, 1, speech.say(language, Sentence.STAR_OR_NUMBER));
    }

    private Script askNumber(Language language, String step) {
        return ask(NUMBER + "/" + step, MOST_KEYS, speech.say(language, Sentence.YOUR_NUMBER));
    }

    private static Script ask(String step, int keys, List<Told> prompts) {
        return Script.of(new Verb.Gather(keys, PATIENCE, PATH + "/" + step, prompts), new Verb.Hangup());
    }

    private <T> Optional<T> onProvedCall(Heard heard, Function<Talk, T> act) {
        return database.inTransaction(tx -> proving.proofOf(tx, heard).flatMap(proof -> proving.memberOf(tx, heard)
                .flatMap(member -> PhoneNumber.read(heard.from()).map(phone -> act.apply(new Talk(tx, proof, member, phone))))));
    }

    /** One step of one call in which she has shown who she is. */
    private final class Talk {

        private final Transaction tx;
        private final CallProof proof;
        private final Member member;
        private final Language language;
        private final PhoneNumber phone;

        Talk(Transaction tx, CallProof proof, Member member, PhoneNumber phone) {
            this.tx = tx;
            this.proof = proof;
            this.member = member;
            this.language = member.language();
            this.phone = phone;
        }

        /** The gravest of what is open to her, behind another where one is named; of a code, what it is of. */
        private Optional<DispatchId> next(@Nullable DispatchId after) {
            return proof.isOfPin() ? calls.nextOf(tx, member.id(), after, phone)
                    : Optional.ofNullable(proof.only()).filter(_ -> after == null);
        }

        Script choose(DispatchId dispatch, String step, String keys) {
            if (!proof.covers(dispatch) || !calls.isOf(tx, dispatch, member.id())) {
                return OVER;
            }
            if (calls.hear(tx, dispatch, phone) instanceof KeyResult.Yours && !keys.equals("3")) {
                return keys.equals("4") ? holders.askWhom(dispatch) : tellNext(dispatch, List.of());
            }
            return switch (keys) {
                case "1" -> spokenBack(dispatch, calls.take(tx, dispatch, phone, proof.isOfPin() ? Way.PIN : Way.CALL));
                case "2" -> spokenBack(dispatch, calls.pass(tx, dispatch, phone));
                case "3" -> tell(dispatch, step, List.of());
                default -> step.equals(CHOOSE) ? tell(dispatch, ONCE_MORE, List.of()) : tellNext(dispatch, List.of());
            };
        }

        Script tellNext(@Nullable DispatchId after, List<Told> first) {
            return next(after).map(dispatch -> {
                var told = new ArrayList<>(first);
                if (after != null) {
                    told.addAll(speech.say(language, Sentence.ONE_MORE));
                }
                return tell(dispatch, CHOOSE, told);
            }).orElseGet(() -> questions.part(language,
                    first.isEmpty() && after == null ? speech.say(language, Sentence.NO_LONGER_NEEDED) : first));
        }

        /** How it stands now: she may have been overtaken while she listened. */
        private Script tell(DispatchId dispatch, String step, List<Told> first) {
            var told = new ArrayList<>(first);
            return switch (calls.hear(tx, dispatch, phone)) {
                case KeyResult.Asked _ -> {
                    told.add(words(dispatch));
                    told.addAll(speech.say(language, Sentence.CHOICES));
                    told.addAll(speech.say(language, Sentence.ZERO_FOR_AN_ORDER));
                    yield ask(dispatch.value() + "/" + step, 1, told);
                }
                case KeyResult.Yours(var time) -> {
                    told.add(words(dispatch));
                    told.addAll(speech.read("call.yours", Map.of("time", time)));
                    told.addAll(speech.say(language, Sentence.AGAIN_OR_ON));
                    told.addAll(speech.say(language, Sentence.ZERO_FOR_AN_ORDER));
                    yield ask(dispatch.value() + "/" + step, 1, told);
                }
                case KeyResult.Already _, KeyResult.Over _, KeyResult.Passed _, KeyResult.ProofNeeded _ -> tellNext(dispatch, told);
                case KeyResult.Doubtful _ -> questions.part(language, speech.say(language, Sentence.NO_LONGER_NEEDED));
            };
        }

        /** What came of her key is said before anything else is, and before the call is over. */
        private Script spokenBack(DispatchId dispatch, KeyResult result) {
            return switch (result) {
                case KeyResult.Yours(var time) -> tellNext(dispatch, speech.read("call.taken", Map.of("time", time)));
                case KeyResult.Already(var alias, var time) -> tellNext(dispatch,
                        speech.read("call.already", Map.of("alias", alias, "time", time)));
                case KeyResult.Passed _ -> tellNext(dispatch, speech.say(language, Sentence.PASSED_ON));
                case KeyResult.ProofNeeded _ -> Questions.end(speech.say(language, Sentence.NOT_NOW));
                case KeyResult.Over _ -> tellNext(dispatch, speech.say(language, Sentence.NO_LONGER_NEEDED));
                case KeyResult.Asked _ -> tell(dispatch, CHOOSE, List.of());
                case KeyResult.Doubtful _ -> OVER;
            };
        }

        private Told words(DispatchId dispatch) {
            return new Verb.Say(Language.EN, calls.words(tx, dispatch));
        }
    }
}
