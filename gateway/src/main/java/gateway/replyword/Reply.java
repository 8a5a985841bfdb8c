package gateway.replyword;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text from a responder's phone is as a reply to something she was asked: a word to act on, a code that is none of
 * hers, something that is asked back, or no reply at all. {@link ReplyReader} reads it; reading changes nothing.
 */
public sealed interface Reply {

    /** What responders text: short, keypad-friendly, far from STOP and YES. */
    enum Command {
        TAKE, PASS, HERE, BACK, DONE, MORE, LAW, MED, LANG, NOTE;

        /** Whether it counts among other words; the rest only as the first word. */
        public boolean countsAnywhere() {
            return compareTo(DONE) <= 0;
        }
    }

    /** Why a text is asked back. */
    enum Why { WORD_ALONE, CODE_ALONE, SEVERAL_WORDS, NOT_CERTAIN, ALL_OF_WHICH, STATION }

    /**
     * A command with codes that are alive for this phone.
     *
     * @param shown whether the codes stood in the text; else the only one she holds is meant
     * @param all   whether everything that the code's digest told is meant
     * @param wrong other six digits in it, which are no living code
     * @param words what else stood there, as written
     */
    record Act(Command command, List<String> codes, boolean shown, boolean all, List<String> wrong, String words) implements Reply {

        private static final Pattern NUMBER = Pattern.compile("(?<![0-9])[0-9]{1,2}(?![0-9])");

        /** How many more are wanted; one where no number stands. */
        public int howMany() {
            var number = NUMBER.matcher(words);
            return number.find() ? Integer.parseInt(number.group()) : 1;
        }

        /** Words and codes are not printed: they may say who and where, and a code could be used. */
        @Override
        public String toString() {
            return "Act[" + command + "]";
        }
    }

    /** A command with six digits that are no living code of hers: wrong, or of something that is over. */
    record WrongCode(Command command, List<String> codes, String words) implements Reply {
        @Override
        public String toString() {
            return "WrongCode[" + command + "]";
        }
    }

    /**
     * She is told exactly what to send.
     *
     * @param command the word she wrote, where it is plain which
     * @param codes   the living codes she wrote; empty where she wrote none
     * @param words   what else stood there: it is kept, and may be a report in itself
     */
    record AskBack(Why why, @Nullable Command command, List<String> codes, String words) implements Reply {
        @Override
        public String toString() {
            return "AskBack[" + why + "]";
        }
    }

    /** Words, or a report. */
    record NotAReply() implements Reply {}

    /** A sentence or clause of one command word. */
    Pattern COMMAND_ALONE = Pattern.compile("(?:^|[.!;,\\n])\\s*(?:take|pass|here|back|done|in [0-9]{1,4}|out)(?: it)?\\s*(?:$|[.!;,\\n])",
            Pattern.CASE_INSENSITIVE);

    NotAReply NOT_A_REPLY = new NotAReply();

    /** Whether six digits stand in it that may be a code. */
    static boolean holdsCode(String text) {
        return !ReplyText.of(tidy(text)).codes().isEmpty();
    }

    /** Whether a sentence of it is one of the words that act, and nothing else. */
    static boolean holdsCommandAlone(String text) {
        return COMMAND_ALONE.matcher(tidy(text)).find();
    }

    /** Without what a thumb, a keyboard of another script or a telephone may add: case is left as it is. */
    static String plain(String text) {
        return tidy(text).replace('\n', ' ').strip();
    }

    /** The same with its lines. */
    static String tidy(String text) {
        var written = text.length() > 1_600 ? text.substring(0, 1_600) : text;
        var plain = new StringBuilder(written.length());
        Normalizer.normalize(written, Normalizer.Form.NFKC).codePoints()
                .filter(point -> Character.getType(point) != Character.FORMAT)
                .map(point -> Character.digit(point, 10) >= 0 ? '0' + Character.digit(point, 10) : point)
                .map(point -> point == '\n' ? '\n' : Character.isWhitespace(point) || Character.isISOControl(point) ? ' ' : point)
                .forEach(plain::appendCodePoint);
        return plain.toString().strip();
    }
}
