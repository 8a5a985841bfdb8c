package gateway.replyword;

import gateway.replyword.ReplyText.Kind;
import gateway.replyword.ReplyText.Token;
import org.jspecify.annotations.Nullable;

/** Which words of a text stand next to a code, or to digits that were perhaps meant as one. */
final class CodesBeside {

    private final ReplyText text;

    CodesBeside(ReplyText text) {
        this.text = text;
    }

    /** Next to a code or a part of one, past fillers. */
    boolean isBesideACode(Token word) {
        var at = text.tokens().indexOf(word);
        return isCode(neighbour(at, 1)) || isCode(neighbour(at, -1));
    }

    /** Some digits, too few or too many to be a code: "TAKE 48291". */
    boolean isBesideDigits(Token word) {
        var at = text.tokens().indexOf(word) + 1;
        return at < text.tokens().size() && text.tokens().get(at).kind() == Kind.NUMBER && text.tokens().get(at).text().length() >= 4;
    }

    private boolean isCode(@Nullable Token token) {
        return token != null && token.kind() == Kind.NUMBER
                && (token.text().length() == 6 || text.codes().stream().anyMatch(code -> code.startsWith(token.text())
                        || code.endsWith(token.text())));
    }

    private @Nullable Token neighbour(int at, int step) {
        for (var i = at + step; i >= 0 && i < text.tokens().size(); i += step) {
            var token = text.tokens().get(i);
            if (!token.isWord() || !ReplyWords.isFiller(token.text())) {
                return token;
            }
        }
        return null;
    }
}
