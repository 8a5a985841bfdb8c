package gateway.reading;

import gateway.folding.TextFolding;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What a pack knows of words from members' phones that are no replies: who wrote them, and of whom they tell. Pure. */
public final class Prose {

    /** Signs that open a quotation; some keyboards write a plain one. */
    private static final String QUOTE = "[\"“”„«»‘’'「]";
    private static final String UNQUOTE = "[\"“”«»‘’'」]";
    private static final Pattern QUOTING = Pattern.compile("^([^\"“”„«»‘’'「\n]{0,60}?)\\s*" + QUOTE + ".*" + UNQUOTE + "\\s*$", Pattern.DOTALL);
    private static final Pattern LATIN = Pattern.compile("[\\p{IsLatin} ]+");

    private final List<String> automatic;
    private final Set<String> reactions;
    private final Set<String> distress;
    private final List<String> help;
    private final List<String> self;
    private final List<String> held;
    private final List<String> others;
    private final List<String> mild;

    /** @param distress ids of codes; all else is words as people write them */
    Prose(Collection<String> automatic, Collection<String> reactions, Collection<String> distress, Collection<String> help,
            Collection<String> self, Collection<String> held, Collection<String> others, Collection<String> mild) {
        this.automatic = folded(automatic);
        this.reactions = Set.copyOf(folded(reactions));
        this.distress = Set.copyOf(distress);
        this.help = folded(help);
        this.self = folded(self);
        this.held = folded(held);
        this.others = folded(others);
        this.mild = folded(mild);
    }

    /** Whether it begins as an automatic answer of a phone does. People begin so, too. */
    public boolean beginsAutomatic(String words) {
        var text = TextFolding.fold(words);
        return automatic.stream().anyMatch(beginning -> text.equals(beginning) || text.startsWith(beginning + " ")
                || !LATIN.matcher(beginning).matches() && text.startsWith(beginning));
    }

    /** "Liked", or a picture and "to", and then nothing but a quotation. */
    public boolean isReaction(String words) {
        var quoting = QUOTING.matcher(words.strip());
        if (!quoting.matches()) {
            return false;
        }
        var before = Arrays.stream(TextFolding.fold(quoting.group(1)).split(" ")).filter(Prose::isWord).toList();
        var picture = quoting.group(1).codePoints().anyMatch(sign -> Character.getType(sign) == Character.OTHER_SYMBOL);
        return reactions.contains(String.join(" ", before)) || picture && before.equals(List.of("to"));
    }

    /** A picture is none. */
    private static boolean isWord(String word) {
        return word.codePoints().anyMatch(Character::isLetter);
    }

    /** The codes whose words say by themselves that whoever writes is taken or hurt. */
    public Set<String> distress() {
        return distress;
    }

    /** Whether a code says by itself that whoever names it is taken or hurt. */
    public boolean isDistress(String code) {
        return distress.contains(code);
    }

    /** Whether it is a cry for help that names no code. */
    public boolean criesForHelp(String words) {
        var text = TextFolding.fold(words);
        return help.contains(text) || holdsOneOf(help.stream().filter(cry -> cry.contains(" ")).toList(), text);
    }

    public boolean tellsOfSelf(String words) {
        return holdsOneOf(self, TextFolding.fold(words));
    }

    /** Whether something is done to whoever writes. */
    public boolean tellsOfSomethingDoneToSelf(String words) {
        return holdsOneOf(held, TextFolding.fold(words));
    }

    public boolean tellsOfOthers(String words) {
        return holdsOneOf(others, TextFolding.fold(words));
    }

    /** The text in its folded form, without what is too mild to be distress. */
    public String withoutMild(String words) {
        var text = " " + TextFolding.fold(words) + " ";
        for (var word : mild) {
            text = LATIN.matcher(word).matches() ? text.replace(" " + word + " ", " ") : text.replace(word, " ");
        }
        return text.strip();
    }

    private static boolean holdsOneOf(List<String> words, String text) {
        var apart = " " + text + " ";
        return words.stream().anyMatch(word -> LATIN.matcher(word).matches() ? apart.contains(" " + word + " ") : text.contains(word));
    }

    /** The longest first. */
    private static List<String> folded(Collection<String> words) {
        return words.stream().map(TextFolding::fold).filter(word -> !word.isEmpty()).distinct()
                .sorted(Comparator.comparingInt(String::length).reversed()).toList();
    }
}
