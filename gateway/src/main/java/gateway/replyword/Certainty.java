package gateway.replyword;

import gateway.replyword.Reply.Command;
import gateway.replyword.ReplyText.Kind;
import gateway.replyword.ReplyText.Token;
import java.util.Set;

/** Whether a command in a text is meant: not denied, not asked, and not what somebody else is to do. Its form is {@link PlainForm}'s. */
record Certainty(ReplyText text, ReplyWords replyWords) {

    private static final Set<String> ASKING = Set.of("should", "shall", "who", "which", "why", "what", "where", "when", "how", "does", "did",
            "is", "may", "whose");
    private static final Set<String> MAYBE = Set.of("can", "could", "will", "would");
    private static final Set<String> PEOPLE = Set.of("i", "you", "u", "we", "she", "he", "they", "somebody", "someone", "anybody", "anyone",
            "nobody", "who");
    private static final Set<String> BETWEEN = Set.of("will", "can", "could", "should", "may", "must", "to", "please", "just");

    boolean isLacking(Token word, Command command) {
        return isQuestion(word) || isDenied(word, command) || command == Command.TAKE && isSomebodyElses(word);
    }

    boolean isQuestion(Token word) {
        var sentence = text.tokens().stream().filter(token -> token.sentence() == word.sentence()).toList();
        if (sentence.stream().anyMatch(token -> token.kind() == Kind.QUESTION)) {
            return true;
        }
        var before = sentence.stream().filter(token -> token.isWord() && token.from() < word.from()).map(token ->
                ReplyWords.bare(token.text())).toList();
        return !before.isEmpty() && (ASKING.contains(before.getFirst())
                || before.size() > 1 && MAYBE.contains(before.getFirst()) && PEOPLE.contains(before.get(1)));
    }

    /** "Not" before it; before PASS and BACK only next to it, since "can't tonight, pass" is plain. */
    private boolean isDenied(Token word, Command command) {
        var at = text.tokens().indexOf(word);
        var before = text.tokens().subList(0, at).stream().filter(token -> token.isWord() && token.sentence() == word.sentence()).toList();
        var last = before.isEmpty() ? "" : before.getLast().text();
        if (command == Command.PASS || command == Command.BACK) {
            return replyWords.isNot(last);
        }
        return before.stream().anyMatch(token -> replyWords.isNot(token.text())) || ReplyWords.bare(last).equals("no");
    }

    private boolean isSomebodyElses(Token word) {
        var before = text.words().subList(0, text.words().indexOf(word)).stream().map(token -> ReplyWords.bare(token.text()))
                .filter(bare -> !BETWEEN.contains(bare)).toList();
        return !before.isEmpty() && !Set.of("i", "we").contains(before.getLast()) && PEOPLE.contains(before.getLast());
    }
}
