package gateway.voice;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.DispatchCalls;
import gateway.dispatch.DispatchId;
import gateway.dispatch.KeyResult;
import gateway.intake.CallInbox;
import gateway.member.Member;
import gateway.member.Members;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
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
 * A responder who has been asked, or has an alert, rings a hotline herself. A shop speaks first; only star, which is no code
 * of anybody's, tells her what is open, the gravest first, with the keys of a dispatch call. A digit pressed before that is
 * what it is in a text, a report: she may be the one who needs help. 0 leads there later, too.
 *
 * <pre>
 *  (neutral) ─► 1 ─► 2 ─► over      * at 1 or 2 ─► choose ─► once-more ─► the next, or over
 *        digit at 1 or 2 ─► a report                 ▲ 3 │  0 ─► the menu
 *                                                    └───┘  4, of what she has ─► HolderTalk
 * </pre>
 */
public final class ResponderTalk implements CallFlow {

    /** The first part of its paths; the second is a question, or a dispatch. */
    public static final String PATH = "own";

    private static final String CHOOSE = "choose";
    private static final String ONCE_MORE = "once-more";
    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final Script OVER = Script.of(new Verb.Hangup());

    private final Database database;
    private final CallInbox inbox;
    private final DispatchCalls calls;
    private final Members members;
    private final Menu menu;
    private final HolderTalk holders;
    private final Speech speech;

    public ResponderTalk(Database database, CallInbox inbox, DispatchCalls calls, Members members, Menu menu,
            HolderTalk holders, Speech speech) {
        this.database = database;
        this.inbox = inbox;
        this.calls = calls;
        this.members = members;
        this.menu = menu;
        this.holders = holders;
        this.speech = speech;
    }

    /** What she hears first; empty when nothing is open to her. */
    Optional<Script> open(Heard heard) {
        return onCall(heard, talk -> talk.next(null).map(_ -> talk.isItYou("1"))).flatMap(script -> script);
    }

    @Override
    public Script proceed(List<String> rest, Heard heard) {
        if (isReport(rest, heard.keys())) {
            return menu.proceed(List.of("1"), heard);
        }
        if (rest.size() == 2 && heard.keys().equals("0")) {
            return menu.open(inbox.hotlineOf(heard.envelope()).orElse(null));
        }
        return onCall(heard, talk -> rest.size() == 2
                ? read(rest.getFirst()).map(dispatch -> talk.choose(dispatch, rest.getLast(), heard.keys())).orElse(OVER)
                : talk.begin(rest.isEmpty() ? "" : rest.getFirst(), heard.keys())).orElse(OVER);
    }

    /** Before star nobody has said that she wants anything but to be heard. */
    private static boolean isReport(List<String> rest, String keys) {
        return rest.size() == 1 && keys.length() == 1 && Character.isDigit(keys.charAt(0));
    }

    private <T> Optional<T> onCall(Heard heard, Function<Talk, T> act) {
        return database.inTransaction(tx -> inbox.memberOf(tx, heard.envelope()).flatMap(id -> members.find(tx, id))
                .flatMap(member -> PhoneNumber.read(heard.from()).map(phone -> act.apply(new Talk(tx, member, phone)))));
    }

