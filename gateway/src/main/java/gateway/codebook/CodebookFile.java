package gateway.codebook;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads a pack's {@code codebook.yaml} and refuses a book that could be read in two ways. */
public final class CodebookFile {

    private static final String UNCLEAR = "unclear";
    private static final String MISSED_CALL = "missed_call";

    private CodebookFile() {}

    public static Codebook load(Path pack) {
        return load(pack, _ -> List.of());
    }

    /**
     * The book with one more line in its lexicons.
     *
     * @param line as a lexicon has it
     * @param mark of the code that its words would name
     * @throws PackFault where such a book would be refused
     */
    public static Codebook load(Path pack, String line, String mark) {
        return load(pack, codes -> List.of(LexiconFile.ofLine(line, codes.stream().filter(code -> code.mark().equals(mark)).findFirst()
                .map(Code::id).orElseThrow(() -> new PackFault(pack, "has no code " + mark)))));
    }

    private static Codebook load(Path pack, Function<Collection<Code>, List<LexiconFile>> added) {
        var file = PackFile.read(pack.resolve("codebook.yaml")).withOnly(Set.of("order", "codes",
                "carrier-words", "head-count", "measures", "numbers", "fillers", "not-slips"));
        var entries = file.parts("codes");
        var order = orderOf(file, entries);
        var codes = new LinkedHashMap<PackFile, Code>();
        var marks = new HashSet<String>();
        for (var entry : entries) {
            var code = codeOf(entry, order);
            if (!marks.add(code.mark())) {
                throw entry.fault("mark", code.mark(), "is the mark of another code already");
            }
            codes.put(entry, code);
        }
        var unclear = theOne(file, codes, UNCLEAR);
        var missedCall = theOne(file, codes, MISSED_CALL);
        var lexicons = Stream.concat(LexiconFile.of(pack).stream(), added.apply(codes.values()).stream()).toList();
        var words = new BookWordsFile(file, lexicons, codes, unclear).read();
        return new Codebook(codes.values().stream().filter(code -> !Set.of(UNCLEAR, MISSED_CALL).contains(code.id())).toList(),
                unclear, missedCall, words);
    }

    /** The ids, gravest first: each code once, and nothing that is no code. */
    private static List<String> orderOf(PackFile file, List<PackFile> entries) {
        var ids = new HashSet<String>();
        for (var entry : entries) {
            if (!ids.add(entry.text("id"))) {
                throw entry.fault("id", entry.text("id"), "is the id of another code already");
            }
        }
        var order = file.texts("order");
        var placed = new HashSet<String>();
        for (var id : order) {
            if (!ids.contains(id)) {
                throw file.fault("order", id, "is not the id of a code");
            }
            if (!placed.add(id)) {
                throw file.fault("order", id, "stands in the order twice");
            }
        }
        ids.removeAll(placed);
        if (!ids.isEmpty()) {
            throw file.fault("order", ids.stream().sorted().findFirst().orElseThrow(), "has no place in the order");
        }
        return order;
    }

    private static Code codeOf(PackFile entry, List<String> order) {
        entry.withOnly(Set.of("mark", "id", "grave", "presumes-seized", "wants", "guarded", "silences", "reporter", "mild",
                "sets-stage", "harm", "need", "aliases"));
        var id = entry.text("id");
        var mark = entry.text("mark");
        if (!id.matches("[a-z][a-z_]*")) {
            throw entry.fault("id", id, "must be a word of small letters");
        }
        if (!mark.matches(switch (id) {
            case UNCLEAR -> "\\?";
            case MISSED_CALL -> "M";
            default -> "[0-9]";
        })) {
            throw entry.fault("mark", mark, "must be one digit, ? for unclear, or M for a missed call");
        }
        return new Code(mark, id, order.indexOf(id), entry.flag("grave"), entry.flag("presumes-seized"),
                Set.copyOf(entry.texts("wants")), entry.flag("guarded"), entry.flag("silences"), entry.flag("reporter"), entry.flag("mild"),
                entry.textOrNull("sets-stage"), entry.textOrNull("harm"), entry.textOrNull("need"));
    }

    private static Code theOne(PackFile file, Map<PackFile, Code> codes, String id) {
        return codes.values().stream().filter(code -> code.id().equals(id)).findFirst()
                .orElseThrow(() -> file.fault("codes", id, "is missing"));
    }
}
