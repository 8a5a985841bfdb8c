package gateway.twilio;

import gateway.voice.CallDesk;
import gateway.voice.Heard;
import gateway.voice.Twiml;
import java.net.URI;

/** POST /twilio/calls: somebody rings one of our numbers; and /twilio/calls/…: a call of ours goes on. */
final class CallWebhook {

    private final CallDesk desk;
    private final Twiml twiml;

    CallWebhook(CallDesk desk, URI publicUrl) {
        var url = publicUrl.toString().replaceFirst("/$", "");
        this.desk = desk;
        this.twiml = new Twiml(url + TwilioRoutes.CALLS + "/", url + TwilioRoutes.PROMPTS);
    }

    /** Returns what is heard next, once an alert is committed. */
    String ring(SignedForm signed) {
        return twiml.write(desk.ring(heard(signed)));
    }

    String proceed(String path, SignedForm signed) {
        return twiml.write(desk.proceed(path, heard(signed)));
    }

    private static Heard heard(SignedForm signed) {
        var form = signed.form();
        // A signed ring without an id is still a cry for help; its signature tells it from others.
        return new Heard(signed.account(), form.first("CallSid").orElse("signature " + signed.signature()),
                form.value("From"), form.value("To"), form.value("Digits"), form.value("DialCallStatus"));
    }
}
