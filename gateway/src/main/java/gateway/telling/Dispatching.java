package gateway.telling;

import gateway.contact.Hotlines;
import gateway.dispatch.Dispatches;
import gateway.member.Members;
import gateway.messaging.Sending;
import gateway.sealing.Foundation;

/** Who is asked, what of, and how she hears of it. */
public record Dispatching(Members members, Dispatches dispatches, Telling telling, Digests digests, Rings rings,
        DigestText.Wording wording, GeographicPermissions permissions) {

    public static Dispatching build(Foundation foundation, Sending sending, Members members, Hotlines hotlines,
            QuietPhones quietPhones, Notices notices, DigestText.Wording wording) {
        var dispatches = new Dispatches(foundation.keys(), foundation.ids(), foundation.random());
        var telling = new Telling(sending, members, hotlines, dispatches, quietPhones, notices, foundation);
        return new Dispatching(members, dispatches, telling, new Digests(dispatches), new Rings(), wording,
                new GeographicPermissions(notices, telling));
    }
}
