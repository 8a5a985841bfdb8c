package gateway.twilio;

import gateway.database.Waiting;
import gateway.voice.CarrierRecordings;
import gateway.voice.Sound;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientAgent;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Recordings as Twilio keeps them. Only our own account's, and only from the host we call by: of the address that a webhook
 * names nothing is used but the recording's id, so that nobody can send us, or our token, anywhere. No redirect is followed.
 */
public final class TwilioRecordings implements CarrierRecordings {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    private final HttpClientAgent client;
    private final TwilioAccount account;
    private final URI apiUrl;
    private final Duration deadline;

    /** @param deadline for the whole of a recording */
    public TwilioRecordings(Vertx vertx, TwilioAccount account, URI apiUrl, Duration deadline) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setConnectTimeout(Math.toIntExact(deadline.toMillis())));
        this.account = account;
        this.apiUrl = apiUrl;
        this.deadline = deadline;
    }

    private record Answer(int status, byte[] body) {}

    @Override
    public Fetched fetch(String address) {
        var id = id(address);
        if (id.isEmpty()) {
            return new Fetched.Never();
        }
        try {
            var answer = ask(HttpMethod.GET, recordings() + id.get() + ".wav");
            if (answer.body.length > Sound.MOST_BYTES) {
                return new Fetched.Never();
            }
            return answer.status == 200 ? new Fetched.Here(answer.body) : new Fetched.NotYet();
        } catch (TimeoutException | RuntimeException away) {
            return new Fetched.NotYet();
        }
    }

    /** One that was never the carrier's own has nothing to delete; one that it does not know is gone. */
    @Override
    public boolean delete(String address) {
        var id = id(address);
        if (id.isEmpty()) {
            return true;
        }
        try {
            var status = ask(HttpMethod.DELETE, recordings() + id.get() + ".json").status;
            return status == 204 || status == 200 || status == 404;
        } catch (TimeoutException | RuntimeException away) {
            return false;
        }
    }

    private String recordings() {
        return base() + "/2010-04-01/Accounts/" + account.sid() + "/Recordings/";
    }

    private String base() {
        return apiUrl.getRawPath() == null ? "" : apiUrl.getRawPath().replaceFirst("/$", "");
    }

    /** The recording's id, if the address is one of ours at the very host we call by. */
    private Optional<String> id(String address) {
        try {
            var named = URI.create(address);
            var path = named.getRawPath() == null ? "" : named.getRawPath();
            if (!apiUrl.getHost().equalsIgnoreCase(named.getHost()) || port(apiUrl) != port(named)
                    || !path.startsWith(recordings())) {
                return Optional.empty();
            }
            return Optional.of(path.substring(recordings().length()).replaceFirst("\\.(wav|mp3|json)$", ""))
                    .filter(id -> ID.matcher(id).matches());
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    /** Twilio writes http or https, as it likes; the way there is ours. */
    private static int port(URI url) {
        return url.getPort() > 0 && url.getPort() != 80 ? url.getPort() : 443;
    }

    private Answer ask(HttpMethod method, String path) throws TimeoutException {
        var ssl = "https".equalsIgnoreCase(apiUrl.getScheme());
        var port = apiUrl.getPort() > 0 ? apiUrl.getPort() : ssl ? 443 : 80;
        var where = new RequestOptions().setMethod(method).setHost(apiUrl.getHost()).setPort(port).setSsl(ssl).setURI(path)
                .setFollowRedirects(false).putHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(
                        (account.sid() + ":" + account.token()).getBytes(StandardCharsets.UTF_8)));
        return Waiting.atMost(deadline, client.request(where).compose(request -> request.send())
                .compose(TwilioRecordings::whole));
    }

    /** One byte more than a sound may have is enough to know that it is too much. */
    private static Future<Answer> whole(HttpClientResponse response) {
        var whole = Promise.<Answer>promise();
        var body = Buffer.buffer();
        response.handler(part -> {
            if (body.length() <= Sound.MOST_BYTES) {
                body.appendBuffer(part);
            }
            if (body.length() > Sound.MOST_BYTES && whole.tryComplete(new Answer(response.statusCode(), body.getBytes()))) {
                response.request().reset();
            }
        });
        response.exceptionHandler(whole::tryFail);
        response.endHandler(_ -> whole.tryComplete(new Answer(response.statusCode(), body.getBytes())));
        return whole.future();
    }
}
