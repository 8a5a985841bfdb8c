package gateway.console.alerts;

import gateway.alert.OpeningCard;
import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.console.frame.Pages;
import gateway.console.frame.RequestErrors;
import gateway.console.frame.VisibleText;
import gateway.console.frame.Visit;
import gateway.database.Database;
import gateway.voice.RingBackResult;
import io.vertx.ext.web.RoutingContext;
import java.util.List;
import java.util.Optional;

/** The reporter herself: her phone, her number, her card, a call back to her. */
public final class ReporterForms {

    private final Database database;
    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final OnAlert onAlert;
    private final AlertLocks locks;
    private final Pages pages;
    private final RequestErrors errors;

    ReporterForms(Database database, ConsoleStores stores, ConsoleActs acts, OnAlert onAlert, AlertLocks locks, Pages pages, RequestErrors errors) {
        this.database = database;
        this.stores = stores;
        this.acts = acts;
        this.onAlert = onAlert;
        this.locks = locks;
        this.pages = pages;
        this.errors = errors;
    }

    /** POST /alerts/:number/seizure: whether the reporter's phone is presumed seized. */
    public void seizure(RoutingContext request) {
        var seized = switch (OnAlert.form(request).only("seized", "reason").text("seized")) {
            case "yes" -> true;
            case "no" -> false;
            default -> throw new Form.Refused(400);
        };
        onAlert.act(request, doing -> OnAlert.withWords(doing, "reason", reason -> {
            acts.settingSeized().set(doing.tx(), doing.alert(), doing.visit().member().id(), seized, reason);
            return PageNotice.done(seized ? "notice.seizure-set" : "notice.seizure-lifted");
        }));
    }

    /** POST /alerts/:number/reveal: shows the number once, on the page that answers; the timeline keeps who and why. */
    public void reveal(RoutingContext request) {
        var reason = OnAlert.form(request).only("reason").words("reason");
        if (reason.isEmpty()) {
            onAlert.act(request, doing -> PageNotice.refused("notice.words-missing"));
            return;
        }
        Visit visit = request.get("visit");
        var words = pages.words(request);
        var number = AlertAccess.number(request);
        var revealed = database.inTransaction(tx -> number.flatMap(named -> locks.lock(tx, named))
                .map(alert -> new Revealed(acts.revealing().reveal(tx, alert, visit.member().id(), reason),
                        new ReportsView(tx, stores, words, visit).hidden(alert.alert().id()))));
        if (revealed.isEmpty()) {
            errors.absent(request);
            return;
        }
        var written = revealed.get().sender().map(VisibleText::of).orElse(words.say("alert.erased"));
        pages.send(request, 200, "alerts/reveal", "reveal.title", frame -> new RevealPage(frame, number.orElseThrow().toString(),
                written, revealed.get().words()));
    }

    /** POST /alerts/:number/ring-back: the member's own phone is rung, and then, if it may be, the reporter's. */
    public void ringBack(RoutingContext request) {
        var form = OnAlert.form(request).only("reason", "sure");
        onAlert.act(request, doing -> !form.text("sure").equals("yes") ? PageNotice.refused("notice.ring-back-not-sure")
                : OnAlert.withWords(doing, "reason", reason -> switch (acts.ringingBack().ask(doing.tx(), doing.alert(),
                        doing.visit().member(), reason)) {
                    case RingBackResult.Ringing _ -> PageNotice.done("notice.ring-back-rings");
                    case RingBackResult.Refused(var why) -> PageNotice.refused("ring-back." + why);
                    case RingBackResult.NoPhone _ -> PageNotice.refused("notice.ring-back-no-phone");
                    case RingBackResult.UnderWay _ -> PageNotice.refused("notice.ring-back-under-way");
                }));
    }

    /** POST /alerts/:number/card: shows the card once, on the page that answers; the timeline keeps who and why. */
    public void card(RoutingContext request) {
        var reason = OnAlert.form(request).only("reason").words("reason");
        if (reason.isEmpty()) {
            onAlert.act(request, doing -> PageNotice.refused("notice.words-missing"));
            return;
        }
        Visit visit = request.get("visit");
        var number = AlertAccess.number(request);
        var opened = database.inTransaction(tx -> number.flatMap(named -> locks.lock(tx, named))
                .map(alert -> acts.openingCard().open(tx, alert, visit.member().id(), reason)));
        if (opened.isEmpty()) {
            errors.absent(request);
            return;
        }
        switch (opened.get()) {
            case OpeningCard.Result.Shown(var cards) -> pages.send(request, 200, "alerts/card", "card.title",
                    frame -> CardPage.of(frame, number.orElseThrow().toString(), cards));
            case OpeningCard.Result.NoCard _ -> onAlert.act(request, doing -> PageNotice.refused("notice.no-card"));
            case OpeningCard.Result.Unreadable _ -> onAlert.act(request, doing -> PageNotice.refused("notice.card-unreadable"));
            case OpeningCard.Result.AlreadyResolved _ -> onAlert.act(request, doing -> PageNotice.refused("notice.card-stays-closed"));
        }
    }

    /** What is shown to whoever gave a reason; it prints nothing of it. */
    private record Revealed(Optional<String> sender, List<String> words) {

        @Override
        public String toString() {
            return "Revealed";
        }
    }
}
