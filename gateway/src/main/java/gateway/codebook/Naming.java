package gateway.codebook;

import gateway.codebook.Grounds.Rule;
import gateway.codebook.Meaning.Role;
import gateway.codebook.Piece.Kind;
import gateway.codebook.Reading.Coded;
import gateway.codebook.Reading.TwoCodes;
import gateway.codebook.Reading.Unclear;
import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import java.util.Comparator;
import java.util.HashMap;
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
    private static final Set<Role> WARNINGS = Set.of(Role.NEGATES, Role.WARNS, Role.FORBIDS, Role.CONTACTS);

    private final FoldedText text;
    private final List<Piece> pieces;
    private final Map<String, Code> byMark;
    private final Spelling spelling;
    private final DigitsInWords digits;
    private final MeantCodes said = new MeantCodes();
    private final Map<String, Meaning> meanings;
    private final Code unclear;
    private final Map<String, Optional<Alias>> spelt = new HashMap<>();
    private Set<Code> codes = Set.of();
    private boolean silent;
    private int digitsEnd;

    /** @param unclear what a text of unknown words is */
    Naming(FoldedText text, List<Piece> pieces, Map<String, Code> byMark, Spelling spelling, Map<String, Meaning> meanings,
            Code unclear) {
        this.text = text;
        this.pieces = pieces;
        this.byMark = byMark;
        this.spelling = spelling;
        this.meanings = meanings;
        this.unclear = unclear;
        digits = new DigitsInWords(text.text(), pieces);
    }

    void place(Aside aside, Code code) {
        said.byDigit(code, text.written(aside.from(), aside.to()), Rule.PLACE);
    }

    void walk() {
        var first = true;
        for (var i = 0; i < pieces.size(); i++) {
            var piece = pieces.get(i);
            first = switch (piece.kind()) {
                case ASIDE, PLACE -> aside(piece) && first;
                case NUMBER -> number(i, first);
                case WORD, UNKNOWN, PERHAPS_A_NAME -> word(i) && first;
            };
        }
        codes = said.meant(unclear);
    }

    private boolean aside(Piece piece) {
        said.also(written(piece), Rule.COUNT);
        doubtNumber(piece);
        return true;
    }

    /** "1 of us", "1 am here": it counts or measures, and yet may have been a code after which no reply may go out. */
    private void doubtNumber(Piece number) {
        if (number.hasOneDigit() && Optional.ofNullable(byMark.get(number.digits().substring(0, 1))).filter(Naming::isNotMild).isPresent()) {
            said.doubtfulNumber();
        }
    }

    /** Whether a digit behind this still comes first. */
    private boolean word(int i) {
        var piece = pieces.get(i);
        if (ForbiddenContact.isAt(i, pieces, unclear)) {
            silence().ifPresent(code -> said.byWord(code, Set.of(Role.SOFT), written(piece), Rule.SILENCE));
        }
        if (piece.code() != null) {
            return known(i, piece.code());
        }
        var slip = piece.kind() == Kind.UNKNOWN ? spelt.computeIfAbsent(letters(piece), spelling::meantBy) : Optional.<Alias>empty();
        if (slip.isPresent()) {
            var meaning = meanings.get(slip.get().folded());
            said.byWord(slip.get().code(), meaning == null ? Set.of() : meaning.roles(), written(piece), Rule.SLIP);
            return true;
        }
        if (WARNINGS.stream().anyMatch(piece::is)) {
            said.warning(written(piece), piece.is(Role.NEGATES) || piece.is(Role.FORBIDS));
        } else if (piece.is(Role.FILLS)) {
            said.also(written(piece), Rule.FILLER);
        } else if (piece.is(Role.CHATTERS)) {
            said.also(written(piece), Rule.CHATTER);
        } else if (piece.isKnown()) {
            said.also(written(piece), Rule.PLAIN);
        } else {
            said.unknown(written(piece), Rule.UNKNOWN, "");
        }
        return piece.is(Role.FILLS);
    }

    private Optional<Code> silence() {
        return byMark.values().stream().filter(Code::silences).findFirst();
    }

    private boolean known(int i, Code code) {
        var piece = pieces.get(i);
        var roles = piece.meaning() == null ? Set.<Role>of() : piece.meaning().roles();
        if (roles.contains(Role.COMPOUND) && isHalfOfAWord(i)) {
            said.unknown(written(piece), Rule.HALF_OF_A_LONGER_WORD, code.mark());
            return false;
        }
        said.byWord(code, roles, written(piece), code.silences() ? Rule.SILENCE : Rule.WORD);
        if (piece.meaning() != null) {
            piece.meaning().held().forEach(held -> said.byWord(held, Set.of(), written(piece), Rule.WORD));
        }
        return true;
    }

    /** "data center": in Latin letters the first half makes it another word; in a script without spaces, the second. */
    private boolean isHalfOfAWord(int i) {
        var piece = pieces.get(i);
        if (TextFolding.isWrittenWithoutSpaces(text.text().codePointAt(piece.from()))) {
            return i + 1 < pieces.size() && pieces.get(i + 1).from() == piece.to() && isAnotherWord(pieces.get(i + 1));
        }
        return i > 0 && pieces.get(i - 1).to() + 1 == piece.from() && isAnotherWord(pieces.get(i - 1));
    }

    private static boolean isAnotherWord(Piece piece) {
        return piece.code() == null && !piece.is(Role.FILLS) && (piece.kind() == Kind.UNKNOWN || piece.kind() == Kind.WORD);
    }

    private boolean number(int i, boolean first) {
        var piece = pieces.get(i);
        var code = byMark.get(piece.digits().substring(0, 1));
        if (digits.isGrownTogether(i)) {
            said.also(written(piece), Rule.NUMBER_OF_SOMETHING_ELSE);
            said.doubtfulNumber();
            return first;
        }
        if (code != null && code.silences() && piece.digits().length() == 1) {
            silent = true;
        }
        if (!first || !piece.isOneDigit() || code == null || digits.beginsPhoneNumber(i)) {
            said.also(written(piece), Rule.NOT_FIRST);
            return false;
        }
        if (!code.guarded()) {
            said.byDigit(code, written(piece), Rule.DIGIT);
            digitsEnd = digitsEnd == i ? i + 1 : digitsEnd;
        }
        return true;
    }

    Grounds grounds(Reading reading) {
        var hinted = said.hinted(codes);
        var mild = said.isWhollyKnown() && !isSilent() && reading.codes().stream().noneMatch(Naming::isNotMild)
                && hinted.stream().noneMatch(Naming::isNotMild);
        return new Grounds(List.copyOf(said.causes()), hinted, mild);
    }

    /** A witness is asked for like who is held, and yet her own phone may be answered. */
    private static boolean isNotMild(Code code) {
        return code.presumesSeized() || code.silences() || code.grave() && !code.mild();
    }

    boolean isSilent() {
        return silent || codes.stream().anyMatch(Code::silences);
    }

    Reading reading() {
        if (codes.isEmpty()) {
            return wholeText().<Reading>map(code -> new Coded(code, "")).orElseGet(this::guess);
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
                || pieces.getLast().from() == pieces.getFirst().to()) {
            return "";
        }
        var word = pieces.getLast();
        var isWord = word.saysNothing()
                || word.meaning() != null && Set.of(Role.NO_SLIP, Role.PLAIN).containsAll(word.meaning().roles()) && word.code() == null && word.meaning().number() == 0;
        var letters = letters(word);
        return isWord && letters.codePoints().allMatch(letter -> Character.isLetter(letter) || TextFolding.isMark(letter))
                ? letters : "";
    }

    private boolean isGuardedDigit(String letters) {
        var code = byMark.get(letters);
        return code != null && code.guarded();
    }

    private Unclear guess() {
        var hinted = said.hinted(codes).stream().min(Comparator.comparingInt(Code::gravity));
        if (hinted.isPresent()) {
            return new Unclear(unclear, hinted.get(), said.wordsOf(hinted.get()));
        }
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

    private String written(Piece piece) {
        return text.written(piece.from(), piece.to());
    }

    private String letters(Piece piece) {
        return text.text().substring(piece.from(), piece.to());
    }
}
