package gateway.replyword;

import static gateway.replyword.Reply.NOT_A_REPLY;

import gateway.replyword.Reply.Act;
import gateway.replyword.Reply.AskBack;
import gateway.replyword.Reply.Command;
import gateway.replyword.Reply.Why;
import gateway.replyword.Reply.WrongCode;
import gateway.replyword.ReplyText.Kind;
import gateway.replyword.ReplyText.Token;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads replies as people write them: a living code and one command word, in any order, glued, in quotes, with a slip, with
 * words around them. It never guesses: what is not certain is asked back, and without a code nothing is taken or given up.
 */
public final class ReplyReader {

    /** Words with which other desks' texts begin. */
    private static final Set<String> OTHERS = Set.of("on", "off", "cover", "verify", "stop", "start");
    private static final Pattern COUNT = Pattern.compile("[0-9]{1,2}");

    private final ReplyWords replyWords;
    private final OwnTexts own;

    public ReplyReader(ReplyWords replyWords, OwnTexts own) {
        this.replyWords = replyWords;
        this.own = own;
    }

    /** @param hand the codes that are alive for the phone it came from */
    public Reply read(String written, Hand hand) {
        var tidy = Reply.tidy(written);
        if (own.isReaction(tidy)) {
            return NOT_A_REPLY;
        }
        var rest = own.cut(tidy);
        if (rest.equals(tidy)) {
            return new Reading(ReplyText.of(tidy), List.of(), hand).reply();
        }
        var quoted = ReplyText.of(tidy).codes().stream().filter(hand.live()::contains).toList();
        var behind = new Reading(ReplyText.of(rest), quoted, hand).reply();
        // Our own words sent back say nothing, but that she may want to answer.
        return !(behind instanceof Reply.NotAReply) || quoted.isEmpty() ? behind : new AskBack(Why.CODE_ALONE, null, quoted, rest.strip());
    }

    /** One text, without what is ours in it. */
    private final class Reading {

        private final ReplyText text;
        private final List<Token> words;
        private final List<String> live;
        private final List<String> wrong;
        private final boolean onlyQuoted;
        private final Hand hand;
        private final Certainty certainty;
        private final CodesBeside codes;

        Reading(ReplyText text, List<String> quoted, Hand hand) {
            this.text = text;
            this.hand = hand;
            certainty = new Certainty(text, replyWords);
            codes = new CodesBeside(text);
            words = text.words();
            var written = text.codes().stream().filter(hand.live()::contains).toList();
            onlyQuoted = written.isEmpty() && !quoted.isEmpty();
            live = onlyQuoted ? quoted : written;
            wrong = text.codes().stream().filter(code -> !hand.live().contains(code)).toList();
        }

        Reply reply() {
            var first = first();
            var command = first == null ? null : command(first);
            if (first != null && command != null && !command.countsAnywhere()) {
                return command == Command.NOTE ? opened(first, command) : wanted(first, command);
            }
            return command == Command.DONE && first != null ? opened(first, command) : amongWords();
        }

        /** The first word, behind what a mail or a phone puts there. */
        private @Nullable Token first() {
            return words.stream().filter(word -> !Set.of("re", "fw", "fwd").contains(ReplyWords.bare(word.text()))).findFirst().orElse(null);
        }

        private @Nullable Command command(Token word) {
            return replyWords.command(word.text())
                    .or(() -> codes.isBesideACode(word) ? replyWords.slipped(word.text()) : Optional.empty()).orElse(null);
        }

        /** NOTE and DONE: what stands behind them is her own words. */
        private Reply opened(Token first, Command command) {
            if (live.size() > 1 && onlyQuoted) {
                return asked(Why.CODE_ALONE, command, Set.of(first));
            }
            if (command == Command.DONE && !live.isEmpty() && !form(Set.of(first)).holds(command)) {
                return asked(Why.NOT_CERTAIN, command, Set.of(first));
            }
            if (!live.isEmpty()) {
                return new Act(command, live, true, false, List.of(), words(Set.of(first), live));
            }
            return missing(command, Set.of(first));
        }

        /** Whom a holder asks for: it may be for the only alert she has, since asking for hands takes nothing from anybody. */
        private Reply wanted(Token first, Command command) {
            var others = found();
            others.remove(first);
            if (others.values().stream().anyMatch(Command::countsAnywhere) && !live.isEmpty()) {
                return asked(Why.SEVERAL_WORDS, null, union(first, others));
            }
            var rest = text.without(Set.of(first), live);
            var bare = rest.isEmpty() || command == Command.MORE && COUNT.matcher(rest).matches();
            if (!live.isEmpty()) {
                return live.size() == 1 ? certainty.isLacking(first, command) ? asked(Why.NOT_CERTAIN, command, Set.of(first))
                        : new Act(command, live, true, false, wrong, rest) : asked(Why.CODE_ALONE, command, Set.of(first));
            }
            if (!wrong.isEmpty()) {
                return missing(command, Set.of(first));
            }
            if (bare && hand.held().size() == 1 && !certainty.isQuestion(first)) {
                return new Act(command, hand.held(), false, false, List.of(), rest);
            }
            var isProse = command == Command.MORE && !bare && !text.holdsOnly(Set.of(first));
            return hand.live().isEmpty() || isProse ? NOT_A_REPLY : asked(Why.WORD_ALONE, command, Set.of(first));
        }

