package gateway.replyword;

import gateway.replyword.Reply.Command;
import gateway.replyword.ReplyText.Kind;
import gateway.replyword.ReplyText.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Whether a command and its code stand in plain form: the command word first in its sentence, but for words like "ok" and "I
 * will", and its code next to it. What stands behind the two is a note, unless it denies, doubts or delays. Pure.
 *
 * @param commands the words of the text that are read as the command
 */
record PlainForm(ReplyText text, ReplyWords replyWords, Set<Token> commands) {

    private static final Set<String> BEFORE_ALL = Set.of("re", "fw", "fwd", "ok", "okay", "k", "yes", "yeah", "yep", "yup", "sure", "please", "pls",
            "now", "hi", "hello", "hey", "dear", "code", "the", "this", "it", "that", "number", "and", "so", "then", "just", "thanks", "thx",
            "thank", "repeat", "alert", "case");
    private static final Set<String> BEFORE_TAKE = Set.of("i", "ill", "ll", "im", "m", "am", "we", "will", "can", "must", "going", "gonna", "coming",
            "go", "on", "my", "way", "want", "like", "need", "let", "still", "also", "but", "sorry", "a");
    private static final Set<String> BEFORE_PASS = Set.of("i", "ill", "ll", "im", "m", "am", "will", "must", "need", "have", "sorry", "a");
    private static final Set<String> BEFORE_HERE = Set.of("i", "im", "m", "am", "we", "are", "still", "also");
    private static final Set<String> BEFORE_DONE = Set.of("i", "im", "m", "am", "we", "are", "is", "all", "its", "everything");
    private static final Set<String> BEFORE_BACK = Set.of("sorry", "give", "giving", "hand", "handing", "must");
    private static final Set<String> GIVING = Set.of("give", "giving", "hand", "handing");
    private static final Set<String> GIVER = Set.of("i", "ill", "im", "must", "will");
    /** "Want to" and "let me" are hers; "for me to" is not. */
    private static final Set<String> BEFORE_TO = Set.of("want", "going", "like", "ready", "need", "have");
    private static final Set<String> BETWEEN = Set.of("it", "this", "that", "the", "one", "ones", "code", "codes", "number", "k", "alert", "case",
            "ok", "now", "please", "pls", "all", "of", "them", "both", "these", "those", "my", "and", "re", "over", "on", "for", "with");
    private static final Set<String> BEHIND_PASS = Set.of("till", "until", "til", "untill", "for", "after", "not", "cant", "sorry", "i", "im", "tonight",
            "no");
    private static final Set<String> BEHIND_DONE = Set.of("she", "all", "free", "home", "released", "safe", "ok");
    private static final Set<String> DOUBTS = Set.of("maybe", "perhaps", "might", "nope", "nah", "wrong", "mistake", "oops", "unless", "if", "wait",
            "cancel", "unsure", "idk", "dunno");
    /** Beside TAKE: it is for another time, or for somebody else. */
    private static final Set<String> NOT_HERS = Set.of("later", "tomorrow", "tmr", "tmrw", "wish", "hope", "let", "tell", "ask", "instead",
            "somebody", "someone", "anyone", "anybody", "should", "would");
    private static final Set<String> RETURNING = Set.of("soon", "in", "later", "on", "coming", "going", "there", "after", "at", "tomorrow", "when", "by");
    private static final Set<String> HARMLESS_NO = Set.of("problem", "prob", "worries", "worry");
    private static final Set<String> HARMLESS_BEHIND_BUT = Set.of("stay", "talk", "speak", "call", "write", "text", "answer", "bring");
    private static final Set<String> LATE = Set.of("late", "for", "delay");
    private static final Set<String> DECLINING = Set.of("sorry", "sick", "busy");
    private static final Set<String> FEW = Set.of("few", "some", "couple");

