package gateway.console.alerts;

import gateway.alert.Deciding;
import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What was said: reports read and coded, phones muted, proposals decided, notes kept. */
public final class ReportForms {

    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final OnAlert onAlert;
    private final AlertLocks locks;

    ReportForms(ConsoleStores stores, ConsoleActs acts, OnAlert onAlert, AlertLocks locks) {
        this.stores = stores;
        this.acts = acts;
        this.onAlert = onAlert;
        this.locks = locks;
    }

    /** POST /alerts/:number/reports/:report/code: a human read a report that was not understood. */
    public void code(RoutingContext request) {
        var code = OnAlert.form(request).only("code").text("code");
        var report = WarningsForm.id(request.pathParam("report"));
        onAlert.act(request, tx -> report.flatMap(id -> locks.lockOfReport(tx, request, id)), doing ->
                switch (acts.coding().code(doing.tx(), doing.alert(), report.orElseThrow(), code, doing.visit().member().id())) {
                    case CODED -> PageNotice.done("notice.coded", "number", doing.number());
                    case READ_ALREADY -> PageNotice.refused("notice.read-already", "number", doing.number());
                    case OVER -> PageNotice.refused("notice.over", "number", doing.number());
                    case NO_CODE -> throw new Form.Refused(400);
                });
    }

    /** POST /alerts/:number/reports/:report/mute: the phone it came from is muted, and the report read. */
    public void mute(RoutingContext request) {
        OnAlert.form(request).only();
        var report = WarningsForm.id(request.pathParam("report"));
        onAlert.act(request, tx -> report.flatMap(id -> locks.lockOfReport(tx, request, id)), doing -> MachineForms.told(
                acts.muting().mutePhone(doing.tx(), doing.alert(), report.orElseThrow(), doing.visit().member().id())));
    }

    /** POST /alerts/:number/proposals/:proposal/decision: the fields person-1, person-2 … choose for whom. */
    public void decision(RoutingContext request) {
        var confirmed = switch (OnAlert.form(request).text("decision")) {
            case "confirmed" -> true;
            case "declined" -> false;
            default -> throw new Form.Refused(400);
        };
        var proposal = WarningsForm.id(request.pathParam("proposal"));
        onAlert.act(request, doing -> {
            var people = stores.arrestees().of(doing.tx(), doing.alert().alert().id()).size();
            var fields = IntStream.rangeClosed(1, people).mapToObj(ordinal -> "person-" + ordinal).toList();
            var known = new ArrayList<>(fields);
            known.add("decision");
            doing.form().only(known.toArray(String[]::new));
            var chosen = people == 1 ? Set.of(1) : IntStream.rangeClosed(1, people)
                    .filter(ordinal -> !doing.form().text("person-" + ordinal).isEmpty()).boxed().collect(Collectors.toSet());
            return switch (proposal.map(id -> acts.deciding().decide(doing.tx(), doing.alert(), id, confirmed, chosen,
                    doing.visit().member())).orElse(Deciding.Result.DECIDED_ALREADY)) {
                case DECIDED -> PageNotice.done(confirmed ? "notice.proposal-confirmed" : "notice.proposal-declined");
                case DECIDED_ALREADY -> PageNotice.refused("notice.proposal-decided");
                case NOT_TO_BE_CONFIRMED -> PageNotice.refused("notice.proposal-not-to-be-confirmed");
                case NOBODY_CHOSEN -> PageNotice.refused("notice.proposal-nobody-chosen");
            };
        });
    }

    /** POST /alerts/:number/note */
    public void note(RoutingContext request) {
        OnAlert.form(request).only("words");
        onAlert.act(request, doing -> OnAlert.withWords(doing, "words", words -> {
            acts.noteTaking().note(doing.tx(), doing.alert(), doing.visit().member().id(), words);
            return PageNotice.done("notice.noted");
        }));
    }
}
