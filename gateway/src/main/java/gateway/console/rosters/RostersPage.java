package gateway.console.rosters;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Pages;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.roster.Roster;
import io.vertx.ext.web.RoutingContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** GET /rosters: a week of every roster, from today or from a day that is named. */
public final class RostersPage {

    private final Database database;
    private final ConsoleStores stores;
    private final Pages pages;

    public RostersPage(Database database, ConsoleStores stores, Pages pages) {
        this.database = database;
        this.stores = stores;
        this.pages = pages;
    }

    public void handle(RoutingContext request) {
        var first = firstDay(request);
        var words = pages.words(request);
        var weeks = database.inTransaction(tx -> weeks(tx, stores.rosters().all(tx), first, words));
        pages.send(request, 200, "rosters/rosters", "rosters.title", frame -> new RosterPage(frame, weeks,
                first.minusDays(RosterWeek.DAYS).toString(), first.plusDays(RosterWeek.DAYS).toString()));
    }

    List<RosterPage.Week> weeks(Transaction tx, List<Roster> rosters, LocalDate first, Words words) {
        var members = stores.members().all(tx).stream().collect(toMap(Member::id, identity()));
        return rosters.stream().map(roster -> new RosterWeek(roster, members, words).from(first)).toList();
    }

    /** The day the address names, or today by the reader's clock. */
    static LocalDate firstDay(RoutingContext request) {
        Visit visit = request.get("visit");
        var named = request.queryParam("from");
        try {
            return !named.isEmpty() && named.getFirst().matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}")
                    ? LocalDate.parse(named.getFirst())
                    : LocalDate.ofInstant(visit.now(), visit.zone());
        } catch (DateTimeParseException noSuchDay) {
            return LocalDate.ofInstant(visit.now(), visit.zone());
        }
    }
}
