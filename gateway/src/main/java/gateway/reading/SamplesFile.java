package gateway.reading;

import gateway.codebook.PackFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a pack's {@code samples.tsv}; a pack may have none. A wrong line stops no start: {@code check} tells of it. */
public final class SamplesFile {

    private SamplesFile() {}

    public static List<Sample> load(Path pack) {
        var file = pack.resolve("samples.tsv");
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var lines = Files.readAllLines(file);
            var samples = new ArrayList<Sample>();
            for (var at = 0; at < lines.size(); at++) {
                var line = lines.get(at);
                if (!line.isBlank() && !line.startsWith("# ")) {
                    var tab = line.lastIndexOf('\t');
                    samples.add(new Sample(at + 1, tab < 0 ? line : line.substring(0, tab), tab < 0 ? "" : line.substring(tab + 1)));
                }
            }
            return List.copyOf(samples);
        } catch (IOException unreadable) {
            throw new PackFault(file, "cannot be read");
        }
    }
}
