package gateway.place;

import gateway.phone.Language;
import java.util.List;
import java.util.Map;

/**
 * A park or a place of custody: whoever names it names its area.
 *
 * @param code    the id of the code that being there means; empty where it means none
 * @param names   its name in each language that has one
 * @param aliases how people write it
 */
public record Place(String id, PlaceKind kind, Area area, String code, Map<Language, String> names,
        List<String> aliases) {}
