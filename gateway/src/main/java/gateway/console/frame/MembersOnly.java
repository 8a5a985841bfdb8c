package gateway.console.frame;

import gateway.database.Database;
import gateway.phone.Language;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;

/** Finds out who asks: the session behind the cookie, while it lives, and how its member reads. */
public final class MembersOnly {

    /** What stands in the address of a page that loads itself anew. */
    public static final String BY_ITSELF = "by-itself";

    private final Database database;
    private final Sessions sessions;
    private final ConsoleStores stores;
    private final Cookies cookies;

    public MembersOnly(Database database, Sessions sessions, ConsoleStores stores, Cookies cookies) {
        this.database = database;
        this.sessions = sessions;
        this.stores = stores;
        this.cookies = cookies;
    }

    /** What a page fetches by itself, its stream of changes too, neither keeps a session alive nor uses up its notice. */
    static boolean isByItself(RoutingContext request) {
        return request.request().method().equals(HttpMethod.GET)
                && (isByScript(request) || !request.queryParam(BY_ITSELF).isEmpty()
                        || request.request().path().equals("/changes"));
    }

    public static boolean isByScript(RoutingContext request) {
        return request.request().getHeader("HX-Request") != null;
    }

    public Visit visit(RoutingContext request) {
        var cookie = cookies.session(request);
        if (cookie.isEmpty()) {
            return stranger(request);
        }
        return database.inTransaction(tx -> {
            var now = tx.now();
            var found = sessions.find(tx, cookie.get(), now);
            if (found.isEmpty()) {
                return stranger(request);
            }
            var session = found.get();
            var byHand = !isByItself(request);
            if (byHand && session.wantsSeenNoted(now)) {
                sessions.noteSeen(tx, session, now);
            }
            var shows = byHand && request.request().method().equals(HttpMethod.GET);
            var notice = shows ? sessions.takeNotice(tx, session) : Optional.<PageNotice>empty();
            var zone = stores.hotlines().all(tx).stream().map(hotline -> hotline.zone()).findFirst().orElse(ZoneOffset.UTC);
            var language = cookies.language(request).orElse(session.member().language());
            var askedFor = session.isCoordinator() ? null : session.member().id();
            var waiting = stores.unread().alerts(tx, askedFor).size() + stores.memberTexts().countUnread(tx, askedFor)
                    + (session.isCoordinator() ? stores.machineTexts().countUnread(tx) : 0);
            return new Visit(session, language, zone, now, notice, waiting);
        });
    }

    /** Who is not signed in reads in the language he or she chose, or in the first of the browser's that we write. */
    public Visit stranger(RoutingContext request) {
        var language = cookies.language(request).or(() -> preferred(request)).orElse(Language.EN);
        return new Visit(null, language, ZoneOffset.UTC, database.now(), Optional.empty(), 0);
    }

    private static Optional<Language> preferred(RoutingContext request) {
        var accepted = Optional.ofNullable(request.request().getHeader("Accept-Language")).orElse("");
        return Arrays.stream(accepted.split(",", 20))
                .map(tag -> tag.strip().split("[-;]", 2)[0])
                .flatMap(tag -> Language.read(tag).stream())
                .findFirst();
    }
}
