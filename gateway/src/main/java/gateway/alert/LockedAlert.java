package gateway.alert;

import gateway.database.Transaction;
import gateway.entry.TimelineEntry;
import gateway.roster.Discipline;
import gateway.sealing.Seal;
import java.util.List;
import java.util.Optional;

/** An alert whose row this transaction has locked, with its ladders and the key its words are sealed under. */
public record LockedAlert(Alert alert, List<Ladder> ladders, Seal seal) {

    public Optional<Ladder> ladder(Discipline discipline) {
        return ladders.stream().filter(ladder -> ladder.discipline() == discipline).findFirst();
    }

    public <L extends Ladder> Optional<L> ladder(Discipline discipline, Class<L> state) {
        return ladders(state).stream().filter(ladder -> ladder.discipline() == discipline).findFirst();
    }

    /** Those that are in this state. */
    public <L extends Ladder> List<L> ladders(Class<L> state) {
        return ladders.stream().filter(state::isInstance).map(state::cast).toList();
    }

    public AlertState state() {
        return AlertState.of(ladders);
    }

    /** Adds entries to the alert's timeline, at the transaction's moment: never before what they follow. */
    public void tell(Transaction tx, Actor actor, TimelineEntry... entries) {
        Timeline.add(tx, this, actor, entries);
    }

    @Override
    public String toString() {
        return "LockedAlert[" + alert.number() + "]";
    }
}
