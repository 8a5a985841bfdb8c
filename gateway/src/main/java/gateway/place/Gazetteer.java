package gateway.place;

import gateway.codebook.Lexicon;
import gateway.folding.FoldedText;
import gateway.folding.TextFolding;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds an area by the words people use for it or for a place in it, in any script the pack has names in. */
public final class Gazetteer {

    private final List<Area> areas;
    private final List<Place> custodyPlaces;
    private final Map<String, Spot> names = new HashMap<>();
    private final Lexicon<Spot> lexicon;
    private final MisspeltNames misspelt;

    private final Set<String> shy;
    private final Set<String> placeWords;

    public Gazetteer(List<Area> areas, List<Place> places) {
        this(areas, places, List.of(), List.of(), List.of());
    }

    /**
     * @param ordinary   words that are no slip of a name, however near
     * @param shy        names that are other words as well, and are meant only beside a code or behind a place word
     * @param placeWords words behind which a shy name is meant
     */
    Gazetteer(List<Area> areas, List<Place> places, List<String> ordinary, List<String> shy, List<String> placeWords) {
        this.shy = folded(shy);
        this.placeWords = folded(placeWords);
        this.areas = List.copyOf(areas);
        this.custodyPlaces = places.stream().filter(place -> place.kind() == PlaceKind.CUSTODY).toList();
        for (var area : areas) {
            add(Stream.concat(area.names().values().stream(), area.aliases().stream()), new Spot(area, "", ""));
        }
        for (var place : places) {
            add(Stream.concat(place.names().values().stream(), place.aliases().stream()), spot(place));
        }
        lexicon = new Lexicon<>(names, false);
        misspelt = new MisspeltNames(names, folded(ordinary));
    }

    /** All the text names, in its order; where one name lies within another, the longer one. */
    public List<Lexicon.Found<Spot>> spotsIn(FoldedText text) {
        return lexicon.find(text.text(), new BitSet());
    }

    /**
     * The area the words name, of several the first; without a known name, the one area that a name with a single slip in it
     * may mean: a guess. A name that may as well be a slip of a longer one elsewhere is none.
     *
     * @param named    all that the text names
     * @param misspelt all that may have been misspelt in it
     */
    public Optional<Lexicon.Found<Spot>> areaIn(List<Lexicon.Found<Spot>> named, List<Lexicon.Found<Spot>> misspelt) {
        return named.isEmpty() ? MisspeltNames.find(misspelt)
                : Optional.of(named.getFirst()).filter(spot -> !MisspeltNames.isDoubtful(spot, misspelt));
    }

    /**
     * Every name that may have been misspelt by a single slip, also where two areas are as near.
     *
     * @param isFree whether a word means nothing else
     * @param isCode whether letters written together may as well be a word for a code
     */
    public List<Lexicon.Found<Spot>> misspeltIn(FoldedText text, Predicate<String> isFree, Predicate<String> isCode) {
        return misspelt.all(text, isFree, isCode);
    }

    /** "tk", "dp": thanks and a picture, too. */
    public boolean isShy(FoldedText text, Lexicon.Found<Spot> spot) {
        return shy.contains(text.text().substring(spot.from(), spot.to()));
    }

    /** "at bkk". */
    public boolean isBehindPlaceWord(FoldedText text, Lexicon.Found<Spot> spot) {
        var before = text.text().substring(0, spot.from()).stripTrailing();
        return placeWords.stream().anyMatch(word -> before.equals(word) || before.endsWith(" " + word)
                || TextFolding.isUnspaced(word) && before.endsWith(word));
    }

    /** The area the words name, of several the first. */
    public Optional<Area> areaIn(String words) {
        return spotsIn(FoldedText.of(words)).stream().findFirst().map(found -> found.meaning().area());
    }

    public List<Area> areas() {
        return areas;
    }

    /** Where people are held. */
    public List<Place> custodyPlaces() {
        return custodyPlaces;
    }

    /** Every name by which people may call an area, folded. */
    public List<String> names() {
        return List.copyOf(names.keySet());
    }

    /** The ids of the codes that places mean. */
    public List<String> codes() {
        return names.values().stream().map(Spot::code).filter(code -> !code.isEmpty()).distinct().sorted().toList();
    }

    private static Set<String> folded(List<String> words) {
        return words.stream().map(TextFolding::fold).collect(Collectors.toUnmodifiableSet());
    }

    private static Spot spot(Place place) {
        return new Spot(place.area(), place.code(), place.kind() == PlaceKind.CUSTODY ? place.id() : "");
    }

    private void add(Stream<String> written, Spot spot) {
        written.map(TextFolding::fold).forEach(folded -> names.putIfAbsent(folded, spot));
    }
}
