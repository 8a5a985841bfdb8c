package gateway.reading;

import gateway.codebook.PackFile;
import java.nio.file.Path;
import java.util.Set;

/** Reads a pack's {@code prose.yaml}: what members' phones write that is no reply. */
public final class ProseFile {

    private ProseFile() {}

    public static Prose load(Path pack) {
        var file = PackFile.read(pack.resolve("prose.yaml"))
                .withOnly(Set.of("automatic", "reactions", "distress", "help", "self", "held", "others", "mild"));
        return new Prose(file.texts("automatic"), file.texts("reactions"), file.texts("distress"), file.texts("help"), file.texts("self"),
                file.texts("held"), file.texts("others"), file.texts("mild"));
    }
}
