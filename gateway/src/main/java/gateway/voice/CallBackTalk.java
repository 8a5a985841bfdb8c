package gateway.voice;

import gateway.contact.ContactPointId;
import gateway.contact.ContactPoints;
import gateway.database.Transaction;
import gateway.hotline.ContactRules;
import gateway.messaging.PlacedCall;
import java.util.Optional;

/** A reporter who chose so is called back: she hears the hotline's menu, whose greeting is a shop's. */
public final class CallBackTalk {

    private static final Script OVER = Script.of(new Verb.Hangup());
    private static final Script MENU = Script.of(new Verb.Redirect(Menu.BACK));

    private final ContactPoints contactPoints;
    private final ContactRules rules;

    public CallBackTalk(ContactPoints contactPoints, ContactRules rules) {
        this.contactPoints = contactPoints;
        this.rules = rules;
    }

    /** Looked at again: while it rang, her phone may have been taken. */
    Script proceed(Transaction tx, PlacedCall call) {
        return Optional.ofNullable(call.about().contactPoint())
                .flatMap(id -> contactPoints.find(tx, new ContactPointId(id)))
                .filter(phone -> rules.againstCallingBack(tx, phone, false).isEmpty())
                .map(_ -> MENU).orElse(OVER);
    }
}
