package gateway.console.alerts;

import gateway.codebook.Code;
import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.unread.MachineText;
import gateway.unread.Muting;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;
import java.util.function.BiFunction;

/** GET /mutes, and the forms about texts of machines: read, a cry after all, muted, and heard again. */
public final class MachineForms {

    private static final int A_PAGE = 20;
    private static final int LAST_TEXTS = 20;

    private final Database database;
    private final ConsoleStores stores;
    private final Muting muting;
    private final Sessions sessions;
    private final Pages pages;
    private final RequestErrors errors;

    public MachineForms(Database database, ConsoleStores stores, Muting muting, Sessions sessions, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.muting = muting;
        this.sessions = sessions;
        this.pages = pages;
        this.errors = errors;
    }

    /** GET /mutes */
    public void mutes(RoutingContext request) {
        var words = pages.words(request);
        var shelf = Shelf.of(request, A_PAGE, database.inTransaction(stores.mutes()::howMany));
        var muted = database.inTransaction(tx -> {
            var aliases = new Aliases(tx, stores.members(), words);
            return stores.mutes().all(tx, shelf.size(), shelf.after()).stream().map(mute -> new MutesPage.Muted(mute.id().toString(),
                    VisibleText.of(mute.sender().shown()), words.say("mutes.by", "who", aliases.of(mute.by()), "time", words.time(mute.at())),
                    words.say("mutes.texts", "count", Long.toString(mute.texts()), "time", words.time(mute.lastTextAt())),
                    stores.machineTexts().latestOf(tx, mute, LAST_TEXTS).stream()
                            .map(text -> new MutesPage.Said(words.time(text.at()), said(text, words))).toList())).toList();
        });
        pages.send(request, 200, "alerts/mutes", "mutes.title", frame -> new MutesPage(frame, muted, shelf));
    }

    /** POST /mutes/:mute/end */
    public void end(RoutingContext request) {
        form(request).only();
        act(request, "mute", "/mutes", (tx, id) -> muting.end(tx, id) ? PageNotice.done("notice.mute-ended")
                : PageNotice.refused("notice.mute-gone"));
    }

    /** POST /unread/machines/:text/sighting */
    public void sighting(RoutingContext request) {
        form(request).only();
        Visit visit = request.get("visit");
        act(request, "text", "/unread", (tx, id) -> stores.machineTexts().read(tx, id, visit.member().id(), visit.now())
                ? PageNotice.done("notice.machine-read") : PageNotice.refused("notice.machine-gone"));
    }

    /** POST /unread/machines/:text/mute */
    public void mute(RoutingContext request) {
        form(request).only();
        Visit visit = request.get("visit");
        act(request, "text", "/unread", (tx, id) -> told(muting.muteMachine(tx, id, visit.member().id())));
    }

    /** POST /unread/machines/:text/code: it is a cry after all, and opens an alert. */
    public void code(RoutingContext request) {
        var named = form(request).only("code").text("code");
        var code = stores.codebook().byId(named).filter(MachineForms::mayBe).orElseThrow(() -> new Form.Refused(400));
        act(request, "text", "/unread", (tx, id) -> muting.open(tx, id, code) ? PageNotice.done("notice.machine-opened")
                : PageNotice.refused("notice.machine-gone"));
    }

    static PageNotice told(Muting.Result result) {
        return switch (result) {
            case MUTED -> PageNotice.done("notice.muted");
            case READ_ALREADY -> PageNotice.refused("notice.machine-gone");
            case SOMEBODY_KNOWN -> PageNotice.refused("notice.mute-known");
            case CRIED -> PageNotice.refused("notice.mute-cried");
            case NO_NUMBER -> PageNotice.refused("notice.mute-no-number");
        };
    }

    static boolean mayBe(Code code) {
        return code.mark().matches("[0-9]") && !code.guarded();
    }

    /** Its words, and that a picture came with it. */
    static String said(MachineText text, Words words) {
        return VisibleText.of(words.withPicture(text.words(), text.pictured()));
    }

    private void act(RoutingContext request, String parameter, String back, BiFunction<Transaction, UUID, PageNotice> act) {
        Visit visit = request.get("visit");
        var id = WarningsForm.id(request.pathParam(parameter));
        if (id.isEmpty()) {
            errors.absent(request);
            return;
        }
        database.run(tx -> sessions.leave(tx, visit.signedIn().idHash(), act.apply(tx, id.get())));
        Pages.redirect(request, back);
    }

    private static Form form(RoutingContext request) {
        return request.get("form");
    }
}
