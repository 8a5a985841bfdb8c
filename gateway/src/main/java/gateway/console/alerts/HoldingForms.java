package gateway.console.alerts;

import gateway.alert.AcknowledgeResult;
import gateway.alert.AlertState;
import gateway.asking.MoreHands;
import gateway.console.frame.Aliases;
import gateway.console.frame.ConsoleActs;
import gateway.console.frame.ConsoleStores;
import gateway.console.frame.Form;
import gateway.console.frame.PageNotice;
import gateway.entry.Way;
import gateway.roster.Discipline;
import io.vertx.ext.web.RoutingContext;

/** Who has an alert, and who else is wanted: taking it, checking in, handing it back, asking on. */
public final class HoldingForms {

    private final ConsoleStores stores;
    private final ConsoleActs acts;
    private final OnAlert onAlert;

    HoldingForms(ConsoleStores stores, ConsoleActs acts, OnAlert onAlert) {
        this.stores = stores;
        this.acts = acts;
        this.onAlert = onAlert;
    }

    /** POST /alerts/:number/acknowledgement */
    public void acknowledgement(RoutingContext request) {
        onAlert.onLadder(request, (doing, discipline) -> switch (acts.acknowledging().acknowledge(doing.tx(), doing.alert(),
                discipline, doing.visit().member().id(), Way.PAGE)) {
            case AcknowledgeResult.Taken(var ladder, _) -> PageNotice.done("notice.taken", "number", doing.number(),
                    "time", doing.time(ladder.checkInBy()));
            case AcknowledgeResult.AlreadyTaken(var holder, var since) -> PageNotice.refused("notice.already-taken",
                    "who", new Aliases(doing.tx(), stores.members(), doing.words()).of(holder),
                    "number", doing.number(), "time", doing.time(since));
            case AcknowledgeResult.ProofNeeded _, AcknowledgeResult.Over _ -> PageNotice.refused("notice.over", "number", doing.number());
        });
    }

    /** POST /alerts/:number/check-in */
    public void checkIn(RoutingContext request) {
        onAlert.onLadder(request, (doing, discipline) -> switch (acts.checkingIn().checkIn(doing.tx(), doing.alert(), discipline,
                doing.visit().member().id(), Way.PAGE)) {
            case gateway.alert.CheckInResult.CheckedIn(_, _, var until) -> PageNotice.done("notice.checked-in",
                    "time", doing.time(until));
            case gateway.alert.CheckInResult.LastByText(_, _, var until) -> PageNotice.done("notice.checked-in",
                    "time", doing.time(until));
            case gateway.alert.CheckInResult.NotHolder _ -> PageNotice.refused("notice.not-holder", "number", doing.number());
        });
    }

    /** POST /alerts/:number/handback: the holder's own, or by a coordinator for whoever holds it */
    public void handback(RoutingContext request) {
        onAlert.onLadder(request, (doing, discipline) -> acts.handingBack().handBack(doing.tx(), doing.alert(), discipline,
                doing.holderFor(discipline), doing.visit().member().id(), Way.PAGE)
                ? PageNotice.done("notice.handed-back", "number", doing.number())
                : PageNotice.refused("notice.not-holder", "number", doing.number()));
    }

    /** POST /alerts/:number/escalation */
    public void escalation(RoutingContext request) {
        onAlert.onLadder(request, (doing, discipline) -> acts.escalatingNow().escalate(doing.tx(), doing.alert(), discipline,
                doing.visit().member().id())
                ? PageNotice.done("notice.escalated")
                : PageNotice.refused("notice.nothing-to-escalate"));
    }

    /** POST /alerts/:number/companions: so many more peers are wanted beside whoever has it. */
    public void companions(RoutingContext request) {
        var count = OnAlert.form(request).only("count").text("count");
        if (!count.matches("[1-" + MoreHands.MOST + "]")) {
            throw new Form.Refused(400);
        }
        onAlert.act(request, doing -> doing.alert().state() == AlertState.RESOLVED ? PageNotice.refused("notice.over", "number", doing.number())
                : PageNotice.done("notice.more-asked", "count", Integer.toString(acts.moreHands().ask(doing.tx(), doing.alert(),
                        Integer.parseInt(count), doing.visit().member().id()))));
    }

    /** POST /alerts/:number/ladders: somebody of another discipline is wanted. */
    public void ladders(RoutingContext request) {
        var discipline = Discipline.read(OnAlert.form(request).only("discipline").text("discipline")).filter(Discipline::isBeside)
                .orElseThrow(() -> new Form.Refused(400));
        onAlert.act(request, doing -> acts.moreHands().want(doing.tx(), doing.alert(), discipline, doing.visit().member().id())
                ? PageNotice.done("notice.wanted", "who", doing.words().say("discipline." + discipline.word()))
                : PageNotice.refused("notice.not-wanted"));
    }
}
