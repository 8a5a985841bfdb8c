package gateway.replyword;

import gateway.codebook.PackFile;
import gateway.replyword.Reply.Command;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads a pack's {@code replies.yaml}: words it adds to what responders text. Ours stay what they are. */
public final class ReplyWordsFile {

    private static final Map<String, Command> COMMANDS = Map.of("take", Command.TAKE, "pass", Command.PASS, "here", Command.HERE,
            "back", Command.BACK, "done", Command.DONE);
    private static final String NOT = "not";
    private static final String FILLER = "filler";

    private ReplyWordsFile() {}

    public static ReplyWords load(Path pack) {
        var file = PackFile.read(pack.resolve("replies.yaml")).withOnly(Set.of("take", "pass", "here", "back", "done", NOT, FILLER));
        var added = new HashMap<String, Command>();
        COMMANDS.forEach((key, command) -> file.texts(key).forEach(word -> {
            if (added.put(checked(file, key, word), command) != null) {
                throw file.fault(key, word, "is written twice");
            }
        }));
        var nots = List.copyOf(file.texts(NOT));
        nots.forEach(word -> {
            if (added.containsKey(checked(file, NOT, word))) {
                throw file.fault(NOT, word, "is written twice");
            }
        });
        var fillers = List.copyOf(file.texts(FILLER));
        fillers.forEach(word -> {
            if (added.containsKey(checked(file, FILLER, word)) || nots.contains(word)) {
                throw file.fault(FILLER, word, "is written twice");
            }
        });
        return new ReplyWords(Map.copyOf(added), Set.copyOf(nots), Set.copyOf(fillers));
    }

    private static String checked(PackFile file, String key, String word) {
        if (!word.equals(word.toLowerCase(Locale.ROOT)) || !word.matches("\\p{L}[\\p{L}\\p{M}]*")) {
            throw file.fault(key, word, "must be one word of small letters");
        }
        for (var command : Command.values()) {
            var ours = command.name().toLowerCase(Locale.ROOT);
            if (word.equals(ours) || word.length() >= 4 && ReplyWords.isASlipFrom(word, ours)) {
                throw file.fault(key, word, "is " + ours + ", or a slip away from it: a pack adds words and replaces none");
            }
        }
        if (ReplyWords.OURS.isNot(word) || ReplyWords.isFiller(word)) {
            throw file.fault(key, word, "is a word that replies know already");
        }
        return word;
    }
}
