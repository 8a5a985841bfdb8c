package gateway.place;

import gateway.phone.Language;
import java.util.List;
import java.util.Map;

/**
 * A park or a place of custody: whoever names it names its area.
 *
 * @param names   its name in each language that has one
 * @param aliases how people write it
 */
public record Place(String id, PlaceKind kind, Area area, Map<Language, String> names, List<String> aliases) {}
