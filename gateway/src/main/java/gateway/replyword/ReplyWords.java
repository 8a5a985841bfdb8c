package gateway.replyword;

import gateway.replyword.Reply.Command;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The words that replies are read by: our own, which are the same everywhere, and those a pack adds.
 *
 * @param added a pack's words that mean a command, in small letters
 * @param nots    a pack's words for "not"
 * @param fillers a pack's words that change nothing beside a command, as "I" and "yes" do
 */
public record ReplyWords(Map<String, Command> added, Set<String> nots, Set<String> fillers) {

    static final ReplyWords OURS = new ReplyWords(Map.of(), Set.of(), Set.of());

    private static final Set<String> NOTS = Set.of("not", "cant", "cannot", "dont", "wont", "never", "unable", "couldnt", "shouldnt",
            "isnt", "wouldnt", "didnt", "doesnt", "havent", "aint", "unless", "without");
    /** Ordinary words that are a slip away from a command. */
    private static final Set<String> ORDINARY = Set.of("talk", "cake", "make", "taken", "takes", "taker", "lake", "tape", "tale", "wake",
            "bake", "fake", "sake", "tank", "task", "past", "pas", "mass", "ass", "gas", "path", "pays", "passe", "bass", "pause", "her",
            "hers", "there", "were", "where", "hire", "hero", "mere", "heir", "hear", "hare", "bank", "lack", "pack", "black", "backs",
            "bac", "bag", "bad", "one", "don", "gone", "none", "dome", "bone", "tone", "dose", "does", "dine", "zone", "move",
            "mode", "sore", "store", "core", "long", "land", "lane", "sang", "hang", "bang", "ten", "tea", "tax");
    /** What may stand beside a command word that is alone for all that. */
    private static final Set<String> FILLERS = Set.of("ok", "okay", "k", "yes", "yeah", "i", "ill", "im", "am", "will", "it", "this", "that",
            "please", "pls", "code", "the", "a", "my", "for", "re", "fw", "fwd", "now", "and", "or", "number", "no", "sure", "just", "can", "we",
            "thanks", "thank", "thx", "on", "way", "all", "repeat");
    /** What is not worth keeping where nothing else stands beside a reply. */
    private static final Set<String> NOISE = Set.of("re", "fw", "fwd", "code", "k", "the", "and", "repeat", "ok", "okay", "yes",
            "yeah", "sure", "i", "ill", "im", "will", "can", "it", "this", "please", "pls", "now");

    Optional<Command> command(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        for (var command : Command.values()) {
            if (command.name().toLowerCase(Locale.ROOT).equals(small)) {
                return Optional.of(command);
            }
        }
        return Optional.ofNullable(added.get(small));
    }

    /** A word of four letters with one slip in it, unless it is a word by itself. */
    Optional<Command> slipped(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        if (small.length() < 3 || ORDINARY.contains(small)) {
            return Optional.empty();
        }
        var near = Arrays.stream(Command.values()).filter(command -> command.name().length() >= 4 && command != Command.NOTE)
                .filter(command -> isASlipFrom(small, command.name().toLowerCase(Locale.ROOT))).toList();
        return near.size() == 1 ? Optional.of(near.getFirst()) : Optional.empty();
    }

    boolean isNot(String word) {
        return NOTS.contains(bare(word)) || nots.contains(word.toLowerCase(Locale.ROOT));
    }

    boolean isFillerOfPack(String word) {
        return fillers.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(bare(word));
    }

    static boolean isNoise(String word) {
        return NOISE.contains(bare(word));
    }

    static String bare(String word) {
        return word.toLowerCase(Locale.ROOT).replace("'", "").replace("’", "");
    }

    /** One letter more, less or other, or two neighbours swapped. */
    static boolean isASlipFrom(String one, String other) {
        var start = 0;
        while (start < Math.min(one.length(), other.length()) && one.charAt(start) == other.charAt(start)) {
            start++;
        }
        var rest = one.substring(start);
        var there = other.substring(start);
        return !one.equals(other) && (skip(rest, 1).equals(skip(there, 1)) || skip(rest, 1).equals(there) || rest.equals(skip(there, 1))
                || rest.length() >= 2 && there.length() >= 2 && rest.charAt(0) == there.charAt(1) && rest.charAt(1) == there.charAt(0)
                        && skip(rest, 2).equals(skip(there, 2)));
    }

    private static String skip(String word, int letters) {
        return word.substring(Math.min(letters, word.length()));
    }
}
