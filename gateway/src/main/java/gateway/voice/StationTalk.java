package gateway.voice;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.incoming.CallProof;
import gateway.member.Member;
import gateway.phone.PhoneNumber;
import gateway.replying.StationDesk;
import gateway.safety.TimingSafety;
import gateway.voice.Verb.Told;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The part of a member's own call in which she sets or ends her time inside, after her PIN: {@code IN} and {@code OUT} by keys.
 * Her PIN for duress leads here too and hears the same, and nothing comes of it.
 *
 * <pre>
 *  time/ask ─ 5 ─► time/minutes ─ not a time ─► time/again     0 is OUT, 5 to 240 is IN
 *     └ any other key, or none ─► on             all ─► on
 * </pre>
 */
final class StationTalk {

    /** The step of {@link ResponderTalk} whose questions are put here. */
    static final String TIME = "time";

    private static final Duration PATIENCE = Duration.ofSeconds(8);
    private static final int MOST_KEYS = 3;

    private final Database database;
    private final ProvingOwnCalls proving;
    private final StationDesk desk;
    private final Speech speech;

    StationTalk(Database database, ProvingOwnCalls proving, StationDesk desk, Speech speech) {
        this.database = database;
        this.proving = proving;
        this.desk = desk;
        this.speech = speech;
    }

    /** The next question; none where the call goes on, after what is to be said first. */
    record Next(Optional<Script> question, List<Told> said) {}

    /** Empty where she has nothing to be inside for, and no time runs. */
    Optional<Script> ask(Transaction tx, Member member) {
        return desk.concerns(tx, member) ? Optional.of(ask("ask", 1, member, Sentence.TIME_OR_ON)) : Optional.empty();
    }

    Next proceed(String step, Heard heard) {
        return database.inTransaction(tx -> memberOf(tx, heard).map(member -> proceed(tx, member, step, heard.keys())))
                .orElse(on(List.of()));
    }

    private Next proceed(Transaction tx, Member member, String step, String keys) {
        if (step.equals("ask")) {
            return keys.equals("5") ? new Next(Optional.of(ask("minutes", MOST_KEYS, member, Sentence.HOW_LONG)), List.of()) : on(List.of());
        }
        var minutes = keys.matches("[0-9]{1,3}") ? Integer.parseInt(keys) : -1;
        var done = desk.byPin(tx, member, minutes);
        return switch (done.result()) {
            case TimingSafety.Result.Runs _ -> on(speech.read("call.inside", Map.of("time", done.time())));
            case TimingSafety.Result.Ended _ -> on(speech.say(member.language(), Sentence.TIME_ENDED));
            case TimingSafety.Result.NoSuchTime _ when step.equals("minutes") ->
                new Next(Optional.of(ask("again", MOST_KEYS, member, Sentence.HOW_LONG)), List.of());
            case TimingSafety.Result.NoSuchTime _, TimingSafety.Result.NotHolder _, TimingSafety.Result.Overdue _,
                 TimingSafety.Result.NotProven _, TimingSafety.Result.None _ -> on(speech.say(member.language(), Sentence.NO_TIME));
        };
    }

    private static Next on(List<Told> said) {
        return new Next(Optional.empty(), said);
    }

    /** Who rings from her own phone and has keyed her PIN, or the one for duress, after which the call hears the same. */
    private Optional<Member> memberOf(Transaction tx, Heard heard) {
        return proving.memberOf(tx, heard).filter(member -> member.askablePhone().equals(PhoneNumber.read(heard.from())))
                .filter(member -> proving.proofOf(tx, heard).filter(CallProof::isOfPin).isPresent());
    }

    private Script ask(String step, int keys, Member member, Sentence sentence) {
        return Script.of(new Verb.Gather(keys, PATIENCE, ResponderTalk.PATH + "/" + TIME + "/" + step,
                speech.say(member.language(), sentence)), new Verb.Hangup());
    }
}
