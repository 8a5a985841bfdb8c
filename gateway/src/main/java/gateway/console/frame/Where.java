package gateway.console.frame;

import gateway.asking.Matching.Need;
import gateway.codebook.Code;
import gateway.phone.Language;
import gateway.place.Area;
import gateway.place.Gazetteer;
import gateway.place.Place;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An area, or a place of custody in one, as pages offer and forms name it. */
public record Where(String value, Map<Language, String> names, String area, Set<String> custody) {

    public static List<Where> areas(Gazetteer gazetteer) {
        return gazetteer.areas().stream().map(Where::of).toList();
    }

    public static List<Where> custodyPlaces(Gazetteer gazetteer) {
        return gazetteer.custodyPlaces().stream().map(Where::of).toList();
    }

    public static Optional<Where> read(String value, Gazetteer gazetteer) {
        return Stream.concat(areas(gazetteer).stream(), custodyPlaces(gazetteer).stream())
                .filter(where -> where.value.equals(value)).findFirst();
    }

    public String name(Words words) {
        return Optional.ofNullable(names.get(words.language())).orElseGet(() -> names.getOrDefault(Language.EN, value));
    }

    public Need need(@Nullable String language, Code code) {
        return new Need(area, custody, language, Need.isGrave(code));
    }

    private static Where of(Area area) {
        return new Where(area.shortCode(), area.names(), area.shortCode(), Set.of());
    }

    private static Where of(Place place) {
        return new Where(place.id(), place.names(), place.area().shortCode(), Set.of(place.id()));
    }
}
