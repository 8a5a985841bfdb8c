package gateway.telling;

import gateway.messaging.Phrases;
import gateway.phone.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** A dispatch as it is spoken: the same code, area, count and time as in the text, each digit by itself. */
public final class SpokenDispatch {

    private SpokenDispatch() {}

    /** @param values the values of the text */
    public static String say(Phrases phrases, Map<String, String> values) {
        var spoken = new HashMap<String, String>();
        spoken.put("number", apart(value(values, "number")));
        spoken.put("mark", mark(phrases, value(values, "mark")));
        spoken.put("area", part(phrases, "call.area", "area", apart(value(values, "area"))));
        spoken.put("people", part(phrases, "call.people", "people", value(values, "people").replace("x", "").strip()));
        spoken.put("story", value(values, "story").isEmpty() ? "" : phrases.say(Language.EN, "call.story", Map.of()));
        spoken.put("time", value(values, "time"));
        return phrases.say(Language.EN, "call.dispatch", spoken).replaceAll(" +", " ").strip();
    }

    private static String value(Map<String, String> values, String name) {
        return Objects.requireNonNullElse(values.get(name), "");
    }

    private static String mark(Phrases phrases, String mark) {
        return switch (mark) {
            case "?" -> phrases.say(Language.EN, "call.unclear", Map.of());
            case "M" -> phrases.say(Language.EN, "call.missed", Map.of());
            default -> mark;
        };
    }

    private static String part(Phrases phrases, String key, String place, String value) {
        return value.isEmpty() ? "" : phrases.say(Language.EN, key, Map.of(place, value));
    }

    private static String apart(String written) {
        return written.codePoints().filter(Character::isLetterOrDigit).mapToObj(Character::toString)
                .collect(Collectors.joining(" "));
    }
}
