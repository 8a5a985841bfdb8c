package gateway.console.rosters;

import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.console.rosters.CalendarFeeds.Feed;
import gateway.console.rosters.ShiftCalendar.Entry;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.roster.WallTime;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * GET /calendars/:token.ics for whoever has the address, and the forms that make addresses. Nothing is ever
 * fetched from anywhere.
 */
public final class Calendars {

    private static final int WEEKS = 9;

    private final Database database;
    private final ConsoleStores stores;
    private final CalendarFeeds feeds;
    private final Sessions sessions;
    private final RosterCovers rosters;
    private final Pages pages;
    private final RequestErrors errors;

    public Calendars(Database database, ConsoleStores stores, CalendarFeeds feeds, Sessions sessions, RosterCovers rosters,
            Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.feeds = feeds;
        this.sessions = sessions;
        this.rosters = rosters;
        this.pages = pages;
        this.errors = errors;
    }

    /** GET /calendars/:token.ics */
    public void feed(RoutingContext request) {
        var words = pages.words(request);
        var written = database.inTransaction(tx -> feeds.find(tx, request.pathParam("token")).map(feed -> switch (feed) {
            case Feed.OfMember(var member) -> ofMember(tx, member, words);
            case Feed.OfRoster(var roster) -> ofRoster(tx, roster, words);
        }));
        written.ifPresentOrElse(calendar -> send(request, calendar), () -> errors.absent(request));
    }

    /** POST /calendars: a member's own, or the end of it. */
    public void own(RoutingContext request) {
        var form = request.<Form>get("form").only("end");
        Visit visit = request.get("visit");
        if (!form.text("end").isEmpty()) {
            database.run(tx -> {
                feeds.end(tx, visit.member().id());
                sessions.leave(tx, visit.signedIn().idHash(), PageNotice.done("notice.calendar-ended"));
            });
            Pages.redirect(request, "/rosters");
            return;
        }
        var path = database.inTransaction(tx -> feeds.issue(tx, new Feed.OfMember(visit.member().id()), visit.now()));
        show(request, path, "calendar.own", "", "/rosters");
    }

    /** POST /rosters/:name/calendar */
    public void ofRoster(RoutingContext request) {
        request.<Form>get("form").only();
        Visit visit = request.get("visit");
        record Issued(String path, Roster roster) {}
        var issued = database.inTransaction(tx -> rosters.named(tx, request).map(roster ->
                new Issued(feeds.issue(tx, new Feed.OfRoster(roster.id()), visit.now()), roster)));
        issued.ifPresentOrElse(made -> show(request, made.path(), "calendar.roster", made.roster().name(),
                RosterWeek.path(made.roster())), () -> errors.absent(request));
    }

    private void show(RoutingContext request, String path, String whose, String roster, String back) {
        var address = feeds.address(path);
        pages.send(request, 200, "rosters/calendar", "calendar.title",
                frame -> new CalendarPage(frame, frame.say(whose, "roster", roster), address, back));
    }

    /** Her own shifts: neither her name nor the roster's. */
    private String ofMember(Transaction tx, MemberId member, Words words) {
        var entries = stores.rosters().all(tx).stream()
                .flatMap(roster -> OnCall.shifts(roster, begin(roster, words.now()), end(roster, words.now())).stream())
                .filter(stint -> stint.member().equals(member))
                .map(stint -> new Entry(stint.from(), stint.to(), words.say("calendar.shift"), true));
        return written(entries, member.toString());
    }

    /** Everybody's, by alias, and where nobody is. */
    private String ofRoster(Transaction tx, RosterId id, Words words) {
        var roster = stores.rosters().find(tx, id).orElseThrow();
        var aliases = new Aliases(tx, stores.members(), words);
        var from = begin(roster, words.now());
        var to = end(roster, words.now());
        var entries = new ArrayList<Entry>();
        OnCall.shifts(roster, from, to).forEach(stint -> entries.add(new Entry(stint.from(), stint.to(),
                words.say("calendar.shift-of", "who", aliases.of(stint.member())), false)));
        OnCall.gaps(roster, from, to).forEach(gap -> entries.add(new Entry(gap.from(), gap.to(),
                words.say("calendar.nobody"), false)));
        return written(entries.stream(), id.toString());
    }

    private static String written(Stream<Entry> entries, String salt) {
        List<Entry> sorted = entries.distinct().sorted(Comparator.comparing(Entry::from).thenComparing(Entry::summary)).toList();
        return ShiftCalendar.write(sorted, salt);
    }

    /** It begins a week back on a Monday, so that the calendar changes by itself once a week and no more. */
    private static Instant begin(Roster roster, Instant now) {
        return WallTime.momentOf(monday(roster, now).minusWeeks(1).atStartOfDay(), roster.zone());
    }

    private static Instant end(Roster roster, Instant now) {
        return WallTime.momentOf(monday(roster, now).plusWeeks(WEEKS).atStartOfDay(), roster.zone());
    }

    private static LocalDate monday(Roster roster, Instant now) {
        return LocalDate.ofInstant(now, roster.zone()).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static void send(RoutingContext request, String calendar) {
        var tag = "\"" + ShiftCalendar.hash(calendar) + "\"";
        var response = request.response().putHeader(HttpHeaders.ETAG, tag);
        if (Optional.ofNullable(request.request().getHeader(HttpHeaders.IF_NONE_MATCH)).filter(tag::equals).isPresent()) {
            response.setStatusCode(304).end();
            return;
        }
        response.putHeader(HttpHeaders.CONTENT_TYPE, "text/calendar; charset=utf-8");
        response.putHeader("Content-Disposition", "attachment; filename=\"shifts.ics\"");
        response.end(calendar);
    }
}
