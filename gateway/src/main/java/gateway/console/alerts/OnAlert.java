package gateway.console.alerts;

import gateway.alert.Ladder;
import gateway.alert.LockedAlert;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.Sessions;
import gateway.console.frame.Visit;
import gateway.console.frame.Words;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.member.Role;
import gateway.roster.Discipline;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** How a form about an alert is done: on the locked alert, in one transaction, and told by a notice on the page that follows. */
final class OnAlert {

    private final Database database;
    private final ConsoleStores stores;
    private final AlertLocks locks;
    private final Sessions sessions;
    private final Pages pages;
    private final RequestErrors errors;

    OnAlert(Database database, ConsoleStores stores, AlertLocks locks, Sessions sessions, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.locks = locks;
        this.sessions = sessions;
        this.pages = pages;
        this.errors = errors;
    }

    /** One form being done: who sent it, what stands in it, and the alert it is about. */
    record Doing(Transaction tx, LockedAlert alert, Visit visit, Form form, Words words) {

        String number() {
            return alert.alert().number().toString();
        }

        String time(Instant at) {
            return words.time(at);
        }

        /** Whose hands are meant: a responder's own; a coordinator acts for the holder. */
        MemberId holderFor(Discipline discipline) {
            var self = visit.member();
            return self.is(Role.COORDINATOR)
                    ? alert.ladder(discipline).flatMap(Ladder::holder).orElse(self.id()) : self.id();
        }
    }

    void onLadder(RoutingContext request, LadderAct act) {
        var discipline = Discipline.read(form(request).only("discipline").text("discipline"))
                .orElseThrow(() -> new Form.Refused(400));
        act(request, doing -> concerns(doing, discipline) ? act.doIt(doing, discipline)
                : PageNotice.refused("notice.not-asked"));
    }

    interface LadderAct {
        PageNotice doIt(Doing doing, Discipline discipline);
    }

    /** A responder acts on the ladders he or she was asked by; a coordinator on all. */
    private boolean concerns(Doing doing, Discipline discipline) {
        return doing.visit().isCoordinator()
                || stores.dispatches().of(doing.tx(), doing.alert().alert().id()).stream().anyMatch(dispatch ->
                        dispatch.discipline() == discipline && dispatch.member().equals(doing.visit().member().id()));
    }

    void act(RoutingContext request, Function<Doing, PageNotice> act) {
        var number = AlertAccess.number(request);
        act(request, tx -> number.flatMap(named -> locks.lock(tx, named)), act);
    }

    void act(RoutingContext request, Function<Transaction, Optional<LockedAlert>> lock, Function<Doing, PageNotice> act) {
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var number = AlertAccess.number(request);
        var done = database.inTransaction(tx -> {
            var alert = lock.apply(tx);
            alert.ifPresent(locked -> sessions.leave(tx, visit.signedIn().idHash(),
                    act.apply(new Doing(tx, locked, visit, form(request), words))));
            return alert.isPresent();
        });
        if (done) {
            Pages.redirect(request, "/alerts/" + number.orElseThrow());
        } else {
            errors.absent(request);
        }
    }

    static PageNotice withWords(Doing doing, String field, Function<String, PageNotice> act) {
        var words = doing.form().words(field);
        return words.isEmpty() ? PageNotice.refused("notice.words-missing") : act.apply(words);
    }

    static Form form(RoutingContext request) {
        return request.get("form");
    }
}