    private static Optional<DispatchId> read(String written) {
        try {
            return Optional.of(new DispatchId(UUID.fromString(written)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    /** One step of one call. */
    private final class Talk {

        private final Transaction tx;
        private final Member member;
        private final Language language;
        private final PhoneNumber phone;

        Talk(Transaction tx, Member member, PhoneNumber phone) {
            this.tx = tx;
            this.member = member;
            this.language = member.language();
            this.phone = phone;
        }

        /** The gravest of what is open to her, behind another where one is named. */
        Optional<DispatchId> next(@Nullable DispatchId after) {
            return calls.nextOf(tx, member.id(), after, phone);
        }

        Script begin(String step, String keys) {
            return switch (step) {
                case "1" -> keys.equals("*") ? tellNext(null, List.of()) : isItYou("2");
                case "2" -> keys.equals("*") ? tellNext(null, List.of()) : OVER;
                default -> OVER;
            };
        }

        Script isItYou(String step) {
            return ask(step, speech.say(language, Sentence.STAR_OR_NUMBER));
        }

        Script choose(DispatchId dispatch, String step, String keys) {
            if (!calls.isOf(tx, dispatch, member.id())) {
                return OVER;
            }
            if (calls.hear(tx, dispatch, phone) instanceof KeyResult.Yours && !keys.equals("3")) {
                return keys.equals("4") ? holders.askForCode(member) : tellNext(dispatch, List.of());
            }
            return switch (keys) {
                case "1" -> spokenBack(dispatch, calls.take(tx, dispatch, phone));
                case "2" -> spokenBack(dispatch, calls.pass(tx, dispatch, phone));
                case "3" -> tell(dispatch, step, List.of());
                default -> step.equals(CHOOSE) ? tell(dispatch, ONCE_MORE, List.of()) : tellNext(dispatch, List.of());
            };
        }

        private Script tellNext(@Nullable DispatchId after, List<Told> first) {
            return next(after).map(dispatch -> {
                var told = new ArrayList<>(first);
                if (after != null) {
                    told.addAll(speech.say(language, Sentence.ONE_MORE));
                }
                return tell(dispatch, CHOOSE, told);
            }).orElseGet(() -> Questions.end(first));
        }

        /** How it stands now: she may have been overtaken while she listened. */
        private Script tell(DispatchId dispatch, String step, List<Told> first) {
            var told = new ArrayList<>(first);
            return switch (calls.hear(tx, dispatch, phone)) {
                case KeyResult.Asked _ -> {
                    told.add(words(dispatch));
                    told.addAll(speech.say(language, Sentence.CHOICES));
                    told.addAll(speech.say(language, Sentence.ZERO_FOR_AN_ORDER));
                    yield ask(dispatch.value() + "/" + step, told);
                }
                case KeyResult.Yours(var time) -> {
                    told.add(words(dispatch));
                    told.addAll(speech.read("call.yours", Map.of("time", time)));
                    told.addAll(speech.say(language, Sentence.AGAIN_OR_ON));
                    told.addAll(speech.say(language, Sentence.ZERO_FOR_AN_ORDER));
                    yield ask(dispatch.value() + "/" + step, told);
                }
                case KeyResult.Already _, KeyResult.Over _, KeyResult.Passed _, KeyResult.ProofNeeded _ -> tellNext(dispatch, told);
                case KeyResult.Doubtful _ -> OVER;
            };
        }

        /** What came of her key is said before anything else is, and before the call is over. */
        private Script spokenBack(DispatchId dispatch, KeyResult result) {
            return switch (result) {
                case KeyResult.Yours(var time) -> tellNext(dispatch, speech.read("call.taken", Map.of("time", time)));
                case KeyResult.Already(var alias, var time) -> tellNext(dispatch,
                        speech.read("call.already", Map.of("alias", alias, "time", time)));
                case KeyResult.Passed _ -> tellNext(dispatch, speech.say(language, Sentence.PASSED_ON));
                case KeyResult.ProofNeeded _ -> tellNext(dispatch, speech.say(language, Sentence.NOT_NOW));
                case KeyResult.Over _ -> tellNext(dispatch, speech.say(language, Sentence.NO_LONGER_NEEDED));
                case KeyResult.Asked _ -> tell(dispatch, CHOOSE, List.of());
                case KeyResult.Doubtful _ -> OVER;
            };
        }

        private Told words(DispatchId dispatch) {
            return new Verb.Say(Language.EN, calls.words(tx, dispatch));
        }

        private Script ask(String step, List<Told> prompts) {
            return Script.of(new Verb.Gather(1, PATIENCE, PATH + "/" + step, prompts), new Verb.Hangup());
        }
    }
}
