package gateway.replyword;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A text taken apart into words, numbers and the ends of sentences; a word glued to a number is two of them.
 *
 * @param tokens  in their order, none of them empty
 * @param written the text
 */
record ReplyText(List<ReplyText.Token> tokens, String written) {

    enum Kind { WORD, NUMBER, STOP, QUESTION }

    /** @param sentence which sentence it stands in */
    record Token(Kind kind, String text, int from, int to, int sentence) {
        boolean isWord() {
            return kind == Kind.WORD;
        }
    }

    private static final Pattern TOKEN = Pattern.compile("(?<word>\\p{L}[\\p{L}\\p{M}]*(?:['’]\\p{L}[\\p{L}\\p{M}]*)*)|(?<number>[0-9]+)"
            + "|(?<question>[?؟])|(?<stop>[.!;\\n။។]+)");
    /** Six digits written in groups, and nothing of a longer number. */
    private static final Pattern GROUPED = Pattern.compile("(?<![0-9])(?<![0-9][ -])[0-9]{1,5}(?:[ -][0-9]{1,5})+(?![ -]?[0-9])");
    private static final Pattern ALERT_NUMBER = Pattern.compile("(?<![0-9])[0-9]{3,8}-[0-9](?![0-9])");

    static ReplyText of(String written) {
        var tokens = new ArrayList<Token>();
        var sentence = 0;
        var found = TOKEN.matcher(written);
        while (found.find()) {
            var kind = found.group("word") != null ? Kind.WORD : found.group("number") != null ? Kind.NUMBER
                    : found.group("question") != null ? Kind.QUESTION : Kind.STOP;
            tokens.add(new Token(kind, found.group(), found.start(), found.end(), sentence));
            if (kind == Kind.QUESTION || kind == Kind.STOP) {
                sentence++;
            }
        }
        return new ReplyText(List.copyOf(tokens), written);
    }

    List<Token> words() {
        return tokens.stream().filter(Token::isWord).toList();
    }

    /** All six digits that stand in it, each once, in their order: in one piece, or in groups. */
    List<String> codes() {
        var codes = new LinkedHashSet<String>();
        tokens.stream().filter(token -> token.kind() == Kind.NUMBER && token.text().length() == 6).map(Token::text).forEach(codes::add);
        var grouped = GROUPED.matcher(written);
        while (grouped.find()) {
            var digits = grouped.group().replaceAll("[ -]", "");
            if (digits.length() == 6 && !ALERT_NUMBER.matcher(grouped.group()).matches()) {
                codes.add(digits);
            }
        }
        return List.copyOf(codes);
    }

    /** Whether nothing but fillers, codes and the numbers of alerts stands beside these words. */
    boolean holdsOnly(Set<Token> words) {
        var plain = ALERT_NUMBER.matcher(written).replaceAll(" ");
        return words().stream().allMatch(word -> words.contains(word) || ReplyWords.isFiller(word.text()))
                && Pattern.compile("[0-9]+").matcher(plain).results().allMatch(number -> number.group().length() >= 3 || isGrouped(number.group()));
    }

    /** Whether a number is a code, or a group of one. */
    boolean isOfCode(Token token) {
        return token.kind() == Kind.NUMBER && (token.text().length() == 6 || GROUPED.matcher(written).results().anyMatch(group ->
                group.start() <= token.from() && token.to() <= group.end() && group.group().replaceAll("[ -]", "").length() == 6
                        && !ALERT_NUMBER.matcher(group.group()).matches()));
    }

    boolean isOfAlertNumber(Token token) {
        return ALERT_NUMBER.matcher(written).results().anyMatch(number -> number.start() <= token.from() && token.to() <= number.end());
    }

    /** "Code no 482913": a number follows. */
    boolean isBehindNumberWord(Token token) {
        var at = tokens.indexOf(token);
        return at > 0 && Set.of("code", "k", "alert", "case").contains(ReplyWords.bare(tokens.get(at - 1).text()))
                && at + 1 < tokens.size() && tokens.get(at + 1).kind() == Kind.NUMBER;
    }

    private boolean isGrouped(String number) {
        var grouped = GROUPED.matcher(written);
        while (grouped.find()) {
            if (grouped.group().contains(number) && grouped.group().replaceAll("[ -]", "").length() == 6) {
                return true;
            }
        }
        return false;
    }

    /** What stands there beside a command and codes; empty where that is nothing worth keeping. */
    String without(Set<Token> commands, List<String> codes) {
        var left = new StringBuilder(written);
        for (var token : tokens.reversed()) {
            if (commands.contains(token) || token.kind() == Kind.NUMBER && codes.contains(token.text())) {
                left.replace(token.from(), token.to(), " ");
            }
        }
        var words = left.toString();
        for (var code : codes) {
            words = words.replaceAll("(?<![0-9])" + String.join("[ -]?", code.split("")) + "(?![0-9])", " ");
        }
        words = words.replaceAll("[ \\n]+", " ").replaceAll("^[ \\p{P}&&[^#+]]+|[ .,:;\"“”'()\\[\\]<>-]+$", "").strip();
        var rest = of(ALERT_NUMBER.matcher(words).replaceAll(" "));
        return rest.tokens().stream().allMatch(token -> token.isWord() ? ReplyWords.isNoise(token.text()) : token.kind() != Kind.NUMBER)
                && rest.written().codePoints().noneMatch(sign -> Character.getType(sign) == Character.OTHER_SYMBOL) ? "" : words;
    }

    /** The words are somebody's: they are not printed. */
    @Override
    public String toString() {
        return "ReplyText[" + tokens.size() + "]";
    }
}
