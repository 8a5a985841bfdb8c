package gateway.codebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a pack's {@code codebook.yaml} and refuses a book that could be read in two ways. */
public final class CodebookFile {

    private static final String UNCLEAR = "unclear";
    private static final String MISSED_CALL = "missed_call";

    private CodebookFile() {}

    public static Codebook load(Path pack) {
        var file = PackFile.read(pack.resolve("codebook.yaml")).withOnly(Set.of("order", "codes", "carrier-words"));
        var entries = file.parts("codes");
        var order = orderOf(file, entries);
        var digits = new ArrayList<Code>();
        var marks = new HashSet<String>();
        for (var entry : entries) {
            var code = codeOf(entry, order);
            if (!marks.add(code.mark())) {
                throw entry.fault("mark", code.mark(), "is the mark of another code already");
            }
            if (!Set.of(UNCLEAR, MISSED_CALL).contains(code.id())) {
                digits.add(code);
            }
        }
        var words = file.part("carrier-words").withOnly(Set.of("out", "in", "info"));
        return new Codebook(digits, theOne(file, entries, order, UNCLEAR), theOne(file, entries, order, MISSED_CALL),
                folded(words.texts("out")), folded(words.texts("in")),
                Stream.of("out", "in", "info").flatMap(kind -> folded(words.texts(kind)).stream())
                        .collect(Collectors.toUnmodifiableSet()));
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
        entry.withOnly(Set.of("mark", "id", "grave", "presumes-seized", "wants-legal-aid", "guarded"));
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
                entry.flag("wants-legal-aid"), entry.flag("guarded"));
    }

    private static Code theOne(PackFile file, List<PackFile> entries, List<String> order, String id) {
        return entries.stream().filter(entry -> entry.text("id").equals(id)).findFirst()
                .map(entry -> codeOf(entry, order))
                .orElseThrow(() -> file.fault("codes", id, "is missing"));
    }

    private static Set<String> folded(List<String> words) {
        return words.stream().map(TextFolding::fold).collect(Collectors.toUnmodifiableSet());
    }
}
