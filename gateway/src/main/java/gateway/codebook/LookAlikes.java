package gateway.codebook;

import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import java.text.Normalizer.Form;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Letters that look like others: a lone l that was meant as a 1, and a word in letters of another script. */
final class LookAlikes {

    private static final Map<String, String> DIGITS = Map.of("l", "1", "I", "1", "|", "1", "І", "1", "Ι", "1", "ӏ", "1",
            "o", "0", "O", "0", "о", "0");
    private static final Map<String, String> MORE_DIGITS = Map.of("О", "0", "ο", "0", "Ο", "0");

    private static final String OTHERS = "аеосрхуіјѕԁոοαευικνρτχϲ";
    private static final String LATIN = "aeocpxyijsdnoaeuiknptxc";

    private static final String LEET = "oizeasbtbg";
    private static final int SHORTEST_LEET = 4;
    private static final int LONGEST_LEET = 20;

    private LookAlikes() {}

    /** The digit a text of a single letter was meant as; "l!" is one letter, "ll" is two. */
    static Optional<String> digitOf(FoldedText text) {
        if (text.text().length() > 1) {
            return Optional.empty();
        }
        var letters = new StringBuilder();
        Normalizer.normalize(text.written(), Form.NFKC).codePoints()
                .filter(letter -> !TextFolding.isUnseen(letter) && ".!?".indexOf(letter) < 0)
                .forEach(letters::appendCodePoint);
        return Optional.ofNullable(DIGITS.getOrDefault(letters.toString(), MORE_DIGITS.get(letters.toString())));
    }

    /** Whether a word of these letters has digits among four signs or more, and more letters than digits. */
    static boolean isLeet(String text, int from, int to) {
        var digits = 0;
        var latin = 0;
        for (var at = from; at < to; at++) {
            var sign = text.charAt(at);
            digits += TextFolding.isPlainDigit(sign) ? 1 : 0;
            latin += sign >= 'a' && sign <= 'z' ? 1 : 0;
        }
        return digits > 0 && latin > digits && digits + latin == to - from && to - from >= SHORTEST_LEET
                && to - from <= LONGEST_LEET;
    }

    /** With letters in place of digits; a 1 is an i or an l. */
    static List<String> wordsOfLeet(String word) {
        var plain = new StringBuilder();
        word.chars().forEach(sign -> plain.append(TextFolding.isPlainDigit(sign) ? LEET.charAt(sign - '0') : (char) sign));
        var with = plain.toString();
        return word.indexOf('1') < 0 ? List.of(with) : List.of(with, word.replace('1', 'l').chars()
                .mapToObj(sign -> String.valueOf(TextFolding.isPlainDigit(sign) ? LEET.charAt(sign - '0') : (char) sign))
                .reduce("", String::concat));
    }

    /** A folded word in Latin letters without accents, as far as they look alike. */
    static String inLatin(String word) {
        if (word.chars().allMatch(letter -> letter < 0x80)) {
            return word;
        }
        var latin = new StringBuilder(word.length());
        Normalizer.normalize(word, Form.NFD).codePoints().filter(letter -> !TextFolding.isMark(letter)).forEach(letter -> {
            var at = OTHERS.indexOf(letter);
            latin.appendCodePoint(at < 0 ? letter : LATIN.charAt(at));
        });
        return latin.toString();
    }
}
