package gateway.twilio;

import gateway.database.DatabaseAway;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.messaging.AttemptId;
import gateway.voice.CallDesk;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntConsumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Twilio's addresses. They wait for the database, so the router they are mounted on belongs on a virtual-thread
 * verticle. A 2xx means committed; what cannot be committed in time is answered 503, and Twilio comes again.
 */
public final class TwilioRoutes {

    private static final Logger log = LoggerFactory.getLogger(TwilioRoutes.class);

    static final String TEXTS = "/twilio/texts";
    static final String CALLS = "/twilio/calls";
    static final String PROMPTS = "/prompts/";
    static final String DELIVERIES = "/twilio/deliveries/";
    /** The contract promises an answer within three seconds. */
    private static final long DEADLINE_MILLIS = 2800;

    private final Map<UUID, TwilioAccount> accounts;
    private final SignatureCheck check;
    private final TextWebhook texts;
    private final CallWebhook calls;
    private final DeliveryWebhook deliveries;
    private final Consumer<String> ends;
    private final IntConsumer unknownFields;

    /**
     * @param publicUrl the configured address, which requests are signed for
     * @param inbox     returns once the envelope is committed
     * @param desk      says what a call hears
     * @param ends      is told how each request ended, in one word of a short list, to count it
     * @param unknownFields is told how many fields of a request nobody knows, to count them
     */
    public TwilioRoutes(URI publicUrl, Map<UUID, TwilioAccount> accounts, Function<Envelope, Receipt> inbox, CallDesk desk,
            DeliveryWebhook deliveries, Consumer<String> ends, IntConsumer unknownFields) {
        this.unknownFields = unknownFields;
        this.accounts = Map.copyOf(accounts);
        this.check = new SignatureCheck(publicUrl);
        this.texts = new TextWebhook(inbox);
        this.calls = new CallWebhook(desk, publicUrl);
        this.deliveries = deliveries;
        this.ends = ends;
    }

    /** Puts the addresses on the router, each with its one answer to whatever goes wrong. */
    public void mount(Router router) {
        router.post(TEXTS).handler(request -> answer(request, this::takeText));
        router.post(CALLS).handler(request -> answer(request, this::takeRing));
        router.post(CALLS + "/*").handler(request -> answer(request, this::takeCall));
        router.post(DELIVERIES + ":attempt").handler(request -> answer(request, this::takeDelivery));
    }

    private void takeText(RoutingContext request) {
        var receipt = texts.take(read(request));
        ends.accept(receipt == Receipt.TAKEN ? "taken" : "taken_before");
        if (!request.response().ended()) {
            request.response().putHeader("Content-Type", "text/xml").end("<Response/>");
        }
    }

    private void takeRing(RoutingContext request) {
        say(request, "rang", calls.ring(read(request)));
    }

    private void takeCall(RoutingContext request) {
        var path = request.request().path().substring(CALLS.length() + 1);
        say(request, "call", calls.proceed(path, read(request)));
    }

    private void say(RoutingContext request, String end, String script) {
        ends.accept(end);
        if (!request.response().ended()) {
            request.response().putHeader("Content-Type", "text/xml; charset=utf-8").end(script);
        }
    }

    private void takeDelivery(RoutingContext request) {
        var form = read(request).form();
        var attempt = attempt(request.pathParam("attempt")).orElseThrow(() -> new HttpException(404, "no attempt"));
        ends.accept(deliveries.take(attempt, form) ? "delivery" : "stray_delivery");
        if (!request.response().ended()) {
            request.response().setStatusCode(204).end();
        }
    }

    /** A request is never refused for a field that we do not know: it is counted, and not read. */
    private SignedForm read(RoutingContext request) {
        var signed = SignedForm.read(request.request(), accounts, check);
        unknownFields.accept(signed.form().countUnknown());
        return signed;
    }

    private static Optional<AttemptId> attempt(String written) {
        try {
            return Optional.of(new AttemptId(UUID.fromString(written)));
        } catch (IllegalArgumentException noId) {
            return Optional.empty();
        }
    }

    private void answer(RoutingContext request, Consumer<RoutingContext> act) {
        var deadline = request.vertx().setTimer(DEADLINE_MILLIS, _ -> comeAgain(request, "late"));
        try {
            act.accept(request);
        } catch (HttpException refused) {
            refuse(request, refused);
        } catch (DatabaseAway away) {
            log.warn("A request of the carrier is put off: {}", away.getMessage());
            comeAgain(request, "away");
        } catch (RuntimeException failure) {
            log.error("A request of the carrier failed and is put off", failure);
            comeAgain(request, "failed");
        } finally {
            request.vertx().cancelTimer(deadline);
        }
    }

    private void refuse(RoutingContext request, HttpException refused) {
        log.warn("A request to the carrier's door is refused: {} {}", refused.getStatusCode(), refused.getPayload());
        ends.accept("refused_" + refused.getStatusCode());
        var response = request.response();
        if (response.ended()) {
            return;
        }
        response.setStatusCode(refused.getStatusCode());
        if (refused.getStatusCode() == 413 || refused.getStatusCode() == 408) {
            // The rest of the body is not waited for.
            response.putHeader("Connection", "close");
            response.end().onComplete(_ -> request.request().connection().close());
        } else {
            response.end();
        }
    }

    private void comeAgain(RoutingContext request, String why) {
        if (!request.response().ended()) {
            ends.accept(why);
            request.response().setStatusCode(503).putHeader("Retry-After", "1").end();
        }
    }
}
