package gateway.console;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;

/** GET /rosters: to be read only; rosters are changed in the network file. */
final class RostersPage {

    private static final Duration AHEAD = Duration.ofDays(7);
    private static final int MOST_GAPS = 50;

    private final Database database;
    private final ConsoleStores stores;
    private final Pages pages;

    RostersPage(Database database, ConsoleStores stores, Pages pages) {
        this.database = database;
        this.stores = stores;
        this.pages = pages;
    }

    void handle(RoutingContext request) {
        var words = pages.words(request);
        var rosters = database.inTransaction(tx -> {
            var aliases = new Aliases(tx, stores.members(), words);
            return stores.rosters().all(tx).stream().map(roster -> tell(roster, words, aliases)).toList();
        });
        pages.send(request, 200, "rosters", "rosters.title", frame -> new RosterPage(frame, rosters));
    }

    private static RosterPage.OnCallNow tell(Roster roster, Words words, Aliases aliases) {
        var inZone = new Words(words.phrases(), words.language(), roster.zone(), words.now());
        var gaps = OnCall.gaps(roster, words.now(), words.now().plus(AHEAD)).stream()
                .limit(MOST_GAPS)
                .map(gap -> words.say("rosters.gap", "from", inZone.dayAndTime(gap.from()), "to", inZone.dayAndTime(gap.to())))
                .toList();
        return new RosterPage.OnCallNow(roster.name(), words.say("discipline." + roster.discipline().word()),
                roster.zone().getId(),
                aliases.of(OnCall.at(roster, words.now())), gaps);
    }
}
