package gateway.console;

import gateway.database.Changes;
import gateway.database.Database;
import gateway.hotline.Hotlines;
import gateway.member.Members;
import gateway.messaging.Phrases;
import gateway.sealing.KeyRing;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** The members' door as a whole: builds its pages from the stores and acts below, and adds them to a router. */
public final class Console {

    private final ConsoleRoutes routes;

    /** @param random what sessions are made of: it must not be guessable */
    public Console(ConsoleSettings settings, Database database, Changes changes, KeyRing keyRing, Members members,
            Hotlines hotlines, Phrases phrases, PasswordHashing hashing, SignInLinks links, InstantSource clock,
            RandomGenerator random) {
        var pages = new Pages(new Templates(), new Assets(), phrases, settings.training());
        var cookies = new Cookies(settings.isHttps());
        var sessions = new Sessions(members, random);
        var session = new SessionPages(database, members, hashing, sessions, links,
                new SignInThrottle(keyRing.index()), cookies, pages, clock);
        this.routes = new ConsoleRoutes(new OwnOrigin(settings.publicUrl()),
                new MembersOnly(database, sessions, hotlines, cookies, clock), new RequestErrors(pages), pages, cookies,
                session, new ChangesStream(database, changes, sessions, clock));
    }

    /** What other doors do not answer is answered here, so they are to be mounted first. */
    public void mount(Router router) {
        routes.mount(router);
    }

    ConsoleRoutes routes() {
        return routes;
    }
}
