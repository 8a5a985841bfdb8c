package gateway.console.frame;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.Map;

/**
 * What an act has to say on the page that follows it: a phrase of the pack and the values it names. It waits in the
 * database, so its values are aliases, alert numbers and times, never a phone number or anybody's words.
 *
 * @param good whether it says that the act was done, rather than why it was not
 */
public record PageNotice(boolean good, String key, Map<String, String> values) {

    public static PageNotice done(String key, String... values) {
        return new PageNotice(true, key, named(values));
    }

    public static PageNotice refused(String key, String... values) {
        return new PageNotice(false, key, named(values));
    }

    static PageNotice read(String written) {
        var json = new JsonObject(written);
        var values = new HashMap<String, String>();
        json.getJsonObject("values").forEach(value -> values.put(value.getKey(), String.valueOf(value.getValue())));
        return new PageNotice(json.getBoolean("good"), json.getString("key"), values);
    }

    String written() {
        return new JsonObject().put("good", good).put("key", key).put("values", new JsonObject(Map.copyOf(values))).encode();
    }

    private static Map<String, String> named(String... values) {
        var named = new HashMap<String, String>();
        for (var i = 0; i < values.length; i += 2) {
            named.put(values[i], values[i + 1]);
        }
        return named;
    }
}
