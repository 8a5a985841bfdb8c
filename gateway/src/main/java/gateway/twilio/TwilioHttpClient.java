package gateway.twilio;

import com.twilio.http.HttpClient;
import com.twilio.http.Request;
import com.twilio.http.Response;
import gateway.database.Waiting;
import gateway.messaging.SendOutcome;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The way to Twilio's API, or to any host that speaks it. One request a call: twilio-java itself would post up to three
 * times after a 5xx, which may be three texts. It follows no redirect, waits no longer than the deadline and reads no
 * more than {@link #LONGEST_ANSWER}; that is why it stands on Vert.x's own client and not on the one that reads bodies
 * whole. Whatever is no 2xx is thrown as {@link NoSuccess}.
 */
public final class TwilioHttpClient extends HttpClient implements AutoCloseable {

    static final int LONGEST_ANSWER = 64 * 1024;
    private static final int MOST_CONNECTIONS = 16;
    /** Shorter than a server's, so that we seldom write on a connection that is being closed. */
    private static final int KEEP_ALIVE_SECONDS = 10;

    private final HttpClientAgent client;
    private final URI apiUrl;
    private final Duration deadline;

    public TwilioHttpClient(Vertx vertx, URI apiUrl, Duration deadline) {
        this.client = vertx.createHttpClient(
                new HttpClientOptions().setKeepAliveTimeout(KEEP_ALIVE_SECONDS)
                        .setConnectTimeout(Math.toIntExact(deadline.toMillis())),
                new PoolOptions().setHttp1MaxSize(MOST_CONNECTIONS));
        this.apiUrl = apiUrl;
        this.deadline = deadline;
    }

    @Override
    public Response reliableRequest(Request request, int[] retryCodes, int retries, long delayMillis) {
        return makeRequest(request);
    }

    @Override
    public Response makeRequest(Request request) {
        var call = new Call(request);
        try {
            var answer = Waiting.atMost(deadline, call.answer());
            if (answer.status < 200 || answer.status >= 300) {
                throw new NoSuccess(TwilioErrors.of(answer.status, answer.body));
            }
            return new Response(new String(answer.body, StandardCharsets.UTF_8), answer.status);
        } catch (NoSuccess known) {
            throw known;
        } catch (TimeoutException tooLong) {
            throw new NoSuccess(call.giveUp("time-out"));
        } catch (Exception failure) {
            throw new NoSuccess(call.giveUp(failure.getClass().getSimpleName()));
        }
    }

    @Override
    public void close() {
        client.close().await();
    }

    private record Answer(int status, byte[] body) {}

    private enum Phase { CONNECTING, SENDING, GIVEN_UP }

    /** One request. Until it has a connection surely nothing has been sent; from then on nobody knows. */
    private final class Call {

        private final Request request;
        private final AtomicReference<Phase> phase = new AtomicReference<>(Phase.CONNECTING);
        private final Promise<Void> givenUp = Promise.promise();

        Call(Request request) {
            this.request = request;
        }

        Future<Answer> answer() {
            return client.request(where()).compose(connected -> {
                if (!phase.compareAndSet(Phase.CONNECTING, Phase.SENDING)) {
                    connected.reset();
                    return Future.failedFuture("given up before");
                }
                givenUp.future().onSuccess(_ -> connected.reset());
                return send(connected);
            });
        }

        SendOutcome giveUp(String why) {
            if (phase.compareAndSet(Phase.CONNECTING, Phase.GIVEN_UP)) {
                return new SendOutcome.NotTaken(why);
            }
            givenUp.tryComplete();
            return new SendOutcome.Unknown(why);
        }

        private RequestOptions where() {
            var asked = URI.create(request.constructURL().toString());
            var ssl = "https".equalsIgnoreCase(apiUrl.getScheme());
            var base = apiUrl.getRawPath() == null ? "" : apiUrl.getRawPath().replaceFirst("/$", "");
            var query = asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery();
            var port = apiUrl.getPort() > 0 ? apiUrl.getPort() : ssl ? 443 : 80;
            return new RequestOptions().setMethod(HttpMethod.valueOf(request.getMethod().toString()))
                    .setHost(apiUrl.getHost()).setPort(port).setSsl(ssl).setURI(base + asked.getRawPath() + query)
                    .setFollowRedirects(false);
        }

        private Future<Answer> send(HttpClientRequest connected) {
            request.getHeaderParams().forEach((name, values) -> connected.headers().set(name, values));
            if (request.requiresAuthentication()) {
                connected.putHeader("Authorization", request.getAuthString());
            }
            connected.putHeader("Content-Type", "application/x-www-form-urlencoded");
            return connected.send(Buffer.buffer(request.encodeFormBody())).compose(Call::whole);
        }

        private static Future<Answer> whole(HttpClientResponse response) {
            var whole = Promise.<Answer>promise();
            var body = Buffer.buffer();
            response.handler(part -> {
                if (body.length() + part.length() > LONGEST_ANSWER) {
                    whole.tryFail(new NoSuccess(new SendOutcome.Unknown("answer too long")));
                    response.request().reset();
                } else {
                    body.appendBuffer(part);
                }
            });
            response.exceptionHandler(whole::tryFail);
            response.endHandler(_ -> whole.tryComplete(new Answer(response.statusCode(), body.getBytes())));
            return whole.future();
        }
    }
}
