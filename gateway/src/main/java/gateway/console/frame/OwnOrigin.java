package gateway.console.frame;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Knows our own address. A request for another host is not for us (DNS rebinding); a form from another site, or from a
 * browser that does not say from where, changes nothing here. The address of the other end is no help: behind a tunnel
 * everyone comes from loopback.
 */
public final class OwnOrigin {

    private static final List<String> LOOPBACK = List.of("127.0.0.1", "localhost", "[::1]");

    private final Set<String> hosts = new HashSet<>();
    private final Set<String> origins = new HashSet<>();

    public OwnOrigin(URI publicUrl) {
        add(publicUrl, publicUrl.getHost());
        if (LOOPBACK.contains(publicUrl.getHost())) {
            LOOPBACK.forEach(name -> add(publicUrl, name));
        }
    }

    public boolean isAskedFor(HttpServerRequest request) {
        HostAndPort authority = request.authority();
        return authority != null && hosts.contains(written(authority));
    }

    /** Whether a page of ours, and no other, sent this form. */
    public boolean sent(HttpServerRequest request) {
        var site = request.getHeader("Sec-Fetch-Site");
        var origin = request.getHeader("Origin");
        if (site == null && origin == null) {
            return false;
        }
        return (site == null || site.equals("same-origin")) && isOwn(origin, request);
    }

    private boolean isOwn(@Nullable String origin, HttpServerRequest request) {
        var authority = request.authority();
        return origin == null
                || origins.contains(origin) && authority != null && origin.endsWith("//" + written(authority));
    }

    private void add(URI url, String host) {
        var usual = url.getScheme().equals("https") ? 443 : 80;
        var authority = url.getPort() < 0 || url.getPort() == usual ? host : host + ":" + url.getPort();
        hosts.add(authority);
        origins.add(url.getScheme() + "://" + authority);
    }

    private static String written(HostAndPort authority) {
        return authority.port() > 0 ? authority.host() + ":" + authority.port() : authority.host();
    }
}
