package gateway.folding;

import java.util.Arrays;

/** A text in its folded form, that still knows where each letter of it was written. Prints no words. */
public final class FoldedText {

    private final String words;
    private final String text;
    private final int[] from;
    private final int[] to;

    private FoldedText(String words, String text, int[] from, int[] to) {
        this.words = words;
        this.text = text;
        this.from = from;
        this.to = to;
    }

    public static FoldedText of(String words) {
        return new TextFolding(words).folded();
    }

    public String text() {
        return text;
    }

    /** All of it as it was written. */
    public String written() {
        return words.strip();
    }

    /** These letters as they were written. */
    public String written(int first, int end) {
        return words.substring(from[first], to[end - 1]);
    }

    /** As it was written, from this letter to the end. */
    public String writtenFrom(int letter) {
        return words.substring(from[letter]).strip();
    }

    /** What was written between two letters and folds to nothing, or to a space. */
    public String writtenBetween(int letter, int next) {
        return words.substring(Math.min(to[letter], from[next]), from[next]);
    }

    public String wordsAsWritten() {
        return words;
    }

    /** Where this letter begins in the text as it was written. */
    public int writtenAt(int letter) {
        return from[letter];
    }

    /** The sign written before this letter, whatever spaces and invisible marks stand between; 0 where there is none. */
    public int signBefore(int letter) {
        for (var at = from[letter]; at > 0;) {
            var sign = words.codePointBefore(at);
            if (!TextFolding.isUnseen(sign)) {
                return sign;
            }
            at -= Character.charCount(sign);
        }
        return 0;
    }

    @Override
    public String toString() {
        return "FoldedText[" + text.length() + " letters]";
    }

    /** Collects a folded text letter by letter. */
    public static final class Builder {

        private final String words;
        private final StringBuilder text;
        private int[] from;
        private int[] to;

        Builder(String words) {
            this.words = words;
            text = new StringBuilder(words.length());
            from = new int[words.length() + 1];
            to = new int[words.length() + 1];
        }

        public void add(int letter, int writtenFrom, int writtenTo) {
            for (var i = 0; i < Character.charCount(letter); i++) {
                var at = text.length() + i;
                if (at == from.length) {
                    from = Arrays.copyOf(from, 2 * at);
                    to = Arrays.copyOf(to, 2 * at);
                }
                from[at] = writtenFrom;
                to[at] = writtenTo;
            }
            text.appendCodePoint(letter);
        }

        public void addSpace(int writtenAt) {
            if (!text.isEmpty() && text.charAt(text.length() - 1) != ' ') {
                add(' ', writtenAt, writtenAt);
            }
        }

        /** The last letter; 0 where there is none yet. */
        public int last() {
            return text.isEmpty() ? 0 : text.codePointBefore(text.length());
        }

        public FoldedText build() {
            var length = text.isEmpty() || text.charAt(text.length() - 1) != ' ' ? text.length() : text.length() - 1;
            return new FoldedText(words, text.substring(0, length), from, to);
        }
    }
}
