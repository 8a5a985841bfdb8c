package gateway.codebook;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.Map;
import java.util.Optional;

/** Letters that look like others: a lone l that was meant as a 1, and a word in letters of another script. */
final class LookAlikes {

    private static final Map<String, String> DIGITS = Map.of("l", "1", "I", "1", "|", "1", "І", "1", "Ι", "1", "ӏ", "1",
            "o", "0", "O", "0", "о", "0");
    private static final Map<String, String> MORE_DIGITS = Map.of("О", "0", "ο", "0", "Ο", "0");

    private static final String OTHERS = "аеосрхуіјѕԁոοαευικνρτχϲ";
    private static final String LATIN = "aeocpxyijsdnoaeuiknptxc";

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
