package gateway.messaging;

import gateway.codebook.PackFault;
import gateway.codebook.PackFile;
import gateway.phone.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Reads a pack's phrases: {@code phrases.<language>.yaml} holds the texts to phones and the pack's own names for things,
 * {@code console.<language>.yaml} what stands on the pages, {@code phones.<language>.yaml} what stands on the page of the
 * virtual phones. What one language says, every language says.
 */
public final class PhrasesFile {

    private PhrasesFile() {}

    public static Phrases load(Path pack) {
        var sentences = new EnumMap<Language, Map<String, List<String>>>(Language.class);
        for (var language : Language.values()) {
            sentences.put(language, inLanguage(pack, language));
        }
        sentences.forEach((one, said) -> sentences.forEach((other, alsoSaid) -> compare(pack, one, said, other, alsoSaid)));
        return new Phrases(sentences);
    }

    private static Map<String, List<String>> inLanguage(Path pack, Language language) {
        var all = new LinkedHashMap<String, List<String>>();
        for (var file : filesIn(pack, language)) {
            PackFile.read(file).leaves().forEach((key, texts) -> {
                if (all.put(key, texts) != null) {
                    throw new PackFault(file, key, "", "is in another phrase file already");
                }
            });
        }
        return Map.copyOf(all);
    }

    /** A pack that only texts has no pages of its own. */
    private static List<Path> filesIn(Path pack, Language language) {
        var pages = Stream.of(fileOf(pack, "console", language), fileOf(pack, "phones", language)).filter(Files::exists);
        return Stream.concat(Stream.of(fileOf(pack, "phrases", language)), pages).toList();
    }

    private static void compare(Path pack, Language one, Map<String, List<String>> said, Language other,
            Map<String, List<String>> alsoSaid) {
        said.forEach((key, texts) -> {
            var others = alsoSaid.getOrDefault(key, List.of());
            if (others.isEmpty()) {
                throw new PackFault(pack, key, "", "is said in " + one.tag() + " but not in " + other.tag());
            }
            if (!placesIn(texts).equals(placesIn(others))) {
                throw new PackFault(pack, key, "", "has places for " + placesIn(texts) + " in " + one.tag() + " but for "
                        + placesIn(others) + " in " + other.tag());
            }
        });
    }

    private static Set<String> placesIn(List<String> sentences) {
        var places = new TreeSet<String>();
        sentences.forEach(sentence -> places.addAll(Phrases.places(sentence)));
        return places;
    }

    private static Path fileOf(Path pack, String what, Language language) {
        return pack.resolve(what + "." + language.tag() + ".yaml");
    }
}