    /** @param clause commas and the ends of sentences part clauses */
    private record Item(Token token, String word, boolean code, int clause) {
        boolean isWord() {
            return token.isWord();
        }

        boolean isOneOf(Set<String> words) {
            return isWord() && words.contains(word);
        }
    }

    /** Whether one of the words stands so. */
    boolean holds(Command command) {
        return commands.stream().anyMatch(word -> holds(word, command));
    }

    /** Whether other words of hers stand before the command: then all is kept as she wrote it. */
    boolean isBehindWords() {
        return text.words().stream().takeWhile(word -> !commands.contains(word)).map(word -> ReplyWords.bare(word.text())).anyMatch(word ->
                !ReplyWords.isFiller(word) && !ReplyWords.isASlipFrom(word, "take") && !word.equals("sorry") && !replyWords.isFillerOfPack(word));
    }

    private boolean holds(Token word, Command command) {
        var items = items();
        var at = items.stream().map(Item::token).toList().indexOf(word);
        var before = items.subList(0, at);
        var behind = items.subList(at + 1, items.size());
        var sentence = before.stream().filter(item -> item.token().sentence() == word.sentence()).toList();
        var earlier = before.subList(0, before.size() - sentence.size());
        if (!areBefore(sentence, command) && !isDeclinedBefore(before, items.get(at), command)) {
            return false;
        }
        var meant = !sentence.isEmpty() && sentence.getFirst().word().equals("but") || !isDoubted(earlier, command);
        var code = codeIn(behind);
        if (code >= 0) {
            var rest = behind.subList(code + 1, behind.size());
            return meant && behind.subList(0, code).stream().allMatch(item -> isBetween(item, command)) && !isDoubted(rest, command)
                    && !isAskedBehind(behind.get(code).token());
        }
        var last = codeIn(before.reversed());
        return meant && (last < 0 || areBefore(before.subList(before.size() - last, before.size()), command))
                && isFollowed(items.get(at), behind, command) && !isDoubted(behind, command);
    }

    private static int codeIn(List<Item> items) {
        return items.stream().map(Item::code).toList().indexOf(true);
    }

    private List<Item> items() {
        var items = new ArrayList<Item>();
        var clause = 0;
        var end = 0;
        for (var token : text.tokens()) {
            if (token.kind() == Kind.STOP || token.kind() == Kind.QUESTION || text.written().substring(end, token.from()).contains(",")) {
                clause++;
            }
            end = token.to();
            if (token.isWord() || token.kind() == Kind.NUMBER && !text.isOfAlertNumber(token)) {
                items.add(new Item(token, token.isWord() ? ReplyWords.bare(token.text()) : "", text.isOfCode(token), clause));
            }
        }
        return items;
    }

