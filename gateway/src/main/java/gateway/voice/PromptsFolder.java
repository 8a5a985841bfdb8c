package gateway.voice;

import gateway.codebook.PackFault;
import gateway.phone.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The recordings a pack brings: {@code prompts/<language>/<sentence>.wav}, or {@code .mp3}. A pack need not have any. */
public final class PromptsFolder {

    private PromptsFolder() {}

    /** Reads them all, or names the first file that is none of ours. */
    public static Map<Spoken, Sound> load(Path pack) {
        var folder = pack.resolve("prompts");
        var sounds = new HashMap<Spoken, Sound>();
        if (!Files.isDirectory(folder)) {
            return Map.of();
        }
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).filter(file -> !file.endsWith("README.txt")).sorted().toList()) {
                var spoken = spoken(folder, file).orElseThrow(() -> new PackFault(file,
                        "is no recording of ours: allowed are prompts/<language>/<sentence>.wav and .mp3"));
                var sound = Files.size(file) > Sound.MOST_BYTES ? Optional.<Sound>empty() : Sound.of(Files.readAllBytes(file));
                if (sounds.put(spoken, sound.orElseThrow(() -> new PackFault(file,
                        "is no WAV or MP3 of at most a megabyte"))) != null) {
                    throw new PackFault(file, "is a second recording of the same sentence");
                }
            }
        } catch (IOException unreadable) {
            throw new PackFault(folder, "cannot be read");
        }
        return Map.copyOf(sounds);
    }

    private static Optional<Spoken> spoken(Path folder, Path file) {
        var parts = folder.relativize(file);
        var name = file.getFileName().toString();
        if (parts.getNameCount() != 2 || !(name.endsWith(".wav") || name.endsWith(".mp3"))) {
            return Optional.empty();
        }
        var word = name.substring(0, name.length() - 4);
        return Language.read(parts.getName(0).toString()).flatMap(language -> Arrays.stream(Sentence.values())
                .filter(sentence -> sentence.word().equals(word)).findFirst().map(sentence -> new Spoken(sentence, language)));
    }
}
