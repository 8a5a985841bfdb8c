package gateway.codebook;

import gateway.codebook.Meaning.Role;
import gateway.codebook.Piece.Kind;
import gateway.codebook.Reading.Coded;
import gateway.codebook.Reading.TwoCodes;
import gateway.codebook.Reading.Unclear;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which codes the pieces of a text name, when all that counts, measures or says where has been set aside. A word of the
 * codebook names its code wherever it stands. A digit does so only where nothing unknown stands before it: "room 5" is no
 * cry for money.
 */
final class Naming {

    /** A guess is for a human's eye; so many words are looked at for one. */
    private static final int WORTH_A_GUESS = 100;

    private final FoldedText text;
    private final List<Piece> pieces;
    private final Map<String, Code> byMark;
    private final Spelling spelling;
    private final Set<Code> codes = new HashSet<>();
    private final Map<String, Optional<Code>> spelt = new HashMap<>();
    private final Set<Code> byWord = new HashSet<>();
    private boolean unknown;
    private boolean silent;
    private int digitsEnd;

    Naming(FoldedText text, List<Piece> pieces, Map<String, Code> byMark, Spelling spelling) {
        this.text = text;
        this.pieces = pieces;
        this.byMark = byMark;
        this.spelling = spelling;
    }

    void add(Code code) {
        codes.add(code);
    }

    /** @param unclear what a text of unknown words is; a word for something less grave counts only where all is understood */
    void walk(Code unclear) {
        var first = true;
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            first = switch (piece.kind()) {
                case ASIDE -> first;
                case NUMBER -> number(i, first);
                case WORD, UNKNOWN, PERHAPS_A_NAME -> word(piece) && first;
            };
        }
        byWord.stream().filter(code -> !unknown || code.isGraverThan(unclear)).forEach(codes::add);
    }

    /** Whether a digit behind this still comes first. */
    private boolean word(Piece piece) {
        var named = piece.code() != null ? Optional.of(piece.code())
                : piece.kind() == Kind.UNKNOWN ? spelt.computeIfAbsent(letters(piece), spelling::codeOf)
                : Optional.<Code>empty();
        named.ifPresent(byWord::add);
        unknown |= named.isEmpty() && !piece.is(Role.FILLS);
        return named.isPresent() || piece.is(Role.FILLS);
    }

    private boolean number(int i, boolean first) {
        var piece = pieces.get(i);
        if (isGrownTogether(piece)) {
            return first;
        }
        var code = byMark.get(piece.digits().substring(0, 1));
        if (code != null && code.silences() && piece.digits().length() == 1) {
            silent = true;
        }
        if (!first || !piece.isOneDigit() || code == null || beginsPhoneNumber(i)) {
            return false;
        }
        if (!code.guarded()) {
            codes.add(code);
            digitsEnd = digitsEnd == i ? i + 1 : digitsEnd;
        }
        return true;
    }

    /** "1st", "b4": no digit by itself. */
    private boolean isGrownTogether(Piece piece) {
        var letters = text.text();
        return piece.from() > 0 && letters.charAt(piece.from() - 1) != ' '
                || piece.to() < letters.length() && letters.charAt(piece.to()) != ' ';
    }

    /** "0 12 345 678". */
    private boolean beginsPhoneNumber(int i) {
        return pieces.get(i).digits().equals("0") && i + 1 < pieces.size() && pieces.get(i + 1).digits().length() > 1;
    }

    boolean isSilent() {
        return silent || codes.stream().anyMatch(Code::silences);
    }

    Reading reading(Code unclear) {
        if (codes.isEmpty()) {
            return wholeText().<Reading>map(code -> new Coded(code, "")).orElseGet(() -> guess(unclear));
        }
        var gravestFirst = codes.stream().sorted(Comparator.comparingInt(Code::gravity)).toList();
        return gravestFirst.size() == 1 ? new Coded(gravestFirst.getFirst(), note())
                : new TwoCodes(gravestFirst.getFirst(), gravestFirst, note());
    }

    /** What counts only when nothing else is there: a guarded digit, or that and a word, or a letter that looks like a digit. */
    private Optional<Code> wholeText() {
        return isGuardedDigit(text.text()) || !safeWord().isEmpty()
                ? Optional.ofNullable(byMark.get(text.text().substring(0, 1)))
                : LookAlikes.digitOf(text).map(byMark::get);
    }

    /** The one word beside a guarded digit that is all else of the text: "8 mango". */
    String safeWord() {
        if (pieces.size() != 2 || !codes.isEmpty() || !isGuardedDigit(letters(pieces.getFirst()))
                || isGrownTogether(pieces.getFirst())) {
            return "";
        }
        var word = pieces.getLast();
        var isWord = word.kind() == Kind.UNKNOWN
                || word.meaning() != null && word.meaning().roles().equals(Set.of(Role.NO_SLIP)) && word.meaning().number() == 0;
        var letters = letters(word);
        return isWord && letters.codePoints().allMatch(letter -> Character.isLetter(letter) || TextFolding.isMark(letter))
                ? letters : "";
    }

    private boolean isGuardedDigit(String letters) {
        var code = byMark.get(letters);
        return code != null && code.guarded();
    }

    private Unclear guess(Code unclear) {
        var unknown = pieces.stream().filter(piece -> piece.kind() == Kind.UNKNOWN).limit(WORTH_A_GUESS);
        for (var piece : unknown.toList()) {
            var guess = spelling.guessOf(letters(piece));
            if (guess.isPresent()) {
                return new Unclear(unclear, guess.get(), text.written(piece.from(), piece.to()));
            }
        }
        return new Unclear(unclear, null, "");
    }

    /** What stands behind the digits that begin the text; all of it where a word names the code. */
    private String note() {
        return digitsEnd == 0 ? text.written() : digitsEnd == pieces.size() ? ""
                : text.writtenFrom(pieces.get(digitsEnd).from());
    }

    private String letters(Piece piece) {
        return text.text().substring(piece.from(), piece.to());
    }
}
