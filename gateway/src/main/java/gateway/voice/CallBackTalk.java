package gateway.voice;

import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.contact.ContactPointId;
import gateway.contact.Reporters;
import gateway.database.Transaction;
import gateway.inbox.CallInbox;
import gateway.messaging.PlacedCall;

/** A reporter who chose so is called back: she hears the hotline's menu, whose greeting is a shop's. */
public final class CallBackTalk {

    private static final Script OVER = Script.of(new Verb.Hangup());
    private static final Script MENU = Script.of(new Verb.Redirect(Menu.BACK));

    private final Reporters reporters;
    private final Alerts alerts;
    private final CallInbox inbox;

    public CallBackTalk(Reporters reporters, Alerts alerts, CallInbox inbox) {
        this.reporters = reporters;
        this.alerts = alerts;
        this.inbox = inbox;
    }

    /** Looked at again: while it rang, her phone may have been taken. */
    Script proceed(Transaction tx, PlacedCall call, Heard heard) {
        if (call.about().contactPoint() == null || call.about().alert() == null) {
            return OVER;
        }
        var phone = reporters.contactPoints().lock(tx, new ContactPointId(call.about().contactPoint()));
        var alert = alerts.lock(tx, new AlertId(call.about().alert()));
        if (phone.isEmpty() || alert.isEmpty()
                || reporters.rules().againstCallingBack(tx, phone.get(), alert.get().alert().silenceAsked()).isPresent()) {
            return OVER;
        }
        inbox.calledBack(tx, heard.envelope(), alert.get().alert().hotline(), phone.get().id(), alert.get().alert().id());
        return MENU;
    }
}
