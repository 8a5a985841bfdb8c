package gateway.alert;

import gateway.roster.Discipline;
import gateway.sealing.Seal;
import java.util.List;
import java.util.Optional;

/** An alert whose row this transaction has locked, with its ladders and the key its words are sealed under. */
public record LockedAlert(Alert alert, List<Ladder> ladders, Seal seal) {

    public Optional<Ladder> ladder(Discipline discipline) {
        return ladders.stream().filter(ladder -> ladder.discipline() == discipline).findFirst();
    }

    public AlertState state() {
        return AlertState.of(ladders);
    }

    @Override
    public String toString() {
        return "LockedAlert[" + alert.number() + "]";
    }
}
