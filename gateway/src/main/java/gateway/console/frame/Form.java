package gateway.console.frame;

import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The fields of a form that a member sent. It is decoded from the raw body: Vert.x's own limit of 8,192 bytes for a field
 * still encoded would refuse a long note in Khmer.
 */
public final class Form {

    /** The form is not one of ours; {@code status} says in which way. */
    public static final class Refused extends RuntimeException {

        private final int status;

        public Refused(int status) {
            super("a form was refused with " + status);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    private static final int MOST_BYTES = 64 * 1024;
    private static final int MOST_FIELDS = 200;
    private static final int LONGEST_WORDS = 2_000;

    private final Map<String, List<String>> fields;

    private Form(Map<String, List<String>> fields) {
        this.fields = fields;
    }

    /** Begins to read at once, before anything waits: what arrives while nobody reads is lost. */
    public static Future<Form> read(HttpServerRequest request) {
        var type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("application/x-www-form-urlencoded");
        if (!type.toLowerCase(java.util.Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
            return Future.failedFuture(new Refused(415));
        }
        var whole = Promise.<Form>promise();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > MOST_BYTES) {
                whole.tryFail(new Refused(413));
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(end -> {
            try {
                whole.tryComplete(decode(body));
            } catch (IllegalArgumentException notEncoded) {
                whole.tryFail(new Refused(400));
            }
        });
        return whole.future();
    }

    /** Refuses fields that the form does not have, and fields sent twice where once is meant. */
    public Form only(String... names) {
        if (!Set.of(names).containsAll(fields.keySet()) || fields.values().stream().anyMatch(sent -> sent.size() > 1)) {
            throw new Refused(400);
        }
        return this;
    }

    /** A field's text without space around it; empty when it was not sent. */
    public String text(String name) {
        return raw(name).strip();
    }

    /** As sent, for passwords. */
    public String raw(String name) {
        return fields.getOrDefault(name, List.of("")).getFirst();
    }

    /** A member's own words: shortened to what a note may be, with nothing in them that no keyboard writes. */
    public String words(String name) {
        var words = text(name).replace("\r\n", "\n").replace("\u0000", "");
        return words.length() > LONGEST_WORDS ? words.substring(0, words.offsetByCodePoints(0,
                Math.min(LONGEST_WORDS, words.codePointCount(0, words.length())))) : words;
    }

    public Set<String> names() {
        return fields.keySet();
    }

    private static Form decode(Buffer body) {
        var written = body.toString(StandardCharsets.UTF_8);
        return new Form(new QueryStringDecoder(written, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters());
    }
}
