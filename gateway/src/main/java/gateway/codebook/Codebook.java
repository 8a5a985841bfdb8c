package gateway.codebook;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the digits people text mean. It reads anything, refuses nothing and never guesses: what is not plainly a code is
 * unclear, and a human reads it.
 */
public final class Codebook {

    private final Map<String, Code> byMark;
    private final Map<String, Code> byId;
    private final Code unclear;
    private final Code missedCall;
    private final Set<String> optOutWords;
    private final Set<String> optInWords;
    private final Set<String> carrierWords;

    /**
     * @param digits       the codes a text can name, each with its digit as its mark
     * @param optOutWords  folded words that alone, from a responder, mean that we may not text this phone again
     * @param optInWords   folded words that alone let a carrier text a phone again
     * @param carrierWords those, and the others that carriers answer by themselves
     */
    public Codebook(List<Code> digits, Code unclear, Code missedCall, Set<String> optOutWords,
            Set<String> optInWords, Set<String> carrierWords) {
        this.unclear = unclear;
        this.missedCall = missedCall;
        this.optOutWords = Set.copyOf(optOutWords);
        this.optInWords = Set.copyOf(optInWords);
        this.carrierWords = Set.copyOf(carrierWords);
        byMark = new HashMap<>();
        digits.forEach(code -> byMark.put(code.mark(), code));
        byId = new HashMap<>();
        Stream.concat(digits.stream(), Stream.of(unclear, missedCall)).forEach(code -> byId.put(code.id(), code));
    }

    public Reading read(String words) {
        var folded = TextFolding.fold(words);
        if (isOneDigitAgainAndAgain(folded)) {
            return ofDigit(folded);
        }
        var tokens = folded.split(" ", -1);
        var first = byMark.get(tokens[0]);
        if (first == null || first.guarded()) {
            return new Reading.Unclear(unclear, null, "");
        }
        return new Reading.Coded(gravestIfAllAreDigits(tokens).orElse(first), wordsAfterTheDigit(words));
    }

    public Optional<Code> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    public Code unclear() {
        return unclear;
    }

    public Code missedCall() {
        return missedCall;
    }

    /** Every code, the gravest first. */
    public List<Code> codes() {
        return byId.values().stream().sorted(Comparator.comparingInt(Code::gravity)).toList();
    }

    /** Whether this is one of the words by which a phone's owner forbids us to text it, and nothing else. */
    public boolean isOptOut(String words) {
        return optOutWords.contains(TextFolding.fold(words));
    }

    /** Whether this is one of the words that let a carrier text a phone again, and nothing else. */
    public boolean isOptIn(String words) {
        return optInWords.contains(TextFolding.fold(words));
    }

    /** Whether this is one of the words that carriers answer by themselves, and nothing else. */
    public boolean isCarrierWord(String words) {
        return carrierWords.contains(TextFolding.fold(words));
    }

    /** The words that carriers answer by themselves; nothing we ask people to text may be near one. */
    public Set<String> carrierWords() {
        return carrierWords;
    }

    /** "1", "111", "1 1 1", "1!!". */
    private static boolean isOneDigitAgainAndAgain(String folded) {
        return !folded.isEmpty() && folded.charAt(0) >= '0' && folded.charAt(0) <= '9'
                && folded.chars().allMatch(letter -> letter == ' ' || letter == folded.charAt(0));
    }

    /** A guarded code counts only if it is the whole text: one digit, once. */
    private Reading ofDigit(String folded) {
        var code = byMark.get(folded.substring(0, 1));
        return code == null || code.guarded() && folded.length() > 1
                ? new Reading.Unclear(unclear, null, "")
                : new Reading.Coded(code, "");
    }

    /** "5 1": several codes and no word; the gravest is meant for certain. */
    private Optional<Code> gravestIfAllAreDigits(String[] tokens) {
        return Arrays.stream(tokens).allMatch(byMark::containsKey)
                ? Arrays.stream(tokens).map(byMark::get).filter(code -> !code.guarded())
                        .min(Comparator.comparingInt(Code::gravity))
                : Optional.empty();
    }

    /** As they were written, since a human reads them. */
    private static String wordsAfterTheDigit(String words) {
        var digit = firstThatSaysSomething(words, 0);
        var rest = digit == words.length() ? digit : digit + Character.charCount(words.codePointAt(digit));
        return words.substring(firstThatSaysSomething(words, rest)).strip();
    }

    private static int firstThatSaysSomething(String words, int from) {
        var at = from;
        while (at < words.length() && TextFolding.fold(Character.toString(words.codePointAt(at))).isEmpty()) {
            at += Character.charCount(words.codePointAt(at));
        }
        return at;
    }
}
