package gateway.codebook;

import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What people text, and what it means. It reads anything, refuses nothing and never guesses: what is not plainly a code
 * is unclear, and a human reads it.
 */
public final class Codebook {

    private final Map<String, Code> byMark = new HashMap<>();
    private final Map<String, Code> byId = new HashMap<>();
    private final Code unclear;
    private final Code missedCall;
    final BookWords words;
    private final Lexicon<Meaning> lexicon;
    private final Spelling spelling;
    private final Map<String, Code> aliases;
    private final List<Alias> slippable;

    /** @param digits the codes a text can name, each with its digit as its mark */
    Codebook(List<Code> digits, Code unclear, Code missedCall, BookWords words) {
        this.unclear = unclear;
        this.missedCall = missedCall;
        this.words = words;
        lexicon = words.lexicon();
        var all = words.aliases();
        aliases = all.stream().collect(Collectors.toUnmodifiableMap(Alias::spelt, Alias::code, (code, _) -> code));
        spelling = new Spelling(all);
        slippable = all.stream().filter(alias -> !alias.exact()).toList();
        digits.forEach(code -> byMark.put(code.mark(), code));
        Stream.concat(digits.stream(), Stream.of(unclear, missedCall)).forEach(code -> byId.put(code.id(), code));
    }

    public Reading read(String words) {
        return read(FoldedText.of(words), List.of(), new BitSet()).reading();
    }

    /**
     * @param asides what has been understood of it elsewhere, so that no digit in it is read as a code
     * @param names  which letters may be a misspelt name's
     */
    public WholeReading read(FoldedText text, List<Aside> asides, BitSet names) {
        var optedOut = optedOut(text);
        if (optedOut.isPresent()) {
            return optedOut.get();
        }
        var pieces = Pieces.of(text, asides, lexicon);
        pieces.inOrder().replaceAll(piece -> names.get(piece.from()) ? piece.perhapsOfName() : piece);
        var counted = HeadCount.of(text, pieces.inOrder(), this::mayBeCode, this::mayBeGrave);
        var naming = new Naming(text, pieces.inOrder(), byMark, spelling, words.meanings(), unclear);
        asides.forEach(aside -> byId(aside.code()).ifPresent(code -> naming.place(aside, code)));
        naming.walk();
        var reading = naming.reading();
        return new WholeReading(reading, counted.people(), counted.from(), pieces.tag(), naming.safeWord(), naming.isSilent(),
                naming.grounds(reading));
    }

    /** "STOP" and nothing else: from a reporter it is a wish for silence. */
    private Optional<WholeReading> optedOut(FoldedText text) {
        return words.optOut().contains(text.text()) ? silence().map(code -> new WholeReading(
                new Reading.Coded(code, text.written()), 0, "", null, "", true, new Grounds(
                        List.of(new Grounds.Cause(text.written(), Grounds.Rule.STOP_WORD, code.mark())), Set.of(), false)))
                : Optional.empty();
    }

    private Optional<Code> silence() {
        return byId.values().stream().filter(Code::silences).findFirst();
    }

    private boolean mayBeGrave(Piece number) {
        var code = byMark.get(number.digits().substring(0, 1));
        return number.isOneDigit() && code != null && !code.guarded() && !code.mild();
    }

    private boolean mayBeCode(Piece number) {
        var code = byMark.get(number.digits().substring(0, 1));
        return number.isOneDigit() && code != null && !code.guarded();
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
        return this.words.optOut().contains(TextFolding.fold(words));
    }

    /** Whether this is one of the words that let a carrier text a phone again, and nothing else. */
    public boolean isOptIn(String words) {
        return this.words.optIn().contains(TextFolding.fold(words));
    }

    /** Whether this is one of the words that carriers answer by themselves, and nothing else. */
    public boolean isCarrierWord(String words) {
        return this.words.carriers().contains(TextFolding.fold(words));
    }

    /** The words that carriers answer by themselves; nothing we ask people to text may be near one. */
    public Set<String> carrierWords() {
        return words.carriers();
    }

    /** The words that name codes, folded and written together, each with its code. */
    public Map<String, Code> aliases() {
        return aliases;
    }

    /** Whether letters written together are a word that names a code, or a slip away from one. */
    public boolean isNear(String letters) {
        var mask = Slips.lettersOf(letters);
        return slippable.stream().anyMatch(alias -> Slips.mayBeWithin(alias.letters(), mask, 1)
                && Slips.between(alias.spelt(), letters, 1) <= 1);
    }

    /** Whether a word says nothing to the codebook, so that it may be somebody's tag or safe word. */
    public boolean isFree(String word) {
        var text = FoldedText.of(word);
        var pieces = Pieces.of(text, List.of(), lexicon).inOrder();
        return pieces.size() == 1 && pieces.getFirst().saysNothing()
                && spelling.meantBy(text.text()).isEmpty();
    }
}
