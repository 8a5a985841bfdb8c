package gateway.console;

import gateway.phone.Language;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The two cookies: the session's id, and the language somebody chose. Over https they are bound to this host alone. */
final class Cookies {

    private final String session;
    private final String language;
    private final boolean https;

    Cookies(boolean https) {
        this.https = https;
        this.session = https ? "__Host-session" : "session";
        this.language = https ? "__Host-language" : "language";
    }

    Optional<SecretToken> session(RoutingContext request) {
        return read(request, session).map(SecretToken::new);
    }

    void keepSession(RoutingContext request, SecretToken id) {
        request.response().addCookie(cookie(session, id.written()));
    }

    void dropSession(RoutingContext request) {
        request.response().addCookie(cookie(session, "").setMaxAge(0));
    }

    Optional<Language> language(RoutingContext request) {
        return read(request, language).flatMap(Language::read);
    }

    void keepLanguage(RoutingContext request, Language chosen) {
        request.response().addCookie(cookie(language, chosen.tag()).setMaxAge(365L * 24 * 3600));
    }

    private Optional<String> read(RoutingContext request, String name) {
        return request.request().cookies(name).stream().map(Cookie::getValue).filter(value -> !value.isEmpty()).findFirst();
    }

    private Cookie cookie(String name, String value) {
        return Cookie.cookie(name, value).setPath("/").setHttpOnly(true).setSecure(https).setSameSite(CookieSameSite.STRICT);
    }
}
