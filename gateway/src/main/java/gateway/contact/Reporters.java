package gateway.contact;

import gateway.member.Members;
import gateway.messaging.Sending;
import gateway.sealing.Foundation;

/** The phones people report from, the hotlines they reach, and whether one of them may be answered. */
public record Reporters(ContactPoints contactPoints, Enrolments enrolments, Hotlines hotlines, ContactRules rules,
        Replying replying, Enrolling enrolling, SafeWords safeWords) {

    public static Reporters build(Foundation foundation, Sending sending, Members members, NeverContact never) {
        var contactPoints = new ContactPoints(foundation.keys(), foundation.ids());
        var enrolments = new Enrolments(foundation.keys(), foundation.ids());
        var hotlines = new Hotlines(foundation.keys());
        return new Reporters(contactPoints, enrolments, hotlines, new ContactRules(contactPoints, members, hotlines, never),
                new Replying(contactPoints, sending, foundation.random(), foundation.ids()),
                new Enrolling(enrolments, contactPoints, sending.outbox()), new SafeWords(foundation.random()));
    }
}