    private boolean areBefore(List<Item> items, Command command) {
        var giving = items.stream().anyMatch(item -> item.isOneOf(GIVING));
        for (var at = 0; at < items.size(); at++) {
            var item = items.get(at);
            var last = at == 0 ? "" : items.get(at - 1).word();
            var isHers = item.word().equals("to") && BEFORE_TO.contains(last) || item.word().equals("me") && last.equals("let")
                    || giving && command == Command.BACK && item.isOneOf(GIVER);
            if (!item.code() && !isHers && !isCommand(item, command) && !item.isOneOf(BEFORE_ALL) && !item.isOneOf(before(command))
                    && !(item.isWord() && command != Command.BACK && replyWords.isFillerOfPack(item.word()))) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> before(Command command) {
        return switch (command) {
            case TAKE -> BEFORE_TAKE;
            case PASS -> BEFORE_PASS;
            case HERE -> BEFORE_HERE;
            case DONE -> BEFORE_DONE;
            case BACK -> BEFORE_BACK;
            default -> Set.of();
        };
    }

    /** "Can't tonight, my kid is sick, pass 482913". */
    private boolean isDeclinedBefore(List<Item> before, Item word, Command command) {
        return command == Command.PASS && before.getLast().clause() != word.clause()
                && before.stream().anyMatch(item -> item.isOneOf(DECLINING) || item.isWord() && replyWords.isNot(item.token().text()));
    }

    /** The word itself once more, or a slip away from it. */
    private boolean isCommand(Item item, Command command) {
        return commands.contains(item.token()) || item.isWord() && ReplyWords.isASlipFrom(item.word(), command.name().toLowerCase(Locale.ROOT));
    }

    /** "Back now" and "back on" are said by who returns. */
    private boolean isBetween(Item item, Command command) {
        if (command == Command.BACK && item.isOneOf(Set.of("now", "ok", "on", "for", "over"))) {
            return false;
        }
        return isCommand(item, command) || item.isOneOf(BETWEEN) || item.word().equals("no") && text.isBehindNumberWord(item.token());
    }

    /** "482913 take it easy" goes on where a plain form would end; behind the others a note may follow. */
    private boolean isFollowed(Item word, List<Item> behind, Command command) {
        var wholeClause = command == Command.TAKE || command == Command.BACK;
        return behind.stream().takeWhile(item -> item.clause() == word.clause()).limit(wholeClause ? behind.size() : 1)
                .allMatch(item -> mayFollow(word, item, command));
    }

    private boolean mayFollow(Item word, Item next, Command command) {
        return next.clause() != word.clause() || command == Command.HERE || next.code() || isCommand(next, command)
                || next.isOneOf(BETWEEN) && !next.isOneOf(Set.of("over", "for", "with", "one")) || next.isOneOf(BEFORE_ALL)
                || command == Command.TAKE && next.isOneOf(BEFORE_TAKE) && !next.word().equals("a")
                || command == Command.PASS && next.isOneOf(BEHIND_PASS) || command == Command.DONE && next.isOneOf(BEHIND_DONE)
                || command == Command.BACK && next.isOneOf(DECLINING);
    }

    /** "DONE 604417?" */
    private boolean isAskedBehind(Token code) {
        var next = text.tokens().indexOf(code) + 1;
        return next < text.tokens().size() && text.tokens().get(next).kind() == Kind.QUESTION;
    }

    private boolean isDoubted(List<Item> items, Command command) {
        if (items.isEmpty()) {
            return false;
        }
        var first = items.getFirst();
        if (items.getLast().word().equals("no") || command == Command.BACK && first.isOneOf(RETURNING)) {
            return true;
        }
        if (command == Command.DONE) {
            return first.isOneOf(DOUBTS) || first.isOneOf(Set.of("soon", "later", "tomorrow", "when"))
                    || first.word().equals("not") && items.size() > 1 && items.get(1).word().equals("yet");
        }
        return items.stream().anyMatch(item -> item.isOneOf(DOUBTS))
                || command == Command.TAKE && Stream.iterate(0, at -> at < items.size(), at -> at + 1).anyMatch(at -> isAgainstTaking(items, at));
    }

    private boolean isAgainstTaking(List<Item> items, int at) {
        var item = items.get(at);
        var next = at + 1 < items.size() ? items.get(at + 1).word() : "";
        if (item.word().equals("no")) {
            return !HARMLESS_NO.contains(next);
        }
        if (item.word().equals("sorry")) {
            return !LATE.contains(next);
        }
        if (!item.isWord() || !replyWords.isNot(item.token().text())) {
            return item.isOneOf(NOT_HERS);
        }
        // "10 min" counts minutes, where "min" alone is a "not" of the pack.
        var counts = at > 0 && (!items.get(at - 1).isWord() && !items.get(at - 1).code() || items.get(at - 1).isOneOf(FEW));
        var but = items.subList(0, at).stream().anyMatch(one -> one.word().equals("but"));
        return !(counts && replyWords.nots().contains(item.word())) && !next.equals("worry") && !(but && HARMLESS_BEHIND_BUT.contains(next));
    }
}
