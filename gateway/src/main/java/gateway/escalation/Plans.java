package gateway.escalation;

import gateway.roster.Rosters;
import gateway.sealing.Foundation;

/** Who is asked when: rosters, escalation policies, and the contacts outside for when nobody answers. */
public record Plans(Rosters rosters, EscalationPolicies policies, OutsideContacts outside) {

    public static Plans build(Foundation foundation) {
        return new Plans(new Rosters(foundation.ids()), new EscalationPolicies(), new OutsideContacts(foundation.keys()));
    }
}
