package gateway.virtualphone;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lets through who knows the secret in the address, under a name of loopback and, for a form, from this very page. Loopback
 * alone is not trust: behind a tunnel everybody is on it. Whoever is refused learns nothing.
 */
final class DoorGuard {

    private static final int SECRET_BYTES = 16;
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; "
            + "img-src 'self'; media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private final String secret;
    private Set<String> hosts = Set.of();

    DoorGuard(RandomGenerator random) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        this.secret = HexFormat.of().formatHex(bytes);
    }

    /** Where all pages of this door begin. */
    String base() {
        return "/" + secret;
    }

    /** From now on the door is known to stand on this port. */
    void standOn(int port) {
        hosts = Set.of("127.0.0.1:" + port, "localhost:" + port);
    }

    @SuppressWarnings("ShortCircuitBoolean") // Both are looked at, so that the time of an answer tells of neither.
    void handle(RoutingContext request) {
        request.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("Cache-Control", "no-store")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "same-origin")
                .putHeader("Cross-Origin-Opener-Policy", "same-origin")
                .putHeader("Cross-Origin-Resource-Policy", "same-origin");
        var isKnown = hosts.contains(String.valueOf(request.request().authority())) & knowsTheSecret(request.request().path());
        if (!isKnown) {
            request.fail(404);
        } else if (request.request().method().equals(HttpMethod.POST) && !origins().contains(request.request().getHeader("Origin"))) {
            request.fail(403);
        } else {
            request.next();
        }
    }

    private boolean knowsTheSecret(@Nullable String path) {
        var given = path == null ? "" : path;
        var end = given.indexOf('/', 1);
        return MessageDigest.isEqual((end < 0 ? given : given.substring(0, end)).getBytes(StandardCharsets.UTF_8),
                base().getBytes(StandardCharsets.UTF_8));
    }

    private Set<String> origins() {
        return hosts.stream().map(host -> "http://" + host).collect(Collectors.toUnmodifiableSet());
    }
}
