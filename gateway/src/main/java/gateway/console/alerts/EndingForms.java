package gateway.console.alerts;

import gateway.alert.AlertNumber;
import gateway.alert.Outcome;
import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.stream.IntStream;

/** How an alert ends, and goes on: its outcome, a merger, a wrong number, opened again. */
public final class EndingForms {

    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final OnAlert onAlert;
    private final AlertLocks locks;

    EndingForms(ConsoleStores stores, ConsoleActs acts, OnAlert onAlert, AlertLocks locks) {
        this.stores = stores;
        this.acts = acts;
        this.onAlert = onAlert;
        this.locks = locks;
    }

    /** POST /alerts/:number/resolution: an outcome for each arrestee, the fields outcome-1, outcome-2 … */
    public void resolution(RoutingContext request) {
        onAlert.act(request, doing -> {
            var people = stores.arrestees().of(doing.tx(), doing.alert().alert().id()).size();
            var fields = IntStream.rangeClosed(1, people).mapToObj(ordinal -> "outcome-" + ordinal).toList();
            var known = new ArrayList<>(fields);
            known.add("words");
            doing.form().only(known.toArray(String[]::new));
            var outcomes = fields.stream().map(doing.form()::text).toList();
            if (outcomes.contains(Outcome.WRONG_NUMBER)) {
                // It has a form of its own, since all is erased after it.
                throw new Form.Refused(400);
            }
            return switch (acts.resolving().resolve(doing.tx(), doing.alert(), doing.visit().member().id(), outcomes,
                    doing.form().words("words"))) {
                case RESOLVED -> PageNotice.done("notice.resolved", "number", doing.number());
                case ALREADY_RESOLVED -> PageNotice.refused("notice.over", "number", doing.number());
                case OUTCOME_MISSING -> PageNotice.refused("notice.outcome-missing");
            };
        });
    }

    /** POST /alerts/:number/reopening */
    public void reopening(RoutingContext request) {
        OnAlert.form(request).only("reason");
        onAlert.act(request, doing -> OnAlert.withWords(doing, "reason", reason ->
                acts.reopening().reopen(doing.tx(), doing.alert(), doing.visit().member().id(), reason)
                        ? PageNotice.done("notice.reopened", "number", doing.number())
                        : PageNotice.refused("notice.not-resolved", "number", doing.number())));
    }

    /** POST /alerts/:number/merger: it is the same as another alert, which goes on. */
    public void merger(RoutingContext request) {
        var other = AlertNumber.read(OnAlert.form(request).only("into").text("into"));
        var number = AlertAccess.number(request);
        onAlert.act(request, tx -> number.flatMap(named -> locks.lockWith(tx, named, other)), doing -> {
            var survivor = other.flatMap(named -> stores.alerts().lock(doing.tx(), named));
            if (survivor.isEmpty()) {
                return PageNotice.refused("notice.no-such-alert");
            }
            return switch (acts.merging().merge(doing.tx(), doing.alert(), survivor.get(), doing.visit().member().id())) {
                case MERGED -> PageNotice.done("notice.merged", "number", doing.number(), "other", other.orElseThrow().toString());
                case OVER -> PageNotice.refused("notice.merging-over");
                case THE_SAME -> PageNotice.refused("notice.no-such-alert");
            };
        });
    }

    /** POST /alerts/:number/wrong-number: never answered, and erased first. */
    public void wrongNumber(RoutingContext request) {
        OnAlert.form(request).only();
        var number = AlertAccess.number(request);
        onAlert.act(request, tx -> number.flatMap(named -> locks.lockWithMerged(tx, named)), doing -> acts.dismissingWrongNumber()
                .dismiss(doing.tx(), doing.alert(), doing.visit().member().id())
                ? PageNotice.done("notice.wrong-number", "number", doing.number())
                : PageNotice.refused("notice.over", "number", doing.number()));
    }
}
