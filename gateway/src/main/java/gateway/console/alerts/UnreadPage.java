package gateway.console.alerts;

import gateway.alert.AlertId;
import gateway.alert.LockedAlert;
import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.MembersOnly;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * GET /unread: what was not understood, and words from members' phones, each until a human has read it. A responder sees what she
 * was asked; a coordinator all, and what machines wrote.
 */
public final class UnreadPage {

    private static final int MOST_ALERTS = 200;
    private static final int MOST_TEXTS = 200;
    private static final int MACHINES_A_PAGE = 20;

    private final Database database;
    private final ConsoleStores stores;
    private final Pages pages;
    private final RequestErrors errors;

    public UnreadPage(Database database, ConsoleStores stores, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.pages = pages;
        this.errors = errors;
    }

    public void handle(RoutingContext request) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var cards = database.inTransaction(tx -> stores.unread().alerts(tx, visit.isCoordinator() ? null : visit.member().id())
                .stream().distinct().limit(MOST_ALERTS).flatMap(alert -> cards(tx, alert, visit, words).stream()).toList());
        var texts = database.inTransaction(tx -> texts(tx, visit, words));
        var shelf = Shelf.of(request, MACHINES_A_PAGE, visit.isCoordinator() ? database.inTransaction(stores.machineTexts()::countUnread) : 0);
        var machines = shelf.all() == 0 ? List.<MachineCard>of() : database.inTransaction(tx -> machines(tx, shelf, words));
        var muted = visit.isCoordinator() ? database.inTransaction(stores.mutes()::howMany) : 0;
        var codes = ReportsView.codes(stores.codebook(), words).stream().filter(choice -> stores.codebook().byId(choice.id())
                .filter(MachineForms::mayBe).isPresent()).toList();
        var address = "/unread" + shelf.query();
        pages.sendLive(request, "alerts/unread", words.say("unread.title"), address + "&" + MembersOnly.BY_ITSELF + "=yes",
                frame -> new UnreadList(frame, address, cards, texts, machines, codes, shelf, muted));
    }

    /** POST /unread/:text/sighting: a member has read words from a member's phone. */
    public void sighting(RoutingContext request) {
        Visit visit = request.get("visit");
        Form form = request.get("form");
        form.only();
        var text = WarningsForm.id(request.pathParam("text"));
        if (text.isEmpty()) {
            errors.absent(request);
            return;
        }
        database.run(tx -> stores.memberTexts().read(tx, text.get(), visit.member().id(), visit.isCoordinator(), visit.now()));
        Pages.redirect(request, "/unread");
    }

    private List<MemberTextCard> texts(Transaction tx, Visit visit, Words words) {
        var aliases = new Aliases(tx, stores.members(), words);
        return stores.memberTexts().unread(tx, visit.isCoordinator() ? null : visit.member().id(), MOST_TEXTS).stream()
                .map(text -> new MemberTextCard(text.id().toString(), aliases.of(text.member()), number(tx, text.alert()),
                        words.time(text.at()), said(text.words(), text.pictured(), words)))
                .toList();
    }

    private static String said(@Nullable String said, boolean pictured, Words words) {
        if (said == null) {
            return words.say("alert.words-unreadable");
        }
        return said.isEmpty() && !pictured ? words.say("alert.rang") : VisibleText.of(words.withPicture(said, pictured));
    }

    private List<MachineCard> machines(Transaction tx, Shelf shelf, Words words) {
        return stores.machineTexts().unread(tx, shelf.size(), shelf.after()).stream().map(text -> new MachineCard(text.id().toString(),
                VisibleText.of(text.sender().shown()), words.time(text.at()), MachineForms.said(text, words))).toList();
    }

    private @Nullable String number(Transaction tx, @Nullable AlertId alert) {
        return alert == null ? null
                : stores.alerts().find(tx, stores.merges().survivorOf(tx, alert)).map(found -> found.number().toString()).orElse(null);
    }

    private List<UnreadCard> cards(Transaction tx, AlertId id, Visit visit, Words words) {
        return new ReportsView(tx, stores, words, visit).of(id).stream()
                .flatMap(said -> Stream.ofNullable(said.unread())).toList();
    }
}
