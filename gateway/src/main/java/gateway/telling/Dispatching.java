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
        var phones = new TellablePhones(members, dispatches, quietPhones);
        var outbox = new MemberOutbox(sending, hotlines, phones, notices, foundation);
        var coordinators = new TellingCoordinators(members, notices, outbox, sending.phrases());
        var telling = new Telling(sending, dispatches, phones, outbox, coordinators, foundation);
        return new Dispatching(members, dispatches, telling, new Digests(dispatches), new Rings(), wording,
                new GeographicPermissions(notices, telling));
    }
}
