package gateway.console;

import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.database.Database;
import gateway.database.Transaction;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Stream;

/** GET /unread: what was not understood and waits for a human, the most urgent first. A responder sees what she was asked. */
final class UnreadPage {

    private static final int MOST_ALERTS = 200;

    private final Database database;
    private final ConsoleStores stores;
    private final Pages pages;

    UnreadPage(Database database, ConsoleStores stores, Pages pages) {
        this.database = database;
        this.stores = stores;
        this.pages = pages;
    }

    void handle(RoutingContext request) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var cards = database.inTransaction(tx -> stores.unread().alerts(tx, visit.isCoordinator() ? null : visit.member().id())
                .stream().distinct().limit(MOST_ALERTS).flatMap(alert -> cards(tx, alert, visit, words).stream()).toList());
        pages.sendLive(request, "unread", words.say("unread.title"), "/unread?" + MembersOnly.BY_ITSELF + "=yes",
                frame -> new UnreadList(frame, cards));
    }

    private List<UnreadCard> cards(Transaction tx, AlertId id, Visit visit, Words words) {
        return new ReportsView(tx, stores, words, visit).of(id).stream()
                .flatMap(said -> Stream.ofNullable(said.unread())).toList();
    }
}
