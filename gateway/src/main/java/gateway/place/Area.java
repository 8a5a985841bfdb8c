package gateway.place;

import gateway.phone.Language;
import java.util.List;
import java.util.Map;

/**
 * A part of the city, large enough to say in a dispatch without naming where people work.
 *
 * @param shortCode the two letters or digits dispatches carry
 * @param names     its name in each language
 * @param aliases   how people write it, in Latin letters
 */
public record Area(String shortCode, Map<Language, String> names, List<String> aliases) {}
