package gateway.codebook;

import gateway.codebook.Meaning.Role;
import gateway.folding.TextFolding;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the words of a pack's {@code codebook.yaml}, and refuses a book in which one of them could be read in two ways. */
final class BookWordsFile {

    private static final Set<Role> ORDINARY = Set.of(Role.PLAIN, Role.NEGATES, Role.WARNS, Role.FORBIDS, Role.HUSHES, Role.CONTACTS,
            Role.TELLS);

    private final PackFile file;
    private final Map<PackFile, Code> codes;
    private final Code unclear;
    private final Map<String, Meaning> meanings = new LinkedHashMap<>();
    private final Map<Alias, PackFile> aliases = new LinkedHashMap<>();
    private final Set<String> exact = new HashSet<>();
    private final Map<String, Code> byId = new HashMap<>();
    private final List<LexiconFile> lexicons;

    BookWordsFile(PackFile file, List<LexiconFile> lexicons, Map<PackFile, Code> codes, Code unclear) {
        this.file = file;
        this.lexicons = lexicons;
        this.codes = codes;
        codes.values().forEach(code -> byId.put(code.id(), code));
        this.unclear = unclear;
    }

    BookWords read() {
        var carrierWords = file.part("carrier-words").withOnly(Set.of("out", "in", "info"));
        var carriers = Stream.of("out", "in", "info").flatMap(kind -> folded(carrierWords.texts(kind)).stream())
                .collect(Collectors.toUnmodifiableSet());
        codes.forEach(this::readAliases);
        lexicons.forEach(this::readNamed);
        var nearness = new Nearness(aliases, carriers, unclear);
        nearness.check();
        nearness.held(alias -> !isMeantOtherwise(alias)).forEach((word, held) -> meanings.computeIfPresent(word, (_, meaning) -> meaning.holding(held)));
        readTasks();
        lexicons.forEach(this::readTasks);
        lexicons.forEach(lexicon -> readSilence(lexicon, carriers));
        var lexicon = new Lexicon<>(meanings, true);
        nearness.checkSlipsInside(lexicon);
        return new BookWords(Collections.unmodifiableMap(meanings), lexicon, Set.copyOf(exact), folded(carrierWords.texts("out")),
                folded(carrierWords.texts("in")), carriers);
    }

    private void readAliases(PackFile entry, Code code) {
        entry.texts("aliases").forEach(written -> name(entry, "aliases", written, code, Set.of(), true));
    }

    private void readNamed(LexiconFile lexicon) {
        for (var named : lexicon.named()) {
            var code = byId.get(named.code());
            if (code == null) {
                throw lexicon.file().fault(named.code(), "", "is not the id of a code");
            }
            name(lexicon.file(), named.code(), named.word(), code, named.roles(), named.withSlips());
        }
    }

    private void name(PackFile entry, String key, String written, Code code, Set<Role> roles, boolean withSlips) {
        var folded = TextFolding.fold(written);
        if (code.guarded() || code.equals(unclear)) {
            throw entry.fault(key, written, "names " + code.id() + ", which no word may name");
        }
        if (folded.isEmpty() || folded.chars().anyMatch(TextFolding::isPlainDigit)) {
            throw entry.fault(key, written, "must be a word without digits");
        }
        var before = meanings.get(folded);
        if (before != null && before.code() != null && !before.code().id().equals(code.id())) {
            throw entry.fault(key, written, "means " + before.code().id() + " already");
        }
        var named = Meaning.ofCode(code, roles);
        meanings.put(folded, before == null ? named : before.and(named));
        // Whoever marks a form of a word means that form, also where a line above names it among others.
        var wasExact = withSlips && exact.remove(folded);
        if (wasExact) {
            aliases.remove(new Alias(folded, code, true));
        } else if (before == null && !withSlips) {
            exact.add(folded);
        }
        if (before == null || wasExact) {
            aliases.put(new Alias(folded, code, !withSlips), entry);
        }
    }

    /** "they took my bag" names no arrest, although "they took" does. */
    private boolean isMeantOtherwise(Alias alias) {
        var meaning = meanings.get(alias.folded());
        return meaning != null && meaning.is(Role.OTHERWISE);
    }

    /** Whoever names a code is known already, and need not be left out of the ordinary words. */
    private void readTasks(LexiconFile lexicon) {
        for (var task : lexicon.tasks()) {
            var before = meanings.get(TextFolding.fold(task.word()));
            if (!ORDINARY.contains(task.role()) || before == null || before.code() == null) {
                add(lexicon.file(), task.key(), task.word(), Meaning.ofRole(task.role()), task.role() == Role.COUNTS_OTHERS);
            }
        }
    }

    /** "stop": no slip of it is read, and it is asked of nobody, so it may be near what carriers answer to. */
    private void readSilence(LexiconFile lexicon, Set<String> carriers) {
        var silent = codes.values().stream().filter(Code::silences).findFirst();
        for (var word : lexicon.silenceWords()) {
            if (!carriers.contains(TextFolding.fold(word))) {
                throw lexicon.file().fault("silence-words", word, "is no word to which carriers answer");
            }
            silent.ifPresent(code -> meanings.merge(TextFolding.fold(word), Meaning.ofCode(code, Set.of()), Meaning::and));
        }
    }

    private void readTasks() {
        if (file.has("head-count")) {
            var counts = file.part("head-count").withOnly(Set.of("after", "before", "too", "others"));
            task(counts, "after", Role.COUNTS_AFTER, false);
            task(counts, "before", Role.COUNTS_BEFORE, false);
            task(counts, "too", Role.COUNTS_TOO, true);
            task(counts, "others", Role.COUNTS_OTHERS, true);
        }
        if (file.has("measures")) {
            var measures = file.part("measures").withOnly(Set.of("after", "before"));
            task(measures, "after", Role.MEASURES_AFTER, false);
            task(measures, "before", Role.MEASURES_BEFORE, false);
        }
        task(file, "fillers", Role.FILLS, false);
        task(file, "not-slips", Role.NO_SLIP, false);
        if (file.has("numbers")) {
            file.part("numbers").leaves().forEach((word, number) ->
                    add(file, "numbers", word, Meaning.ofNumber(readNumber(word, number.getFirst())), false));
        }
    }

    private int readNumber(String word, String number) {
        if (!number.matches("[1-9]\\d{0,3}")) {
            throw file.fault("numbers." + word, number, "must be a number from 1 to 9999");
        }
        return Integer.parseInt(number);
    }

    /** @param mayNameCode whether these words may be aliases as well */
    private void task(PackFile part, String key, Role role, boolean mayNameCode) {
        part.texts(key).forEach(word -> add(part, key, word, Meaning.ofRole(role), mayNameCode));
    }

    private void add(PackFile part, String key, String word, Meaning meaning, boolean mayNameCode) {
        var folded = TextFolding.fold(word);
        if (folded.isEmpty()) {
            throw part.fault(key, word, "has no letters");
        }
        var before = meanings.get(folded);
        if (before != null && before.code() != null && !mayNameCode) {
            throw part.fault(key, word, "is a word for " + before.code().id() + " as well");
        }
        meanings.put(folded, before == null ? meaning : before.and(meaning));
    }

    private static Set<String> folded(List<String> words) {
        return words.stream().map(TextFolding::fold).collect(Collectors.toUnmodifiableSet());
    }
}
