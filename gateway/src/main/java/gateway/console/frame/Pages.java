package gateway.console.frame;

import gateway.messaging.Phrases;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/** Sends pages: in their frame, compressed, and with the headers that keep them from caches, frames and other sites. */
public final class Pages {

    private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
    private static final int WORTH_COMPRESSING = 500;

    private final Templates templates;
    private final Assets assets;
    private final Phrases phrases;
    private final boolean training;

    public Pages(Templates templates, Assets assets, Phrases phrases, boolean training) {
        this.templates = templates;
        this.assets = assets;
        this.phrases = phrases;
        this.training = training;
    }

    /** A page that stays as it is. */
    public void send(RoutingContext request, int status, String template, String titleKey, Function<Frame, Object> page) {
        var words = words(request);
        html(request, status, templates.render(template, page.apply(frame(request, words.say(titleKey), false, ""))));
    }

    /** A page that follows what happens. */
    public void sendLive(RoutingContext request, String template, String title, String reloadsAt, Function<Frame, Object> page) {
        html(request, 200, templates.render(template, page.apply(frame(request, title, true, reloadsAt))));
    }

    public Words words(RoutingContext request) {
        Visit visit = request.get("visit");
        return new Words(phrases, visit.language(), visit.zone(), visit.now());
    }

    public void sendAsset(RoutingContext request) {
        var asset = assets.at(request.request().path());
        if (asset.isEmpty()) {
            request.response().setStatusCode(404).end();
            return;
        }
        var response = request.response();
        response.putHeader(HttpHeaders.CONTENT_TYPE, asset.get().type());
        response.putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=31536000, immutable");
        end(request, asset.get().bytes(), asset.get().compressed());
    }

    public static void guard(HttpServerResponse response) {
        response.putHeader("Content-Security-Policy", POLICY);
        response.putHeader("X-Content-Type-Options", "nosniff");
        response.putHeader("Referrer-Policy", "same-origin");
        response.putHeader("X-Frame-Options", "DENY");
        response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.putHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
        response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    /** On the page where prompts are recorded, and nowhere else. */
    public static void allowMicrophone(HttpServerResponse response) {
        response.putHeader("Permissions-Policy", "camera=(), microphone=(self), geolocation=()");
    }

    public static void redirect(RoutingContext request, String path) {
        request.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, path).end();
    }

    private Frame frame(RoutingContext request, String title, boolean live, String reloadsAt) {
        Visit visit = request.get("visit");
        var words = words(request);
        var alias = visit.session() == null ? "" : visit.member().alias();
        var notice = visit.notice().map(left -> words.say(left.key(), left.values())).orElse("");
        var good = visit.notice().map(PageNotice::good).orElse(true);
        return new Frame(words, assets, title, request.request().path(), alias, visit.isCoordinator(), notice, good,
                training, live, reloadsAt, visit.unread());
    }

    private static void html(RoutingContext request, int status, String html) {
        var bytes = html.getBytes(StandardCharsets.UTF_8);
        request.response().setStatusCode(status);
        request.response().putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8");
        end(request, bytes, bytes.length < WORTH_COMPRESSING ? bytes : Assets.compress(bytes));
    }

    private static void end(RoutingContext request, byte[] bytes, byte[] compressed) {
        var accepted = request.request().getHeader(HttpHeaders.ACCEPT_ENCODING);
        request.response().putHeader(HttpHeaders.VARY, "Accept-Encoding");
        if (compressed.length < bytes.length && accepted != null && accepted.contains("gzip")) {
            request.response().putHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            request.response().end(Buffer.buffer(compressed));
        } else {
            request.response().end(Buffer.buffer(bytes));
        }
    }
}
