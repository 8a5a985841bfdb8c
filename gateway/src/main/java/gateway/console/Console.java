package gateway.console;

import gateway.console.alerts.AlertAccess;
import gateway.console.alerts.AlertBoardPage;
import gateway.console.alerts.AlertForms;
import gateway.console.alerts.AlertPage;
import gateway.console.alerts.AlertPages;
import gateway.console.alerts.MachineForms;
import gateway.console.alerts.ReadingPages;
import gateway.console.alerts.UnreadPage;
import gateway.console.alerts.UnreadPages;
import gateway.console.alerts.WarningsForm;
import gateway.console.frame.Assets;
import gateway.console.frame.ChangesStream;
import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleSettings;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Cookies;
import gateway.console.frame.MembersOnly;
import gateway.console.frame.OwnOrigin;
import gateway.console.frame.Pages;
import gateway.console.frame.PasswordHashing;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.SignInLinks;
import gateway.console.frame.Templates;
import gateway.console.people.EnrolmentForms;
import gateway.console.people.MemberDetailsPage;
import gateway.console.people.MemberPages;
import gateway.console.people.MembersPage;
import gateway.console.prompts.PromptsPage;
import gateway.console.rosters.CalendarFeeds;
import gateway.console.rosters.Calendars;
import gateway.console.rosters.HandOverPages;
import gateway.console.rosters.PoliciesPage;
import gateway.console.rosters.RosterCovers;
import gateway.console.rosters.RosterPages;
import gateway.console.rosters.RostersPage;
import gateway.console.rosters.ShiftPages;
import gateway.console.rosters.WhatIfPages;
import gateway.console.signin.PasswordAgain;
import gateway.console.signin.Passwords;
import gateway.console.signin.PinPages;
import gateway.console.signin.SessionPages;
import gateway.console.signin.SignInPages;
import gateway.console.signin.SignInThrottle;
import gateway.database.Changes;
import gateway.database.Database;
import io.vertx.ext.web.Router;
import java.util.random.RandomGenerator;

/** The members' door as a whole: builds its pages from the stores and acts below, and adds them to a router. */
public final class Console {

    private final ConsoleRoutes routes;

    /** @param random what sessions are made of: it must not be guessable */
    public Console(ConsoleSettings settings, Database database, Changes changes, ConsoleStores stores, ConsoleActs acts,
            ConsoleWords words, RandomGenerator random) {
        var pages = new Pages(new Templates(), new Assets(), words.phrases(), settings.training());
        var errors = new RequestErrors(pages);
        var cookies = new Cookies(settings.isHttps());
        var sessions = new Sessions(stores.members(), random);
        var access = new AlertAccess(database, stores);
        this.routes = new ConsoleRoutes(
                new Guards(new OwnOrigin(settings.publicUrl()), new MembersOnly(database, sessions, stores, cookies), cookies, access, pages,
                        errors),
                signIn(database, stores, sessions, cookies, pages, random), new ChangesStream(database, changes, sessions),
                new AlertPages(new AlertBoardPage(database, stores, pages),
                        new AlertPage(database, stores, access, words.outcomes(), pages, errors),
                        AlertForms.of(database, stores, acts, sessions, pages, errors),
                        new UnreadPages(new UnreadPage(database, stores, pages, errors),
                                new MachineForms(database, stores, acts.muting(), sessions, pages, errors),
                                new ReadingPages(stores.trial(), stores.codebook(), pages)),
                        new WarningsForm(database, stores, errors)),
                rosters(new CalendarFeeds(random, settings.publicUrl()), database, stores, acts, sessions, pages, errors),
                new MemberPages(new MembersPage(database, stores, acts, sessions, pages, errors),
                        new MemberDetailsPage(database, stores, sessions, pages, errors),
                        new EnrolmentForms(database, stores, acts, words.enrolment(), sessions, pages, errors)),
                new PromptsPage(database, stores, sessions, pages));
    }

    private static SignInPages signIn(Database database, ConsoleStores stores, Sessions sessions, Cookies cookies, Pages pages,
            RandomGenerator random) {
        var hashing = new PasswordHashing(random);
        var throttle = new SignInThrottle(stores.keyRing().index());
        var passwords = new Passwords(hashing, throttle, new PasswordAgain(database, stores.members(), hashing, throttle));
        return new SignInPages(
                new SessionPages(database, stores.members(), passwords, sessions, new SignInLinks(random), cookies, pages),
                new PinPages(database, stores, passwords, sessions, pages));
    }

    private static RosterPages rosters(CalendarFeeds feeds, Database database, ConsoleStores stores, ConsoleActs acts, Sessions sessions,
            Pages pages, RequestErrors errors) {
        var weeks = new RostersPage(database, stores, pages);
        var covers = new RosterCovers(database, stores, sessions, weeks, pages, errors);
        return new RosterPages(weeks, covers, new Calendars(database, stores, feeds, sessions, covers, pages, errors),
                new WhatIfPages(database, stores, pages), new PoliciesPage(database, stores, pages, errors),
                new HandOverPages(database, stores, covers, pages, errors),
                new ShiftPages(database, stores, acts.dutyDesk(), sessions, pages, errors));
    }

    /** What other doors do not answer is answered here, so they are to be mounted first. */
    public void mount(Router router) {
        routes.mount(router);
    }

    ConsoleRoutes routes() {
        return routes;
    }
}
