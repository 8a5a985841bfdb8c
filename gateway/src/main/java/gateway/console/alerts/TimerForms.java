package gateway.console.alerts;

import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.Sessions;
import gateway.console.frame.Visit;
import gateway.database.Database;
import gateway.safety.Proof;
import gateway.safety.TimingSafety;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** Safety timers: she goes in, comes out, or a coordinator knows what became of her. */
public final class TimerForms {

    private final Database database;
    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final OnAlert onAlert;
    private final AlertLocks locks;
    private final Sessions sessions;

    TimerForms(Database database, ConsoleStores stores, ConsoleActs acts, OnAlert onAlert, AlertLocks locks, Sessions sessions) {
        this.database = database;
        this.stores = stores;
        this.acts = acts;
        this.onAlert = onAlert;
        this.locks = locks;
        this.sessions = sessions;
    }

    /** POST /alerts/:number/timer: she who has it goes into a station, for so many minutes. */
    public void timer(RoutingContext request) {
        var written = OnAlert.form(request).only("minutes").text("minutes");
        var minutes = written.matches("[0-9]{1,4}") ? Integer.parseInt(written) : 0;
        Visit visit = request.get("visit");
        var number = AlertAccess.number(request);
        onAlert.act(request, tx -> number.flatMap(named -> locks.lockWithHeld(tx, named, visit.member().id())), doing -> told(doing,
                acts.timingSafety().goIn(doing.tx(), doing.alert(), doing.visit().member().id(), minutes, Proof.PAGE)));
    }

    /** POST /alerts/:number/timer-end: she is out again. */
    public void timerEnd(RoutingContext request) {
        OnAlert.form(request).only();
        onAlert.act(request, doing -> told(doing, acts.timingSafety().comeOut(doing.tx(), Optional.of(doing.alert()), doing.visit().member().id(),
                Proof.PAGE)));
    }

    /** POST /alerts/:number/timer-clearance: a coordinator knows what became of her who is overdue. */
    public void timerClearance(RoutingContext request) {
        var alias = OnAlert.form(request).only("alias", "reason").text("alias");
        if (isErasedAndCleared(request, alias)) {
            Pages.redirect(request, "/alerts/" + AlertAccess.number(request).orElseThrow());
            return;
        }
        onAlert.act(request, doing -> OnAlert.withWords(doing, "reason", reason -> stores.members().byAlias(doing.tx(), alias)
                .filter(member -> acts.timingSafety().clear(doing.tx(), doing.alert(), member.id(), doing.visit().member().id(),
                        reason))
                .map(member -> PageNotice.done("notice.timer-cleared", "who", member.alias()))
                .orElse(PageNotice.refused("notice.nothing-running"))));
    }

    /** She stands overdue though the alert was erased meanwhile, or nothing from her phone would ever count again. */
    private boolean isErasedAndCleared(RoutingContext request, String alias) {
        Visit visit = request.get("visit");
        return database.inTransaction(tx -> AlertAccess.number(request).flatMap(number -> stores.alerts().find(tx, number))
                .filter(alert -> stores.alerts().marks().erasedAt(tx, alert.id()).isPresent())
                .flatMap(alert -> stores.members().byAlias(tx, alias).map(member -> {
                    var cleared = acts.timingSafety().clear(tx, alert.id(), member.id(), visit.member().id());
                    sessions.leave(tx, visit.signedIn().idHash(), cleared ? PageNotice.done("notice.timer-cleared", "who", member.alias())
                            : PageNotice.refused("notice.nothing-running"));
                    return cleared;
                })).isPresent());
    }

    private static PageNotice told(OnAlert.Doing doing, TimingSafety.Result result) {
        return switch (result) {
            case TimingSafety.Result.Runs(var dueAt, _) -> PageNotice.done("notice.inside", "time", doing.time(dueAt));
            case TimingSafety.Result.NoSuchTime _ -> PageNotice.refused("notice.inside-minutes", "least",
                    Integer.toString(TimingSafety.FEWEST_MINUTES), "most", Integer.toString(TimingSafety.MOST_MINUTES));
            case TimingSafety.Result.NotHolder _ -> PageNotice.refused("notice.not-holder", "number", doing.number());
            case TimingSafety.Result.Overdue _ -> PageNotice.refused("notice.inside-overdue");
            case TimingSafety.Result.Ended _ -> PageNotice.done("notice.out");
            case TimingSafety.Result.NotProven _, TimingSafety.Result.None _ -> PageNotice.refused("notice.nothing-running");
        };
    }
}
