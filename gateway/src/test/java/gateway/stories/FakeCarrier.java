package gateway.stories;

import gateway.twilio.TwilioAccount;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A phone network that speaks Twilio's REST API over real HTTP on loopback, and texts the gateway with signed requests
 * as Twilio does. It remembers every request it saw, so that n sends can be counted as n posts.
 */
public final class FakeCarrier implements AutoCloseable {

    public static final String SID = "AC" + "5ca1ab1e".repeat(4);
    public static final String TOKEN = "a-token-of-the-fake-carrier";
    private static final String MESSAGES = "/2010-04-01/Accounts/" + SID + "/Messages";
    private static final String CALLS = "/2010-04-01/Accounts/" + SID + "/Calls";
    /** What even a busy machine does not need. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final DateTimeFormatter RFC_2822 =
            DateTimeFormatter.RFC_1123_DATE_TIME.withZone(ZoneOffset.UTC);

    private static final TwilioContract CONTRACT_OF_MESSAGES = TwilioContract.ofMessages();
    private static final TwilioContract CONTRACT_OF_CALLS = TwilioContract.ofCalls();

    private final HttpServer server;
    private final Queue<String> strays = new ConcurrentLinkedQueue<>();
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE).build();
    private final Queue<FakeCall> dialled = new ConcurrentLinkedQueue<>();
    private final Queue<FakeText> posts = new ConcurrentLinkedQueue<>();
    private final Queue<FakePlacement> placements = new ConcurrentLinkedQueue<>();
    private final Map<String, JsonObject> messages = new ConcurrentHashMap<>();
    private final Map<String, FakeAnswer> answerTo = new ConcurrentHashMap<>();
    private final AtomicInteger unauthorized = new AtomicInteger();
    private volatile FakeAnswer answer = FakeAnswer.ACCEPT;
    private volatile boolean sendsReceipts;
    private volatile URI publicUrl = URI.create("http://127.0.0.1:8080");
    private volatile URI gateway = publicUrl;

    public FakeCarrier(Vertx vertx) {
        this(vertx, 0);
    }

    /** @param port the port to listen on, 0 for any that is free */
    public FakeCarrier(Vertx vertx, int port) {
        this.server = vertx.createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(port))
                .requestHandler(request -> request.body().onSuccess(body -> handle(request, body.toString())))
                .listen().await();
    }

    /** What {@code twilio.api.url} must be. */
    public URI apiUrl() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    public TwilioAccount account() {
        return new TwilioAccount(SID, TOKEN, null);
    }

    /**
     * Where the gateway is.
     *
     * @param listening where it listens
     * @param known     the public address it is configured with, which its requests are signed for
     */
    public void isReachedAt(URI listening, URI known) {
        this.gateway = listening;
        this.publicUrl = known;
    }

    /** From now on every text is answered so, but those to numbers with an answer of their own. */
    public void answers(FakeAnswer next) {
        answer = next;
    }

    public void answers(String to, FakeAnswer next) {
        answerTo.put(to, next);
    }

    /** From now on each taken text gets its receipts, sent and delivered, by itself. */
    public void sendsReceipts(boolean whether) {
        sendsReceipts = whether;
    }

    /** Every request to send a text, in the order they came. */
    public List<FakeText> posts() {
        return List.copyOf(posts);
    }

    public List<FakeText> postsTo(String number) {
        return posts.stream().filter(text -> text.to().equals(number)).toList();
    }

    /** Every request to place a call, in the order they came. */
    public List<FakePlacement> placements() {
        return List.copyOf(placements);
    }

    public List<FakePlacement> placementsTo(String number) {
        return placements.stream().filter(call -> call.to().equals(number)).toList();
    }

    /** What was asked of it, or answered by it, that Twilio's own document does not allow. */
    public List<String> strays() {
        return List.copyOf(strays);
    }

    /** How many requests came without the right name and token. */
    public int unauthorized() {
        return unauthorized.get();
    }

    public void forget() {
        posts.clear();
        placements.clear();
        messages.clear();
        answerTo.clear();
        answer = FakeAnswer.ACCEPT;
    }

    /** Somebody texts one of our numbers. */
    public HttpResponse<String> text(String from, String to, String body) {
        return text(newSid(), from, to, body);
    }

    /** The same text may be delivered again, under the same id. */
    public HttpResponse<String> text(String sid, String from, String to, String body) {
        return post("/twilio/texts", incoming(sid, from, to, body));
    }

    /** Somebody sends pictures to one of our numbers, with words or without. */
    public HttpResponse<String> pictures(String from, String to, String body) {
        var fields = new TreeMap<>(incoming(newSid(), from, to, body));
        fields.putAll(Map.of("NumMedia", "2", "MediaUrl0", "https://media.example.org/0", "MediaContentType0", "image/jpeg",
                "MediaUrl1", "https://media.example.org/1", "MediaContentType1", "image/jpeg"));
        return post("/twilio/texts", fields);
    }

    /** The fields of an incoming text, as Twilio sends them. */
    public static Map<String, String> incoming(String sid, String from, String to, String body) {
        var fields = new TreeMap<String, String>();
        fields.putAll(Map.of("ToCountry", "US", "ToState", "", "SmsMessageSid", sid, "NumMedia", "0", "ToCity", "",
                "FromZip", "", "SmsSid", sid, "FromState", "", "SmsStatus", "received", "FromCity", ""));
        fields.putAll(Map.of("Body", body, "FromCountry", "US", "To", to, "ToZip", "", "NumSegments", "1",
                "MessageSid", sid, "AccountSid", SID, "From", from, "ApiVersion", "2010-04-01"));
        return fields;
    }

    /** Somebody rings one of our numbers. */
    public FakeCall call(String from, String to) {
        return call(FakeCall.newSid(), from, to);
    }

    /** The same ring may be delivered again, under the same id. */
    public FakeCall call(String sid, String from, String to) {
        return new FakeCall(this, sid, from, to, null).ring();
    }

    /** Somebody answers a call that was placed. */
    public FakeCall answer(FakePlacement placed) {
        receipt(placed, "ringing");
        receipt(placed, "in-progress");
        return new FakeCall(this, placed.sid(), placed.from(), placed.to(), null).pickUp(placed);
    }

    /** Every phone that a call of ours has dialled. */
    public List<FakeCall> dialled() {
        return List.copyOf(dialled);
    }

    void dialled(FakeCall call) {
        dialled.add(call);
    }

    /** The path of one of the gateway's own addresses; any other is refused. */
    String pathOf(URI url) {
        if (!url.toString().startsWith(publicUrl + "/")) {
            throw new IllegalArgumentException("not an address of the gateway: " + url);
        }
        return url.toString().substring(publicUrl.toString().length());
    }

    /** A receipt for a text it was asked to send. */
    public HttpResponse<String> receipt(FakeText text, String status, @Nullable Integer error) {
        var fields = new TreeMap<String, String>();
        fields.putAll(Map.of("SmsSid", text.sid(), "SmsStatus", status, "MessageStatus", status, "To", text.to(),
                "MessageSid", text.sid(), "AccountSid", SID, "From", text.from(), "ApiVersion", "2010-04-01"));
        if (error != null) {
            fields.put("ErrorCode", error.toString());
        }
        return post(URI.create(text.statusCallback()).getRawPath(), fields);
    }

    /** A receipt for a call it was asked to place, if the gateway asked to be told. */
    public HttpResponse<String> receipt(FakePlacement call, String status) {
        return post(URI.create(call.statusCallback()).getRawPath(), ofCall(call, status));
    }

    /** The fields of whatever Twilio asks or tells about a call it placed for us. */
    public static Map<String, String> ofCall(FakePlacement call, String status) {
        return new TreeMap<>(Map.of("CallSid", call.sid(), "CallStatus", status, "AccountSid", SID, "From", call.from(),
                "To", call.to(), "Called", call.to(), "Direction", "outbound-api", "ApiVersion", "2010-04-01"));
    }

    /** Posts fields to the gateway, signed for its public address. */
    public HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, encode(fields), Map.of("Content-Type", "application/x-www-form-urlencoded; charset=UTF-8",
                "X-Twilio-Signature", signature(path, fields)));
    }

    /** What a request with these fields is signed with. */
    public String signature(String path, Map<String, String> fields) {
        return TwilioSigning.sign(TOKEN, publicUrl + path, fields);
    }

    /** Posts anything to the gateway, signed or not. */
    public HttpResponse<String> post(String path, byte[] body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(gateway + path)).timeout(PATIENCE)
                .POST(BodyPublishers.ofByteArray(body));
        headers.forEach(request::header);
        try {
            return http.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    public static byte[] encode(Map<String, String> fields) {
        return fields.entrySet().stream().map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")).getBytes(StandardCharsets.US_ASCII);
    }

    public static String newSid() {
        return "SM" + UUID.randomUUID().toString().replace("-", "");
    }

    private void handle(HttpServerRequest request, String body) {
        var authorization = "Basic " + Base64.getEncoder()
                .encodeToString((SID + ":" + TOKEN).getBytes(StandardCharsets.US_ASCII));
        if (!authorization.equals(request.getHeader("Authorization"))) {
            unauthorized.incrementAndGet();
            FakeAnswer.UNAUTHORIZED.to(request, new JsonObject());
        } else if (request.path().equals(MESSAGES + ".json") && request.method().name().equals("POST")) {
            send(request, body);
        } else if (request.path().equals(MESSAGES + ".json")) {
            list(request);
        } else if (request.path().equals(CALLS + ".json") && request.method().name().equals("POST")) {
            ring(request, body);
        } else if (request.path().startsWith(MESSAGES + "/")) {
            fetch(request);
        } else {
            FakeAnswer.error(404, 20404, "The requested resource was not found").to(request, new JsonObject());
        }
    }

    private void send(HttpServerRequest request, String body) {
        var fields = new QueryStringDecoder(body, StandardCharsets.UTF_8, false).parameters();
        var to = only(fields, "To");
        var how = answerTo.getOrDefault(to, answer);
        var text = new FakeText(newSid(), only(fields, "From"), to, only(fields, "Body"),
                only(fields, "StatusCallback"), Integer.parseInt(only(fields, "ValidityPeriod")), how.takes());
        posts.add(text);
        var message = message(text);
        strays.addAll(CONTRACT_OF_MESSAGES.faultsOfRequest(fields));
        strays.addAll(CONTRACT_OF_MESSAGES.faultsOfAnswer(message.encode()));
        if (how.takes()) {
            messages.put(text.sid(), message);
        }
        how.to(request, message);
        if (how.takes() && sendsReceipts) {
            Thread.startVirtualThread(() -> {
                receipt(text, "sent", null);
                receipt(text, "delivered", null);
            });
        }
    }

    private void ring(HttpServerRequest request, String body) {
        var fields = new QueryStringDecoder(body, StandardCharsets.UTF_8, false).parameters();
        var to = only(fields, "To");
        var how = answerTo.getOrDefault(to, answer);
        var call = new FakePlacement("CA" + newSid().substring(2), only(fields, "From"), to, only(fields, "Url"),
                only(fields, "StatusCallback"), fields.getOrDefault("StatusCallbackEvent", List.of()),
                Integer.parseInt(only(fields, "Timeout")), how.takes());
        placements.add(call);
        var answer = call(call);
        strays.addAll(CONTRACT_OF_CALLS.faultsOfRequest(fields));
        strays.addAll(CONTRACT_OF_CALLS.faultsOfAnswer(answer.encode()));
        how.to(request, answer);
    }

    private static JsonObject call(FakePlacement call) {
        var now = RFC_2822.format(Instant.now());
        return new JsonObject().put("account_sid", SID).put("answered_by", null)
                .put("api_version", "2010-04-01").put("caller_name", null).put("date_created", now)
                .put("date_updated", now).put("direction", "outbound-api").put("duration", null).put("end_time", null)
                .put("forwarded_from", null).put("from", call.from()).put("from_formatted", call.from())
                .put("group_sid", null).put("parent_call_sid", null).put("phone_number_sid", "PN" + "0".repeat(32))
                .put("price", null).put("price_unit", "USD").put("queue_time", "0").put("sid", call.sid())
                .put("start_time", null).put("status", "queued").put("to", call.to()).put("to_formatted", call.to())
                .put("trunk_sid", null).put("uri", CALLS + "/" + call.sid() + ".json")
                .put("subresource_uris", new JsonObject());
    }

    private static String only(Map<String, List<String>> fields, String name) {
        var values = fields.getOrDefault(name, List.of());
        if (values.size() != 1) {
            throw new IllegalArgumentException(name + " came " + values.size() + " times");
        }
        return values.getFirst();
    }

    private static JsonObject message(FakeText text) {
        var now = RFC_2822.format(Instant.now());
        return new JsonObject().put("account_sid", SID).put("api_version", "2010-04-01").put("body", text.body())
                .put("date_created", now).put("date_sent", null).put("date_updated", now)
                .put("direction", "outbound-api").put("error_code", null).put("error_message", null)
                .put("from", text.from()).put("messaging_service_sid", null).put("num_media", "0")
                .put("num_segments", "1").put("price", null).put("price_unit", "USD").put("sid", text.sid())
                .put("status", "queued").put("to", text.to())
                .put("subresource_uris", new JsonObject().put("media", MESSAGES + "/" + text.sid() + "/Media.json"))
                .put("uri", MESSAGES + "/" + text.sid() + ".json");
    }

    private void list(HttpServerRequest request) {
        var to = request.getParam("To");
        var found = new JsonArray();
        messages.values().stream().filter(message -> to == null || to.equals(message.getString("to")))
                .forEach(found::add);
        FakeAnswer.ACCEPT.to(request, new JsonObject().put("messages", found).put("page", 0).put("page_size", 50)
                .put("first_page_uri", MESSAGES + ".json?PageSize=50&Page=0").put("next_page_uri", null)
                .put("previous_page_uri", null).put("uri", MESSAGES + ".json?PageSize=50&Page=0")
                .put("start", 0).put("end", Math.max(0, found.size() - 1)));
    }

    private void fetch(HttpServerRequest request) {
        var sid = request.path().substring(MESSAGES.length() + 1).replace(".json", "");
        var message = messages.get(sid);
        if (message == null) {
            FakeAnswer.error(404, 20404, "The requested resource was not found").to(request, new JsonObject());
        } else {
            new FakeAnswer.Json(200).to(request, message);
        }
    }

    @Override
    public void close() {
        server.close().await();
    }
}
