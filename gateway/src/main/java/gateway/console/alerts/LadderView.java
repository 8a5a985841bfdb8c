package gateway.console.alerts;

import gateway.alert.Ladder;
import gateway.alert.Lapse;
import gateway.console.frame.Aliases;
import gateway.console.frame.Words;
import gateway.member.MemberId;
import java.util.Optional;

/**
 * One ladder as a page tells it.
 *
 * @param name       what its discipline is called
 * @param standing   who has it, or that nobody has
 * @param next       what happens next by itself, and when
 * @param held       whether a responder has it
 * @param heldByMe   whether that is the reader
 * @param mayHandBack whether the reader may hand it back: the holder, and a coordinator for her
 * @param mayTake    whether the reader may say "I have it"
 * @param mayHurry   whether the reader may ask the next step now
 * @param mayRelieve whether the reader was asked to take it from its holder, whose shift is over
 */
public record LadderView(String discipline, String name, String standing, String next, boolean held, boolean heldByMe,
        boolean mayHandBack, boolean mayTake, boolean mayHurry, boolean mayRelieve) {

    /** Whether nobody has it: what a page shows most clearly. */
    public boolean climbing() {
        return !held && !next.isEmpty();
    }

    /** The same, for a reader who was asked to take it from a holder whose shift is over. */
    LadderView withRelief(boolean asked) {
        return new LadderView(discipline, name, standing, next, held, heldByMe, mayHandBack, mayTake, mayHurry, asked);
    }

    /** @param concernsReader whether the reader was asked by this ladder, or coordinates */
    static LadderView of(Ladder ladder, Words words, Aliases aliases, MemberId reader, boolean concernsReader,
            boolean coordinates) {
        return of(ladder, Optional.empty(), words, aliases, reader, concernsReader, coordinates);
    }

    /** @param lapse who had it and missed her check-in, if nobody has had it since */
    static LadderView of(Ladder ladder, Optional<Lapse> lapse, Words words, Aliases aliases, MemberId reader,
            boolean concernsReader, boolean coordinates) {
        var name = words.say("discipline." + ladder.discipline().word());
        return switch (ladder) {
            case Ladder.Climbing(_, _, var dueAt, var nobodySince) -> new LadderView(ladder.discipline().word(), name,
                    words.say("ladder.nobody." + ladder.discipline().word(), "time", words.time(nobodySince))
                            + lapse.map(had -> " " + words.say("ladder.lapsed", "who", aliases.of(had.holder()),
                                    "since", words.time(had.since()), "until", words.time(had.heardAt()))).orElse(""),
                    dueAt.isAfter(words.now())
                            ? words.say("ladder.next-step", "time", words.time(dueAt))
                            : words.say("ladder.next-step-now"),
                    false, false, false, concernsReader, concernsReader, false);
            case Ladder.Acknowledged(_, var holder, var since, _, var checkInBy, _) -> new LadderView(
                    ladder.discipline().word(), name,
                    words.say("ladder.held", "who", aliases.of(holder), "since", words.time(since)),
                    words.say("ladder.check-in", "time", words.time(checkInBy)),
                    true, holder.equals(reader), coordinates || holder.equals(reader), false, false, false);
            case Ladder.Ended _ -> new LadderView(ladder.discipline().word(), name, words.say("ladder.ended"), "",
                    false, false, false, false, false, false);
        };
    }
}
