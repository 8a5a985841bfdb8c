package gateway.alert;

import gateway.codebook.PackFile;
import gateway.roster.Discipline;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads whom a pack's {@code custody.yaml} wants asked beside the peers, by the stage, harm or need that a human confirms. */
public final class WantedFile {

    private WantedFile() {}

    public static Map<String, Set<Discipline>> load(Path pack) {
        var file = PackFile.read(pack.resolve("custody.yaml"));
        var wanted = new HashMap<String, Set<Discipline>>();
        if (file.has("wants")) {
            var words = Discipline.beside().stream().map(Discipline::word).collect(Collectors.toSet());
            var known = new HashSet<String>();
            List.of("stages", "harms", "needs").forEach(kind -> known.addAll(file.texts(kind)));
            var part = file.part("wants").withOnly(words);
            Discipline.beside().forEach(discipline -> part.texts(discipline.word()).forEach(id -> {
                if (!known.contains(id)) {
                    throw part.fault(discipline.word(), id, "is no stage, harm or need of this file");
                }
                wanted.computeIfAbsent(id, _ -> EnumSet.noneOf(Discipline.class)).add(discipline);
            }));
        }
        return Map.copyOf(wanted);
    }
}
