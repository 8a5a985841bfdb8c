package gateway.console.frame;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.Attribute;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostRequestDecoder;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A form with one file that a member sent: bounded, kept in memory, and decoded only once it is known who sent it. */
public final class Upload {

    private static final int FIELDS = 16 * 1024;

    private final String type;
    private final Buffer body;

    private Upload(String type, Buffer body) {
        this.type = type;
        this.body = body;
    }

    /** What it holds. */
    public record Parts(Map<String, String> fields, Map<String, byte[]> files) {

        public String text(String name) {
            return fields.getOrDefault(name, "").strip();
        }

        public byte[] file(String name) {
            return files.getOrDefault(name, new byte[0]);
        }

        @Override
        public String toString() {
            return "Parts[" + fields.keySet() + ", " + files.keySet() + "]";
        }
    }

    /** Begins to read at once, before anything waits: what arrives while nobody reads is lost. */
    public static Future<Upload> read(HttpServerRequest request, int mostBytes) {
        var type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
        var whole = Promise.<Upload>promise();
        var body = Buffer.buffer();
        request.handler(part -> {
            if (body.length() + part.length() > mostBytes + FIELDS) {
                whole.tryFail(new Form.Refused(413));
            } else {
                body.appendBuffer(part);
            }
        });
        request.exceptionHandler(whole::tryFail);
        request.endHandler(_ -> whole.tryComplete(new Upload(type, body)));
        return whole.future();
    }

    /** Refuses parts that the form does not have, and parts sent twice. */
    public Parts only(String... names) {
        if (!type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new Form.Refused(415);
        }
        var request = new DefaultFullHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, "/",
                Unpooled.wrappedBuffer(body.getBytes()));
        request.headers().set(HttpHeaderNames.CONTENT_TYPE, type);
        try {
            var decoder = new HttpPostRequestDecoder(new DefaultHttpDataFactory(false), request, StandardCharsets.UTF_8);
            try {
                return parts(decoder, Set.of(names));
            } finally {
                decoder.destroy();
            }
        } catch (HttpPostRequestDecoder.ErrorDataDecoderException | HttpPostRequestDecoder.TooManyFormFieldsException
                | HttpPostRequestDecoder.TooLongFormFieldException | IOException broken) {
            throw new Form.Refused(400);
        } finally {
            request.release();
        }
    }

    private static Parts parts(HttpPostRequestDecoder decoder, Set<String> names) throws IOException {
        var fields = new HashMap<String, String>();
        var files = new HashMap<String, byte[]>();
        for (var part : decoder.getBodyHttpDatas()) {
            if (!names.contains(part.getName()) || fields.containsKey(part.getName()) || files.containsKey(part.getName())) {
                throw new Form.Refused(400);
            }
            switch (part) {
                case FileUpload file -> files.put(file.getName(), file.get());
                case Attribute field -> fields.put(field.getName(), field.getValue());
                default -> throw new Form.Refused(400);
            }
        }
        return new Parts(fields, files);
    }
}
