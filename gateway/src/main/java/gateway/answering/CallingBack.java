package gateway.answering;

import gateway.alert.Actor;
import gateway.alert.AlertId;
import gateway.alert.Alerts;
import gateway.contact.CallAnswer;
import gateway.contact.ContactPointId;
import gateway.contact.Hotline;
import gateway.contact.Replying;
import gateway.contact.Reporters;
import gateway.database.Transaction;
import gateway.entry.SpeakingEntry;
import gateway.messaging.PlacedCalls;
import gateway.messaging.Purpose;
import java.time.Duration;
import java.time.Instant;

/**
 * Somebody flashed a hotline that is busy at once, so that ringing it costs nothing. Whoever chose so at enrolment, and whose
 * phone nothing stands against, is called back, once; never anybody else, and never with a text.
 */
public final class CallingBack {

    /** Who flashes again and again is called back once. */
    private static final Duration ONCE = Duration.ofMinutes(10);

    private final Reporters reporters;
    private final Alerts alerts;
    private final PlacedCalls calls;

    public CallingBack(Reporters reporters, Alerts alerts, PlacedCalls calls) {
        this.reporters = reporters;
        this.alerts = alerts;
        this.calls = calls;
    }

    /** The contact point and the alert are locked by whoever took the ring in; the call is committed with it. */
    public void consider(Transaction tx, Hotline hotline, ContactPointId phone, AlertId alert) {
        if (hotline.calls() != CallAnswer.FLASH) {
            return;
        }
        var now = tx.now();
        var reporter = reporters.contactPoints().find(tx, phone);
        var about = alerts.lock(tx, alert);
        if (reporter.isEmpty() || about.isEmpty() || wasCalledBack(tx, alert, now)
                || reporters.rules().againstCallingBack(tx, reporter.get(), about.get().alert().silenceAsked()).isPresent()) {
            return;
        }
        reporters.replying().callBack(tx, reporter.get(), new Replying.From(hotline.number(), hotline.carrierAccount(),
                hotline.languages().getFirst(), alert.value()), now).ifPresent(call -> about.get().tell(tx,
                        Actor.GATEWAY, new SpeakingEntry.CalledBack(call.value())));
    }

    private boolean wasCalledBack(Transaction tx, AlertId alert, Instant now) {
        return calls.wasMadeSince(tx, alert.value(), Purpose.CALL_BACK, now.minus(ONCE));
    }
}
