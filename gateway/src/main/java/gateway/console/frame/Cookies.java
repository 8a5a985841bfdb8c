package gateway.console.frame;

import gateway.phone.Language;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The two cookies: the session's id, and the language somebody chose. Over https they are bound to this host alone. */
public final class Cookies {

    private final String session;
    private final String language;
    private final boolean https;

    public Cookies(boolean https) {
        this.https = https;
        this.session = https ? "__Host-session" : "session";
        this.language = https ? "__Host-language" : "language";
    }

    public Optional<SecretToken> session(RoutingContext request) {
        return read(request, session).map(SecretToken::new);
    }

    public void keepSession(RoutingContext request, SecretToken id) {
        request.response().addCookie(cookie(session, id.written()));
    }

    public void dropSession(RoutingContext request) {
        request.response().addCookie(cookie(session, "").setMaxAge(0));
    }

    Optional<Language> language(RoutingContext request) {
        return read(request, language).flatMap(Language::read);
    }

    public void keepLanguage(RoutingContext request, Language chosen) {
        request.response().addCookie(cookie(language, chosen.tag()).setMaxAge(365L * 24 * 3600));
    }

    private Optional<String> read(RoutingContext request, String name) {
        return request.request().cookies(name).stream().map(Cookie::getValue).filter(value -> !value.isEmpty()).findFirst();
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value).setPath("/").setHttpOnly(true).setSecure(https).setSameSite(CookieSameSite.STRICT);
    }
}
