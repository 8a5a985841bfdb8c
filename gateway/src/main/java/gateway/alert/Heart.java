package gateway.alert;

import gateway.contact.Hotlines;
import gateway.escalation.EscalationPolicies;
import gateway.sealing.Foundation;
import java.util.Collection;

/** The alert: its ladders, its leases, whom it is about, and what is proposed of it. */
public record Heart(Alerts alerts, Ladders ladders, Leases leases, Arrestees arrestees, Proposals proposals, Merges merges,
        Beginning beginning) {

    /** @param outcomes the pack's; some of them make a number known */
    public static Heart build(Foundation foundation, EscalationPolicies policies, Hotlines hotlines,
            Collection<Outcome> outcomes) {
        var ladders = new Ladders();
        var arrestees = new Arrestees(foundation.ids());
        return new Heart(new Alerts(foundation, ladders, arrestees, outcomes), ladders, new Leases(), arrestees,
                new Proposals(foundation.ids()), new Merges(), new Beginning(ladders, policies, hotlines, foundation.ids()));
    }
}
