package gateway.virtualphone;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page's style sheet, scripts and font, each served by us: a closed list, read once. */
final class PhoneAssets {

    private static final String HTMX = "META-INF/resources/webjars/htmx.org/2.0.10/dist/htmx.min.js";

    private final Map<String, Asset> assets = new LinkedHashMap<>();

    PhoneAssets() {
        add("phones.css", "text/css", "phones/phones.css");
        add("phones.js", "text/javascript", "phones/phones.js");
        add("phones.svg", "image/svg+xml", "phones/phones.svg");
        add("htmx.js", "text/javascript", HTMX);
        add("sse.js", "text/javascript", "console/htmx-ext-sse-2.2.4.min.js");
        add("khmer-400.woff2", "font/woff2", "console/noto-sans-khmer-400.woff2");
        add("khmer-700.woff2", "font/woff2", "console/noto-sans-khmer-700.woff2");
    }

    private record Asset(String type, Buffer content) {}

    /** GET /…/assets/:name */
    void handle(RoutingContext request) {
        var asset = assets.get(request.pathParam("name"));
        if (asset == null) {
            request.fail(404);
            return;
        }
        request.response().putHeader("Content-Type", asset.type).end(asset.content);
    }

    private void add(String name, String type, String resource) {
        try (var stream = PhoneAssets.class.getClassLoader().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("the program was built without " + resource);
            }
            assets.put(name, new Asset(type, Buffer.buffer(stream.readAllBytes())));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
