package gateway.place;

import gateway.codebook.TextFolding;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds an area by the words people use for it or for a place in it, in any script the pack has names in. */
public final class Gazetteer {

    private final List<Area> areas;
    private final List<Name> names;

    public Gazetteer(List<Area> areas, List<Place> places) {
        this.areas = List.copyOf(areas);
        names = Stream.concat(
                        areas.stream().flatMap(area -> names(area, area.names().values(), area.aliases())),
                        places.stream().flatMap(place -> names(place.area(), place.names().values(), place.aliases())))
                .toList();
    }

    /** The area the words name; of several the first, and where one name lies within another, the longer one's. */
    public Optional<Area> areaIn(String words) {
        return withoutThoseInLonger(findAll(TextFolding.fold(words))).stream()
                .min(Comparator.comparingInt(Found::from))
                .map(Found::area);
    }

    public Optional<Area> byShortCode(String shortCode) {
        return areas.stream().filter(area -> area.shortCode().equals(shortCode)).findFirst();
    }

    public List<Area> areas() {
        return areas;
    }

    /** Every name by which people may call an area, folded. */
    public List<String> names() {
        return names.stream().map(Name::folded).toList();
    }

    private List<Found> findAll(String folded) {
        var all = new ArrayList<Found>();
        for (var name : names) {
            name.pattern().matcher(folded).results()
                    .forEach(match -> all.add(new Found(match.start(), match.end(), name.area())));
        }
        return all;
    }

    private static List<Found> withoutThoseInLonger(List<Found> all) {
        all.sort(Comparator.comparingInt(Found::length).reversed());
        var kept = new ArrayList<Found>();
        for (var found : all) {
            if (kept.stream().noneMatch(found::overlaps)) {
                kept.add(found);
            }
        }
        return kept;
    }

    private static Stream<Name> names(Area area, Collection<String> names, Collection<String> aliases) {
        return Stream.concat(names.stream(), aliases.stream()).map(TextFolding::fold).distinct()
                .map(folded -> new Name(folded, pattern(folded), area));
    }

    /**
     * The words of a name may be written together or apart. A Latin name is a whole word; a Khmer one stands among
     * others without spaces, but never ends or begins in the middle of a syllable.
     */
    private static Pattern pattern(String folded) {
        var letters = folded.replace(" ", "").codePoints().mapToObj(Character::toString).map(Pattern::quote).toList();
        return folded.codePoints().anyMatch(Gazetteer::isKhmer)
                ? Pattern.compile("(?<![\\u17D2\\p{N}])" + String.join(" ?", letters) + "(?!\\p{M})")
                : Pattern.compile("(?<![\\p{IsLatin}\\p{N}])" + Pattern.quote(folded).replace(" ", "\\E ?\\Q")
                        + "(?![\\p{IsLatin}\\p{N}\\p{M}])");
    }

    private static boolean isKhmer(int letter) {
        return Character.UnicodeScript.of(letter) == Character.UnicodeScript.KHMER;
    }

    private record Name(String folded, Pattern pattern, Area area) {}

    private record Found(int from, int to, Area area) {

        int length() {
            return to - from;
        }

        boolean overlaps(Found other) {
            return from < other.to && other.from < to;
        }
    }
}