        private Reply amongWords() {
            var found = found();
            var commands = new HashSet<>(found.values());
            if (found.isEmpty()) {
                return live.isEmpty() || onlyQuoted || isOthers() ? NOT_A_REPLY
                        : asked(StationWord.beginsLikeOne(text.written()) ? Why.STATION : Why.CODE_ALONE, null, Set.of());
            }
            if (commands.size() > 1) {
                return live.isEmpty() && !text.holdsOnly(found.keySet()) ? NOT_A_REPLY : asked(Why.SEVERAL_WORDS, null, found.keySet());
            }
            var command = commands.iterator().next();
            var at = found.keySet().iterator().next();
            var all = all(found.keySet());
            if (live.isEmpty()) {
                return all.isEmpty() || !text.holdsOnly(found.keySet()) || !wrong.isEmpty() ? missing(command, found.keySet())
                        : asked(Why.ALL_OF_WHICH, command, found.keySet());
            }
            if (found.keySet().stream().anyMatch(word -> certainty.isLacking(word, command)) || onlyQuoted && live.size() > 1
                    || !form(found.keySet()).holds(command)) {
                return asked(Why.NOT_CERTAIN, command, found.keySet());
            }
            if (!all.isEmpty() && command != Command.TAKE) {
                return asked(Why.ALL_OF_WHICH, command, found.keySet());
            }
            var said = new HashSet<>(found.keySet());
            said.addAll(all);
            return new Act(command, live, true, !all.isEmpty(), wrong, words(form(found.keySet()).isBehindWords() ? Set.of()
                    : command == Command.DONE ? Set.of(at) : said, text.codes()));
        }

        /** Words for another desk. */
        private boolean isOthers() {
            return !words.isEmpty() && OTHERS.contains(ReplyWords.bare(words.getFirst().text()))
                    || StationWord.read(text.written()).isPresent();
        }

        private PlainForm form(Set<Token> commands) {
            return new PlainForm(text, replyWords, commands);
        }

        /** The command words that count here; a slip only where no word is written right. */
        private Map<Token, Command> found() {
            var found = new LinkedHashMap<Token, Command>();
            for (var word : words) {
                replyWords.command(word.text()).filter(Command::countsAnywhere).ifPresent(command -> found.put(word, command));
                if (found.containsValue(Command.DONE)) {
                    return found;
                }
            }
            if (found.isEmpty()) {
                words.stream().filter(codes::isBesideACode).forEach(word -> replyWords.slipped(word.text())
                        .filter(Command::countsAnywhere).ifPresent(command -> found.put(word, command)));
            }
            return found;
        }

        /** "ALL" behind the command, or in a text of nothing else. */
        private Set<Token> all(Set<Token> commands) {
            var all = new HashSet<Token>();
            for (var at = 0; at < words.size(); at++) {
                if (ReplyWords.bare(words.get(at).text()).equals("all")
                        && (at > 0 && commands.contains(words.get(at - 1)) && !text.tokens().get(Math.max(0,
                                text.tokens().indexOf(words.get(at)) - 1)).kind().equals(Kind.NUMBER) || text.holdsOnly(commands))) {
                    all.add(words.get(at));
                }
            }
            return all;
        }

        /** A command without a living code: a wrong one, the word alone, or words that only hold it. */
        private Reply missing(Command command, Set<Token> commands) {
            if (!wrong.isEmpty() && (text.holdsOnly(commands) || commands.stream().anyMatch(codes::isBesideACode))) {
                return new WrongCode(command, wrong, words(commands, wrong));
            }
            return text.holdsOnly(commands) || commands.stream().allMatch(codes::isBesideDigits) ? asked(Why.WORD_ALONE, command, commands)
                    : isNegatedAlone(commands) ? asked(Why.NOT_CERTAIN, command, commands) : NOT_A_REPLY;
        }

        private boolean isNegatedAlone(Set<Token> commands) {
            return text.tokens().stream().allMatch(token -> token.kind() != Kind.NUMBER)
                    && words.stream().allMatch(word -> commands.contains(word) || ReplyWords.isFiller(word.text()) || replyWords.isNot(word.text()));
        }

        private Reply asked(Why why, @Nullable Command command, Set<Token> commands) {
            // A command that is part of her words is kept with them.
            return new AskBack(why, command, live, words(commands, live).isEmpty() ? "" : words(Set.of(), live));
        }

        private String words(Set<Token> commands, List<String> codes) {
            return text.without(commands, codes);
        }

        private Set<Token> union(Token first, Map<Token, Command> others) {
            var all = new HashSet<>(others.keySet());
            all.add(first);
            return all;
        }
    }
}
