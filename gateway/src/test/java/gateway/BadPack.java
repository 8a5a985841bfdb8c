package gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A copy of the pack in which one thing is spoiled, to show that a rule bites. */
public final class BadPack {

    private static final Path GOOD = Path.of("config/packs/phnom-penh");

    private BadPack() {}

    /** The pack with one passage of one file written otherwise, and without its lexicons, which would be at fault as well. */
    public static Path with(Path folder, String file, String passage, String instead) {
        try {
            var pack = Files.createDirectories(folder.resolve("spoiled"));
            try (var files = Files.list(GOOD)) {
                for (var good : files.filter(Files::isRegularFile).filter(one -> !one.getFileName().toString().startsWith("lexicon."))
                        .toList()) {
                    Files.writeString(pack.resolve(good.getFileName()), Files.readString(good));
                }
            }
            var words = Files.readString(pack.resolve(file));
            if (!words.contains(passage)) {
                throw new IllegalArgumentException(file + " does not say " + passage);
            }
            Files.writeString(pack.resolve(file), words.replace(passage, instead));
            return pack;
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
