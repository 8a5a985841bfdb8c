package gateway.pack;

import gateway.alert.Outcome;
import gateway.codebook.Code;
import gateway.codebook.PackFault;
import gateway.codebook.PackFile;
import gateway.folding.TextFolding;
import gateway.roster.Discipline;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What must hold between the files of a pack; what must hold for each of its texts, {@link PhraseRules} says. */
final class PackRules {

    private static final List<String> COMMANDS = List.of(
            "verify", "take", "pass", "here", "back", "done", "on", "off", "cover", "in", "out", "more", "law", "med", "lang",
            "note");

    private final Path folder;
    private final Pack pack;

    PackRules(Path folder, Pack pack) {
        this.folder = folder;
        this.pack = pack;
    }

    void check() {
        checkCustodyWords();
        for (var language : pack.phrases().languages()) {
            new PhraseRules(folder, pack, language).check();
        }
        checkNothingIsNearACarriersWord();
        checkReplyWords();
        if (pack.outcomes().stream().noneMatch(outcome -> outcome.id().equals(Outcome.WRONG_NUMBER))) {
            throw new PackFault(folder.resolve("custody.yaml"), "has no outcome " + Outcome.WRONG_NUMBER);
        }
        checkAliases();
        pack.prose().distress().stream().filter(id -> pack.codebook().byId(id).isEmpty()).sorted().forEach(id -> {
            throw new PackFault(folder.resolve("prose.yaml"), "names a code that there is not: distress " + id);
        });
    }

    /** A word that names a code is no place's name, which would be taken out first, and no command of ours. */
    private void checkAliases() {
        var names = new HashSet<String>();
        pack.gazetteer().names().forEach(name -> names.add(name.replace(" ", "")));
        new TreeMap<>(pack.codebook().aliases()).forEach((alias, code) -> {
            if (names.contains(alias)) {
                throw codebookFault(alias, code, "is the name of a place as well");
            }
            if (COMMANDS.contains(alias)) {
                throw codebookFault(alias, code, "is what responders text as well");
            }
        });
    }

    /** A word a pack adds to replies is none of another desk's, and a carrier does not answer to it. */
    private void checkReplyWords() {
        var words = new HashSet<>(pack.replyWords().added().keySet());
        words.addAll(pack.replyWords().nots());
        for (var word : new TreeSet<>(words)) {
            var file = folder.resolve("replies.yaml");
            if (COMMANDS.contains(word)) {
                throw new PackFault(file, "the word \"" + word + "\" is what responders text for something else");
            }
            if (pack.codebook().carrierWords().stream().anyMatch(carrier -> isASlipFrom(word, carrier))) {
                throw new PackFault(file, "the word \"" + word + "\" is a slip away from one to which carriers answer by themselves");
            }
            if (pack.codebook().aliases().containsKey(TextFolding.fold(word))) {
                throw new PackFault(file, "the word \"" + word + "\" names a code as well");
            }
        }
    }

    /** What a code tells of is known to the pack's custody words, and what a place means is a code. */
    private void checkCustodyWords() {
        var custody = PackFile.read(folder.resolve("custody.yaml"));
        for (var kind : List.of("stages", "harms", "needs")) {
            for (var id : custody.texts(kind)) {
                if (!id.matches("[a-z][a-z_]*")) {
                    throw custody.fault(kind, id, "must be a word of small letters");
                }
            }
        }
        for (var code : pack.codebook().codes()) {
            checkKnown(custody, "stages", code, code.stage());
            checkKnown(custody, "harms", code, code.harm());
            checkKnown(custody, "needs", code, code.need());
        }
        for (var code : pack.codebook().codes()) {
            for (var word : code.wants()) {
                if (Discipline.read(word).filter(Discipline::isBeside).isEmpty()) {
                    throw new PackFault(folder.resolve("codebook.yaml"), "wants", word, "of " + code.id()
                            + " is nobody who is asked beside the peers");
                }
            }
        }
        for (var id : pack.gazetteer().codes()) {
            if (pack.codebook().byId(id).isEmpty()) {
                throw new PackFault(folder.resolve("places.yaml"), "code", id, "is not the id of a code");
            }
        }
    }

    private static void checkKnown(PackFile custody, String kind, Code code, @Nullable String id) {
        if (id != null && !custody.texts(kind).contains(id)) {
            throw custody.fault(kind, id, "is missing, and the code " + code.id() + " tells of it");
        }
    }

    private PackFault codebookFault(String alias, Code code, String why) {
        return new PackFault(folder.resolve("codebook.yaml"), "aliases", alias, "of " + code.id() + " " + why);
    }

    private void checkNothingIsNearACarriersWord() {
        Stream.concat(pack.gazetteer().names().stream(), COMMANDS.stream()).forEach(name -> {
            for (var word : pack.codebook().carrierWords()) {
                if (isASlipFrom(name, word)) {
                    throw new PackFault(folder, "the name \"" + name + "\" is a slip away from " + word
                            + ", to which carriers answer by themselves");
                }
            }
        });
    }

    /** The same, or one letter more, less, other, or two neighbours swapped. */
    static boolean isASlipFrom(String one, String other) {
        var start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        var rest = one.substring(start);
        var otherRest = other.substring(start);
        return rest.equals(otherRest)
                || !rest.isEmpty() && rest.substring(1).equals(otherRest)
                || !otherRest.isEmpty() && otherRest.substring(1).equals(rest)
                || !rest.isEmpty() && !otherRest.isEmpty() && rest.substring(1).equals(otherRest.substring(1))
                || isSwapped(rest, otherRest);
    }

    private static boolean isSwapped(String rest, String otherRest) {
        return rest.length() > 1 && otherRest.length() > 1 && rest.charAt(0) == otherRest.charAt(1)
                && rest.charAt(1) == otherRest.charAt(0) && rest.substring(2).equals(otherRest.substring(2));
    }
}
