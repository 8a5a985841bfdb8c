package gateway.console.frame;

import gateway.database.DatabaseAway;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a browser sees when something is not to be. A refusal looks like an absence: it has the same page. */
public final class RequestErrors {

    private static final Logger log = LoggerFactory.getLogger(RequestErrors.class);

    private final Pages pages;

    public RequestErrors(Pages pages) {
        this.pages = pages;
    }

    public void absent(RoutingContext request) {
        tell(request, 404, "absent");
    }

    public void tell(RoutingContext request, int status, String key) {
        if (request.response().ended() || request.response().headWritten()) {
            return;
        }
        pages.send(request, status, "frame/error", "error." + key + ".title",
                frame -> new ErrorPage(frame, frame.say("error." + key + ".words")));
    }

    public void failed(RoutingContext request, Throwable failure) {
        switch (failure) {
            case Form.Refused refused -> tell(request, refused.status(), "form");
            case PasswordHashing.Busy _ -> busy(request);
            case DatabaseAway _ -> busy(request);
            default -> {
                log.error("A page failed", failure);
                tell(request, 500, "broken");
            }
        }
    }

    private void busy(RoutingContext request) {
        request.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
        tell(request, 503, "busy");
    }
}
