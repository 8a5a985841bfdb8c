package gateway.twilio;

import io.vertx.ext.web.handler.HttpException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The fields of a request, each once, decoded once. They are kept as the bytes they came as (a char is a byte), since
 * those were signed, even where they are no Unicode. Prints no values.
 */
final class Form {

    /** Twilio sends some thirty; whoever sends more than this is not Twilio. */
    private static final int MOST_FIELDS = 1000;

    private final SortedMap<String, String> fields;

    private Form(SortedMap<String, String> fields) {
        this.fields = fields;
    }

    /**
     * Reads a body. We decode it ourselves: Vert.x would refuse a value of more than 8,192 encoded bytes, which a
     * text of 1,600 Khmer letters has.
     *
     * @throws HttpException 400 for a repeated field (two readings of one request are a danger), too many fields, or
     *         an escape that is none
     */
    static Form read(byte[] body) {
        var fields = new TreeMap<String, String>();
        var pairs = new String(body, StandardCharsets.ISO_8859_1).split("&", MOST_FIELDS + 1);
        if (pairs.length > MOST_FIELDS) {
            throw new HttpException(400, "too many fields");
        }
        for (var pair : pairs) {
            if (!pair.isEmpty()) {
                var equals = pair.indexOf('=');
                var name = decode(equals < 0 ? pair : pair.substring(0, equals));
                var value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (fields.put(name, value) != null) {
                    throw new HttpException(400, "repeated field");
                }
            }
        }
        return new Form(Collections.unmodifiableSortedMap(fields));
    }

    private static String decode(String written) {
        try {
            return URLDecoder.decode(written, StandardCharsets.ISO_8859_1);
        } catch (IllegalArgumentException noEscape) {
            throw new HttpException(400, "not decodable");
        }
    }

    /** What a signature covers beside the address: all names and values, sorted by name. */
    byte[] signed() {
        var all = new StringBuilder();
        fields.forEach((name, value) -> all.append(name).append(value));
        return all.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The value of a field, empty when it is absent. */
    String value(String name) {
        return new String(fields.getOrDefault(name, "").getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    /** The first of these fields that holds something. */
    Optional<String> first(String... names) {
        for (var name : names) {
            if (!value(name).isBlank()) {
                return Optional.of(value(name));
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return "Form[" + fields.size() + " fields]";
    }
}
