package gateway.place;

import gateway.codebook.PackFile;
import gateway.folding.TextFolding;
import gateway.phone.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Reads a pack's {@code places.yaml}; a name that could mean two areas is refused. */
public final class GazetteerFile {

    private GazetteerFile() {}

    public static Gazetteer load(Path pack) {
        var file = PackFile.read(pack.resolve("places.yaml")).withOnly(Set.of("areas", "places", "ordinary", "shy", "place-words"));
        var areas = new LinkedHashMap<String, Area>();
        var known = new HashMap<String, Area>();
        for (var entry : file.parts("areas")) {
            var area = areaOf(entry);
            if (areas.put(area.shortCode(), area) != null) {
                throw entry.fault("short", area.shortCode(), "is another area's already");
            }
            claim(entry, area, area.names(), area.aliases(), known);
        }
        var places = new ArrayList<Place>();
        for (var entry : file.parts("places")) {
            var place = placeOf(entry, areas);
            places.add(place);
            claim(entry, place.area(), place.names(), place.aliases(), known);
        }
        return new Gazetteer(List.copyOf(areas.values()), places, file.texts("ordinary"), file.texts("shy"),
                file.texts("place-words"));
    }

    private static Area areaOf(PackFile entry) {
        entry.withOnly(Set.of("short", "names", "aliases"));
        var shortCode = entry.text("short");
        if (!shortCode.matches("[A-Z0-9]{2}")) {
            throw entry.fault("short", shortCode, "must be two capital letters or digits");
        }
        var names = namesOf(entry);
        for (var language : Language.values()) {
            if (!names.containsKey(language)) {
                throw entry.fault("names." + language.tag(), "", "is missing");
            }
        }
        return new Area(shortCode, names, entry.texts("aliases"));
    }

    private static Place placeOf(PackFile entry, Map<String, Area> areas) {
        entry.withOnly(Set.of("id", "kind", "area", "code", "names", "aliases"));
        var kind = PlaceKind.read(entry.text("kind"))
                .orElseThrow(() -> entry.fault("kind", entry.text("kind"), "must be park or custody"));
        var area = areas.get(entry.text("area"));
        if (area == null) {
            throw entry.fault("area", entry.text("area"), "is not an area's short code");
        }
        var code = entry.textOrNull("code");
        if (code != null && kind != PlaceKind.CUSTODY) {
            throw entry.fault("code", code, "is for places of custody only: elsewhere nobody is held by being there");
        }
        return new Place(entry.text("id"), kind, area, code == null ? "" : code, namesOf(entry), entry.texts("aliases"));
    }

    private static Map<Language, String> namesOf(PackFile entry) {
        var part = entry.part("names");
        var names = new EnumMap<Language, String>(Language.class);
        part.leaves().forEach((tag, name) -> names.put(
                Language.read(tag).orElseThrow(() -> part.fault(tag, "", "is not a language we speak")),
                name.getFirst()));
        return Map.copyOf(names);
    }

    private static void claim(PackFile entry, Area area, Map<Language, String> names, List<String> aliases,
            Map<String, Area> known) {
        Stream.concat(names.values().stream(), aliases.stream()).forEach(name -> {
            var folded = TextFolding.fold(name);
            if (folded.replace(" ", "").codePointCount(0, folded.replace(" ", "").length()) < 2) {
                throw entry.fault("aliases", name, "is too short to be a name");
            }
            var other = known.putIfAbsent(folded, area);
            if (other != null && !other.equals(area)) {
                throw entry.fault("aliases", name, "means the area " + other.shortCode() + " already");
            }
        });
    }
}
