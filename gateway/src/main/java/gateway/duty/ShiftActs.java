package gateway.duty;

import gateway.alert.Alerts;
import gateway.database.Database;
import gateway.holding.Relieving;
import gateway.roster.Rosters;
import gateway.sealing.Foundation;
import gateway.telling.Dispatching;

/** What happens to shifts: somebody promises to be there, one changes hands, one ends; and how those whom it touches hear of it. */
public record ShiftActs(Promises promises, PromiseKeeping keeping, Swapping swapping, ChangingShifts changing, DutyTexts texts) {

    public static ShiftActs build(Database database, Rosters rosters, Dispatching dispatching, Alerts alerts, Relieving relieving,
            Foundation foundation) {
        var dispatches = dispatching.dispatches();
        var texts = new DutyTexts(dispatching.telling(), dispatching.members());
        var promises = new Promises(dispatches, foundation);
        return new ShiftActs(promises, new PromiseKeeping(database, rosters, promises, texts),
                new Swapping(new ShiftOffers(dispatches, foundation), rosters.covers(), promises, texts),
                new ChangingShifts(database, alerts, dispatches, relieving, new HandOvers(foundation.ids()), texts), texts);
    }
}
