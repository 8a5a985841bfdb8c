package gateway.holding;

import gateway.alert.AlertActs;
import gateway.alert.CheckIns;
import gateway.alert.Heart;
import gateway.alert.Outcome;
import gateway.messaging.Sending;
import gateway.safety.Safety;
import gateway.telling.Dispatching;
import java.util.Collection;
import java.util.stream.Collectors;

/** Who has an alert: taking it, keeping it, giving it back, ending it. */
public record HoldingActs(Acknowledging acknowledging, HandingBack handingBack, Resolving resolving,
        ProposingDone proposingDone, Relieving relieving, LeaseCalls leaseCalls, StandDown standDown) {

    /** @param outcomes what an alert may end with */
    public static HoldingActs build(Heart heart, AlertActs alertActs, Dispatching dispatching, Sending sending, Safety safety,
            CheckIns checkIns, Collection<Outcome> outcomes) {
        var standDown = new StandDown(dispatching, sending.outbox(), safety.pretences());
        var reliefs = new Reliefs();
        var acknowledging = new Acknowledging(heart, dispatching.dispatches(), reliefs, standDown, checkIns);
        return new HoldingActs(acknowledging, new HandingBack(heart.ladders(), dispatching, safety.pretences()),
                new Resolving(heart, standDown, outcomes.stream().map(Outcome::id).collect(Collectors.toUnmodifiableSet())), new ProposingDone(heart.alerts()),
                new Relieving(dispatching, reliefs, heart.arrestees(), safety.timers()),
                new LeaseCalls(heart.alerts(), dispatching, sending.calls(), safety, acknowledging, alertActs.checkingIn()), standDown);
    }
}
