package gateway.stories;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonObject;

/** How the fake carrier answers a text it is asked to send, or a call it is asked to place. */
public sealed interface FakeAnswer {

    /** It takes the text and says so, as Twilio does. */
    FakeAnswer ACCEPT = new Json(201);

    FakeAnswer TOO_MANY = error(429, 20429, "Too Many Requests");
    FakeAnswer SERVER_ERROR = error(500, 20500, "Internal Server Error");
    FakeAnswer UNAVAILABLE = new Raw(503, "text/html", "<html><h1>503</h1></html>");
    FakeAnswer UNAUTHORIZED = error(401, 20003, "Authenticate");
    FakeAnswer FORBIDDEN = new Raw(403, "text/html", "<html>Forbidden</html>");
    FakeAnswer REDIRECT = new Raw(302, "text/plain", "");
    FakeAnswer HTML = new Raw(200, "text/html", "<!doctype html><title>Captive portal</title>");
    FakeAnswer HALF_JSON = new Raw(201, "application/json", "{\"sid\": \"SM0123456789abc");
    FakeAnswer NO_SID = new Raw(201, "application/json", "{}");
    FakeAnswer EMPTY = new Raw(201, "application/json", "");
    /** A yes in every respect but its length. */
    FakeAnswer TOO_LONG = new Raw(201, "application/json",
            "{\"sid\":\"SM1\",\"status\":\"queued\",\"body\":\"" + "y".repeat(70_000) + "\"}");

    /** Takes the text and never answers. */
    FakeAnswer HANG = new Silence(true);
    /** Does not take it, and never answers. */
    FakeAnswer HANG_BEFORE = new Silence(false);
    /** Takes it, and the connection breaks. */
    FakeAnswer ACCEPT_THEN_DROP = new Drop(false);
    /** Takes it, and the connection breaks in the middle of the answer. */
    FakeAnswer ACCEPT_THEN_HALF = new Drop(true);

    /** Twilio's no to this number or text, by its code (21610: opted out, 21211: no such number). */
    static FakeAnswer refuse(int code) {
        return error(400, code, "refused");
    }

    static FakeAnswer error(int status, int code, String message) {
        return new Raw(status, "application/json", new JsonObject().put("code", code).put("message", message)
                .put("more_info", "https://www.twilio.com/docs/errors/" + code).put("status", status).encode());
    }

    /** Whether it has the text, whatever it says. */
    boolean takes();

    void to(HttpServerRequest request, JsonObject message);

    /** A whole answer. */
    record Json(int status) implements FakeAnswer {
        @Override
        public boolean takes() {
            return true;
        }

        @Override
        public void to(HttpServerRequest request, JsonObject message) {
            request.response().setStatusCode(status).putHeader("Content-Type", "application/json")
                    .end(message.encode());
        }
    }

    /** Whatever bytes, and the text is not taken. */
    record Raw(int status, String type, String body) implements FakeAnswer {
        @Override
        public boolean takes() {
            return false;
        }

        @Override
        public void to(HttpServerRequest request, JsonObject message) {
            if (status == 302) {
                request.response().putHeader("Location", request.absoluteURI() + "?again");
            }
            request.response().setStatusCode(status).putHeader("Content-Type", type).end(body);
        }
    }

    /** No answer at all. */
    record Silence(boolean takes) implements FakeAnswer {
        @Override
        public void to(HttpServerRequest request, JsonObject message) {}
    }

    /** A connection that breaks. */
    record Drop(boolean half) implements FakeAnswer {
        @Override
        public boolean takes() {
            return true;
        }

        @Override
        public void to(HttpServerRequest request, JsonObject message) {
            var whole = Buffer.buffer(message.encode());
            if (half) {
                request.response().setStatusCode(201).putHeader("Content-Type", "application/json")
                        .putHeader("Content-Length", Integer.toString(whole.length()));
                request.response().write(whole.getBuffer(0, whole.length() / 2))
                        .onComplete(_ -> request.connection().close());
            } else {
                request.connection().close();
            }
        }
    }
}
