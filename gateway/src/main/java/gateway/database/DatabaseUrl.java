package gateway.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Where a database is and as whom it is entered: {@code postgresql://user:password@host:port/name?sslmode=…}. Prints
 * itself without its password.
 */
public record DatabaseUrl(String user, String password, String host, int port, String name, String options) {

    private static final int USUAL_PORT = 5432;

    /** @throws IllegalArgumentException when it is no such address; the message does not repeat the password */
    public static DatabaseUrl read(String written) {
        var uri = parse(written);
        var scheme = uri.getScheme();
        var user = uri.getRawUserInfo();
        var path = uri.getRawPath();
        if (!("postgresql".equals(scheme) || "postgres".equals(scheme)) || uri.getHost() == null || user == null
                || path == null || path.length() < 2) {
            throw notAnAddress();
        }
        var colon = user.indexOf(':');
        return new DatabaseUrl(
                decode(colon < 0 ? user : user.substring(0, colon)),
                colon < 0 ? "" : decode(user.substring(colon + 1)),
                uri.getHost(),
                uri.getPort() < 0 ? USUAL_PORT : uri.getPort(),
                decode(path.substring(1)),
                uri.getRawQuery() == null ? "" : uri.getRawQuery());
    }

    /** The same server and role, another database. */
    public DatabaseUrl onDatabase(String otherName) {
        return new DatabaseUrl(user, password, host, port, otherName, options);
    }

    /** The whole address with its password: for a driver or a file that only its owner can read. */
    public String written() {
        return "postgresql://%s:%s@%s:%d/%s%s".formatted(
                encode(user), encode(password), host, port, encode(name), query());
    }

    /** For JDBC; user and password travel beside it. */
    public String jdbc() {
        return "jdbc:postgresql://%s:%d/%s%s".formatted(host, port, encode(name), query());
    }

    @Override
    public String toString() {
        return "postgresql://%s:…@%s:%d/%s".formatted(encode(user), host, port, encode(name));
    }

    private String query() {
        return options.isEmpty() ? "" : "?" + options;
    }

    private static URI parse(String written) {
        try {
            return new URI(written.strip());
        } catch (URISyntaxException secretInside) {
            throw notAnAddress();
        }
    }

    private static IllegalArgumentException notAnAddress() {
        return new IllegalArgumentException("must read postgresql://user:password@host:port/name");
    }

    private static String decode(String raw) {
        return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    private static String encode(String plain) {
        return URLEncoder.encode(plain, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
