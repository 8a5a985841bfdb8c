package gateway.console;

import gateway.TestConsole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;

/** Whoever speaks to the console without a browser, well behaved or not. Follows no redirect. */
public final class Browserless {

    private final TestConsole console;
    private final HttpClient client;

    public Browserless(TestConsole console) {
        this.console = console;
        this.client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    }

    /** Signs in by a one-time link. */
    public Browserless as(String alias) {
        var answer = post(console.link(alias).substring(console.address.length()), Map.of());
        if (answer.statusCode() != 303) {
            throw new AssertionError("the link does not sign in: " + answer.statusCode());
        }
        return this;
    }

    public HttpResponse<byte[]> get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** As a form of our own pages is sent. */
    public HttpResponse<byte[]> post(String path, Map<String, String> fields) {
        return post(path, fields, "Origin", console.address, "Sec-Fetch-Site", "same-origin");
    }

    public HttpResponse<byte[]> post(String path, Map<String, String> fields, String... headers) {
        return postRaw(path, fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")), headers);
    }

    HttpResponse<byte[]> postRaw(String path, String body, String... headers) {
        return send(request(path, headers).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }

    public HttpRequest.Builder request(String path, String... headers) {
        var request = HttpRequest.newBuilder(URI.create(console.address + path));
        return headers.length == 0 ? request : request.headers(headers);
    }

    public static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    public static String location(HttpResponse<byte[]> answer) {
        return answer.headers().firstValue("Location").orElse("");
    }
}
