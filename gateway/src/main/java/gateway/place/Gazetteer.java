package gateway.place;

import gateway.codebook.FoldedText;
import gateway.codebook.Lexicon;
import gateway.codebook.TextFolding;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds an area by the words people use for it or for a place in it, in any script the pack has names in. */
public final class Gazetteer {

    private final List<Area> areas;
    private final List<Place> custodyPlaces;
    private final Map<String, Spot> names = new HashMap<>();
    private final Lexicon<Spot> lexicon;

    public Gazetteer(List<Area> areas, List<Place> places) {
        this.areas = List.copyOf(areas);
        this.custodyPlaces = places.stream().filter(place -> place.kind() == PlaceKind.CUSTODY).toList();
        for (var area : areas) {
            add(Stream.concat(area.names().values().stream(), area.aliases().stream()), new Spot(area, "", ""));
        }
        for (var place : places) {
            add(Stream.concat(place.names().values().stream(), place.aliases().stream()), spot(place));
        }
        lexicon = new Lexicon<>(names, false);
    }

    /** All the text names, in its order; where one name lies within another, the longer one. */
    public List<Lexicon.Found<Spot>> spotsIn(FoldedText text) {
        return lexicon.find(text.text(), new BitSet());
    }

    /** The area the words name, of several the first. */
    public Optional<Area> areaIn(String words) {
        return spotsIn(FoldedText.of(words)).stream().findFirst().map(found -> found.meaning().area());
    }

    public Optional<Area> byShortCode(String shortCode) {
        return areas.stream().filter(area -> area.shortCode().equals(shortCode)).findFirst();
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

    private static Spot spot(Place place) {
        return new Spot(place.area(), place.code(), place.kind() == PlaceKind.CUSTODY ? place.id() : "");
    }

    private void add(Stream<String> written, Spot spot) {
        written.map(TextFolding::fold).forEach(folded -> names.putIfAbsent(folded, spot));
    }
}
