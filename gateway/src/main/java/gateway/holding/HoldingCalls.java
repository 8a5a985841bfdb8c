package gateway.holding;

import gateway.alert.Heart;
import gateway.asking.AskingActs;
import gateway.escalation.Plans;
import gateway.messaging.Sending;
import gateway.safety.Safety;
import gateway.telling.Dispatching;

/** Calls that end in a lease: the one that asks her to take an alert, and the one that joins a peer to a reporter. */
public record HoldingCalls(DispatchCalls dispatchCalls, PeersByPhone peers) {

    public static HoldingCalls build(Heart heart, Dispatching dispatching, Plans plans, Sending sending, Safety safety,
            AskingActs askingActs, Acknowledging acknowledging) {
        return new HoldingCalls(
                new DispatchCalls(heart.alerts(), dispatching, acknowledging, askingActs, safety, sending.calls()),
                new PeersByPhone(plans, dispatching, askingActs, acknowledging, safety.timers()));
    }
}
