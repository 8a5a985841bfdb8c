package gateway.unread;

import gateway.codebook.Code;
import gateway.codebook.Reading;
import gateway.folding.TextFolding;
import gateway.reading.Prose;
import gateway.reading.Understanding;
import gateway.reading.Understood;
import gateway.replyword.OwnTexts;
import gateway.replyword.Reply;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a text from a member's phone is, once it is known not to be a reply: her own distress, words for whoever has the alert,
 * or both where that is in doubt. It only ever adds: distress opens an alert beside what she has. Pure.
 */
public final class MemberReading {

    private static final Pattern A_DIGIT = Pattern.compile("(?<![^ ])[0-9](?![^ ])");

    private static final Pattern A_GRAVE_DIGIT = Pattern.compile("[1-5]");

    /** "TAKE 482913 or PASS 482913", in whatever is left of a text of ours. */
    private static final Pattern QUOTED_CHOICE = Pattern.compile("TAKE [0-9]{6}\\s+or\\s+PASS [0-9]{6}", Pattern.CASE_INSENSITIVE);

    private final Understanding understanding;
    private final Prose prose;
    private final OwnTexts own;

    public MemberReading(Understanding understanding, Prose prose, OwnTexts own) {
        this.own = own;
        this.understanding = understanding;
        this.prose = prose;
    }

    /** What it is. */
    public enum Kind {
        REPLY, DISTRESS, NOTE, BOTH;

        boolean opens() {
            return this == DISTRESS || this == BOTH;
        }

        boolean isKept() {
            return this == NOTE || this == BOTH;
        }
    }

    /**
     * How she stands when she writes.
     *
     * @param asked    whether she has an open alert, or was asked for one
     * @param reported whether her own phone has reported one that is not resolved
     */
    public record Standing(boolean asked, boolean reported) {

        /** All that is assumed when nothing could be looked up. */
        static final Standing UNKNOWN = new Standing(true, false);
    }

    /**
     * A text as it is taken in.
     *
     * @param automatic whether a machine wrote it, so that no answer goes out
     */
    public record Read(Kind kind, Understood understood, boolean automatic) {

        boolean isAnswered() {
            return kind.isKept() && !automatic && !understood.silent();
        }
    }

    /**
     * Whether a machine wrote it: a reaction that quotes, or an automatic answer. What begins like one and goes on with a code, a
     * command or distress is hers; our own text that a machine quotes says nothing.
     */
    boolean isAutomatic(String words) {
        if (prose.isReaction(words)) {
            return true;
        }
        if (!prose.beginsAutomatic(words)) {
            return false;
        }
        var hers = QUOTED_CHOICE.matcher(own.cut(Reply.tidy(words))).replaceAll(" ");
        var spoken = A_DIGIT.matcher(hers).replaceAll(" ");
        return !Reply.holdsCode(hers) && !Reply.holdsCommandAlone(hers) && !prose.criesForHelp(spoken)
                && grave(understanding.of(prose.withoutMild(spoken))).isEmpty() && !endsWithCry(spoken);
    }

    /** "At wat phnom help": the cry is the last word. */
    private boolean endsWithCry(String words) {
        var folded = TextFolding.fold(words);
        return prose.criesForHelp(folded.substring(folded.lastIndexOf(' ') + 1));
    }

    /** @param isReply whether another desk has read it as a command */
    public Read of(String words, Standing standing, boolean isReply) {
        var understood = understanding.of(words);
        var automatic = isAutomatic(words);
        // STOP alone is a wish for silence from a reporter; from a member it is a word for the carrier, and told to coordinators.
        var isWords = automatic || understanding.isOptOut(words);
        return new Read(isReply ? Kind.REPLY : isWords ? Kind.NOTE : kind(words, understood, standing), understood, automatic);
    }

    /**
     * What stands beside a command or a code is of the alert that she has or was asked for, and no report; but what says of herself
     * that she is taken or hurt, or cries for help, is her own distress as well.
     *
     * @param codeAlone whether no command stood there: a digit beside a code alone may be hers
     */
    Optional<Understood> distressBeside(String words, boolean codeAlone) {
        if (codeAlone && A_GRAVE_DIGIT.matcher(words.strip()).matches()) {
            return Optional.of(understanding.of(words));
        }
        var spoken = A_DIGIT.matcher(TextFolding.fold(words)).replaceAll(" ");
        var plain = understanding.of(prose.withoutMild(spoken));
        var grave = grave(plain);
        var ofSelf = plain.people() == 0 && !prose.tellsOfOthers(spoken) && (prose.tellsOfSomethingDoneToSelf(spoken) && !grave.isEmpty()
                || prose.tellsOfSelf(spoken) && grave.stream().anyMatch(code -> prose.isDistress(code.id())));
        return ofSelf || prose.criesForHelp(spoken) ? Optional.of(understanding.of(spoken)) : Optional.empty();
    }

    /** Nothing was understood, or could be: words. */
    Read nothing() {
        return new Read(Kind.NOTE, understanding.nothing(), false);
    }

    private Kind kind(String words, Understood understood, Standing standing) {
        if (standing.reported()) {
            return standing.asked() ? Kind.BOTH : Kind.DISTRESS;
        }
        var grave = grave(understood);
        if (!standing.asked()) {
            return grave.isEmpty() && !prose.criesForHelp(words) ? Kind.NOTE : Kind.DISTRESS;
        }
        if (understood.reading().codes().stream().anyMatch(Code::silences)) {
            return Kind.DISTRESS;
        }
        return isByDigit(words, understood, grave) ? behindDigit(understood.reading()).isEmpty() ? Kind.DISTRESS : Kind.BOTH
                : ofWords(words);
    }

    /** She is asked for others, and so may well write of them. */
    private Kind ofWords(String words) {
        var plain = understanding.of(prose.withoutMild(words));
        var grave = grave(plain);
        var others = plain.people() > 0 || prose.tellsOfOthers(words);
        if (grave.stream().noneMatch(code -> prose.isDistress(code.id()))) {
            var done = !grave.isEmpty() && !others && prose.tellsOfSomethingDoneToSelf(words);
            return done || prose.criesForHelp(words) ? Kind.BOTH : Kind.NOTE;
        }
        return prose.tellsOfSelf(words) ? others ? Kind.BOTH : Kind.DISTRESS : others ? Kind.NOTE : Kind.BOTH;
    }

    /** Whether a digit names one of its codes; "2 girls inside" counts people. */
    private boolean isByDigit(String words, Understood understood, List<Code> grave) {
        return !grave.isEmpty() && (behindDigit(understood.reading()).length() < words.strip().length()
                || !grave(understanding.of(A_DIGIT.matcher(TextFolding.fold(words)).replaceAll(" "))).containsAll(grave));
    }

    private static String behindDigit(Reading reading) {
        return switch (reading) {
            case Reading.Coded(_, var note) -> note;
            case Reading.TwoCodes(_, _, var note) -> note;
            case Reading.Unclear(_, _, var from) -> from;
        };
    }

    private static List<Code> grave(Understood understood) {
        return understood.reading().codes().stream().filter(Code::presumesSeized).toList();
    }
}
