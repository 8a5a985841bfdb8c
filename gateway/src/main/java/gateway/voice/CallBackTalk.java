package gateway.voice;

import gateway.contact.ContactPointId;
import gateway.contact.ContactPoints;
import gateway.database.Transaction;
import gateway.messaging.PlacedCall;
import java.util.Optional;

/** A reporter who chose so is called back: she hears the hotline's menu, whose greeting is a shop's. */
public final class CallBackTalk {

    private static final Script OVER = Script.of(new Verb.Hangup());
    private static final Script MENU = Script.of(new Verb.Redirect(Menu.PATH + "/back"));

    private final ContactPoints contactPoints;

    public CallBackTalk(ContactPoints contactPoints) {
        this.contactPoints = contactPoints;
    }

    /** Looked at again: between ringing and answering her phone may have been taken. */
    Script proceed(Transaction tx, PlacedCall call) {
        return Optional.ofNullable(call.about().contactPoint())
                .flatMap(id -> contactPoints.find(tx, new ContactPointId(id)))
                .filter(phone -> !phone.presumedSeized())
                .map(_ -> MENU).orElse(OVER);
    }
}
