package gateway.reading;

import gateway.codebook.Aside;
import gateway.codebook.Code;
import gateway.codebook.Codebook;
import gateway.codebook.Grounds;
import gateway.codebook.Lexicon;
import gateway.codebook.Reading;
import gateway.codebook.WholeReading;
import gateway.folding.FoldedText;
import gateway.place.Gazetteer;
import gateway.place.Spot;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a report's words mean. Names of places are taken out before a digit is read as a code, so that "7 makara" is an
 * area and no raid. Pure.
 */
public final class Understanding {

    private final Codebook codebook;
    private final Gazetteer gazetteer;

    public Understanding(Codebook codebook, Gazetteer gazetteer) {
        this.codebook = codebook;
        this.gazetteer = gazetteer;
    }

    /** Whether it is a word like STOP alone, after which a carrier may let us text a phone no more. */
    public boolean isOptOut(String words) {
        return codebook.isOptOut(words);
    }

    public Understood of(String words) {
        var text = FoldedText.of(words);
        var spots = gazetteer.spotsIn(text);
        var asides = spots.stream().map(spot -> new Aside(spot.from(), spot.to(), spot.meaning().code())).toList();
        var atFirst = codebook.read(text, asides, new BitSet());
        var misspelt = gazetteer.misspeltIn(text, isFree(atFirst), codebook::isNear);
        var read = misspelt.isEmpty() || !atFirst.safeWord().isEmpty() ? atFirst : readAgain(text, asides, misspelt);
        var first = read.safeWord().isEmpty() ? area(text, read, gazetteer.areaIn(spots, misspelt))
                : Optional.<Lexicon.Found<Spot>>empty();
        return new Understood(read.reading(), first.map(spot -> spot.meaning().area().shortCode()).orElse(null),
                first.map(spot -> text.written(spot.from(), spot.to())).orElse(""),
                read.people(), read.peopleFrom(), read.tag(), read.safeWord(), read.silent(), read.grounds(),
                spots.stream().map(spot -> spot.meaning().custody()).filter(id -> !id.isEmpty()).collect(Collectors.toUnmodifiableSet()));
    }

    /** Read once more where a name may be misspelt: "9 prek pnoh" asks for silence, and is no nine in the morning. */
    private WholeReading readAgain(FoldedText text, List<Aside> asides, List<Lexicon.Found<Spot>> misspelt) {
        var names = new BitSet();
        misspelt.forEach(name -> names.set(name.from(), name.to()));
        return codebook.read(text, asides, names);
    }

    /** Unless its name is another word as well, and nothing beside it says that it is meant. */
    private Optional<Lexicon.Found<Spot>> area(FoldedText text, WholeReading read, Optional<Lexicon.Found<Spot>> area) {
        return area.filter(spot -> !gazetteer.isShy(text, spot) || !(read.reading() instanceof Reading.Unclear)
                || gazetteer.isBehindPlaceWord(text, spot));
    }

    /** A tag is no name. */
    private Predicate<String> isFree(WholeReading read) {
        return word -> !word.equals(read.tag()) && codebook.isFree(word);
    }

    /** Somebody rang. */
    public Understood missedCall() {
        return new Understood(new Reading.Coded(codebook.missedCall(), ""), null, "", 0, "", null, "", false, Grounds.NONE, Set.of());
    }

    /** A human has read it. */
    public Understood coded(Code code) {
        return new Understood(new Reading.Coded(code, ""), null, "", 0, "", null, "", code.silences(), Grounds.NONE, Set.of());
    }

    /** Nothing was understood: a human reads it. */
    public Understood nothing() {
        return new Understood(new Reading.Unclear(codebook.unclear(), null, ""), null, "", 0, "", null, "", false, Grounds.NONE, Set.of());
    }
}
