package gateway.codebook;

import gateway.codebook.Meaning.Role;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A pack's {@code lexicon.<language>.yaml}: words and short phrases in all their forms. A pack may have several or none. */
final class LexiconFile {

    /** Before a word that is read with slips of the hand; all others are read as they are written. */
    private static final String WITH_SLIPS = "~";
    /** What a fault names in place of a file. */
    private static final Path ADDED = Path.of("the new word");
    private static final Map<String, Role> NAMING = Map.of("soft", Role.SOFT, "beside", Role.BESIDE, "compound", Role.COMPOUND,
            "otherwise", Role.OTHERWISE);
    private static final Map<String, Role> TASKS = Map.ofEntries(Map.entry("nothing", Role.NO_SLIP), Map.entry("plain", Role.PLAIN), Map.entry("venues", Role.PLAIN), Map.entry("negations", Role.NEGATES), Map.entry("wary", Role.WARNS),
            Map.entry("forbids", Role.FORBIDS), Map.entry("hushes", Role.HUSHES), Map.entry("contacts", Role.CONTACTS), Map.entry("tells", Role.TELLS),
            Map.entry("chatter", Role.CHATTERS), Map.entry("fillers", Role.FILLS), Map.entry("people", Role.COUNTS_AFTER),
            Map.entry("others", Role.COUNTS_OTHERS), Map.entry("between", Role.STANDS_BETWEEN), Map.entry("links", Role.LINKS),
            Map.entry("units", Role.MEASURES_AFTER), Map.entry("units-before", Role.MEASURES_BEFORE));
    private static final Set<String> KEYS = Set.of("sets", "words", "soft", "beside", "compound", "otherwise", "nothing", "plain", "venues", "links", "negations", "wary", "forbids", "hushes", "contacts", "tells", "chatter",
            "fillers", "people", "others", "between", "units", "units-before", "silence-words");

    private final PackFile file;
    private final Map<String, List<String>> sets = new HashMap<>();

    private LexiconFile(PackFile file) {
        this.file = file.withOnly(KEYS);
        if (file.has("sets")) {
            file.part("sets").leaves().forEach((name, words) -> sets.put(name, words));
        }
    }

    static List<LexiconFile> of(Path pack) {
        try (var files = Files.list(pack)) {
            return files.filter(file -> file.getFileName().toString().matches("lexicon\\..+\\.yaml")).sorted()
                    .map(PackFile::read).map(LexiconFile::new).toList();
        } catch (IOException absent) {
            throw new PackFault(pack, "cannot be read");
        }
    }

    /** A lexicon of one line, about to be added. */
    static LexiconFile ofLine(String line, String code) {
        return new LexiconFile(PackFile.ofLine(ADDED, "words", code, line));
    }

    /** A word that names a code. */
    record Named(String word, String code, boolean withSlips, Set<Role> roles) {}

    /** A word that names none. */
    record Task(String key, String word, Role role) {

        @Override
        public String toString() {
            return "Task[" + role + "]";
        }
    }

    PackFile file() {
        return file;
    }

    List<Named> named() {
        var all = new ArrayList<Named>();
        for (var key : List.of("words", "soft", "beside", "compound", "otherwise")) {
            if (file.has(key)) {
                var part = file.part(key);
                var roles = NAMING.containsKey(key) ? Set.of(NAMING.get(key)) : Set.<Role>of();
                part.leaves().forEach((code, lines) -> lines.forEach(line -> words(part, code, plain(line)).forEach(word ->
                        all.add(new Named(word, code, line.startsWith(WITH_SLIPS), roles)))));
            }
        }
        return all;
    }

    List<Task> tasks() {
        var all = new LinkedHashMap<String, Task>();
        TASKS.forEach((key, role) -> file.texts(key).forEach(line -> words(file, key, line).forEach(word ->
                all.putIfAbsent(key + " " + word, new Task(key, word, role)))));
        return List.copyOf(all.values());
    }

    /** Words that ask for silence and that carriers answer by themselves, so that they can be nobody's alias. */
    List<String> silenceWords() {
        return file.texts("silence-words");
    }

    private static String plain(String line) {
        return line.startsWith(WITH_SLIPS) ? line.substring(WITH_SLIPS.length()) : line;
    }

    private List<String> words(PackFile part, String key, String line) {
        try {
            return Wording.of(line, sets);
        } catch (IllegalArgumentException fault) {
            throw part.fault(key, line, String.valueOf(fault.getMessage()));
        }
    }
}
