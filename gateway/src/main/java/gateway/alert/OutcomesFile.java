package gateway.alert;

import gateway.codebook.PackFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads the outcomes of a pack's {@code custody.yaml}, in the order in which pages list them. */
public final class OutcomesFile {

    // Where somebody is now, or what was done to them, ends nothing.
    private static final Set<String> MOVES =
            Set.of("transferred", "charged", "imprisoned", "hospitalised", "hospitalized", "lost_contact", "deported");

    private OutcomesFile() {}

    public static List<Outcome> load(Path pack) {
        var file = PackFile.read(pack.resolve("custody.yaml")).withOnly(Set.of("outcomes", "stages", "harms", "needs", "wants"));
        var outcomes = new ArrayList<Outcome>();
        var ids = new HashSet<String>();
        var digits = new HashSet<Integer>();
        for (var entry : file.parts("outcomes")) {
            var outcome = outcomeOf(entry);
            if (!ids.add(outcome.id())) {
                throw entry.fault("id", outcome.id(), "is another outcome's already");
            }
            if (outcome.digit() != null && !digits.add(outcome.digit())) {
                throw entry.fault("digit", entry.text("digit"), "is another outcome's already");
            }
            outcomes.add(outcome);
        }
        return List.copyOf(outcomes);
    }

    private static Outcome outcomeOf(PackFile entry) {
        entry.withOnly(Set.of("id", "digit", "vouches"));
        var vouches = !entry.has("vouches") || entry.flag("vouches");
        var id = entry.text("id");
        if (!id.matches("[a-z][a-z_]*")) {
            throw entry.fault("id", id, "must be a word of small letters");
        }
        if (MOVES.contains(id)) {
            throw entry.fault("id", id, "is a move, not an ending");
        }
        if (!entry.has("digit")) {
            return new Outcome(id, null, vouches);
        }
        if (!entry.text("digit").matches("[1-9]")) {
            throw entry.fault("digit", entry.text("digit"), "must be a digit from 1 to 9");
        }
        return new Outcome(id, Integer.valueOf(entry.text("digit")), vouches);
    }
}
