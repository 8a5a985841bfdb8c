package gateway.twilio;

import gateway.incoming.CarrierSays;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import java.util.function.Function;

/** POST /twilio/texts: somebody texted one of our numbers. */
final class TextWebhook {

    private final Function<Envelope, Receipt> inbox;

    TextWebhook(Function<Envelope, Receipt> inbox) {
        this.inbox = inbox;
    }

    /** Returns once the text is committed. Whatever it says, and whoever sent it, it is taken in. */
    Receipt take(SignedForm signed) {
        var form = signed.form();
        // A signed text without an id is still a cry for help; its signature tells it from others.
        var carrierId = form.first("MessageSid", "SmsSid", "SmsMessageSid").orElse("signature " + signed.signature());
        return inbox.apply(new Envelope(signed.account(), carrierId, form.value("From"), form.value("To"),
                form.value("Body"), signed.signature(), true, isPictured(form.value("NumMedia")), says(form.value("OptOutType"))));
    }

    /** How many pictures came with it; their addresses are not read. */
    private static boolean isPictured(String count) {
        return !count.isBlank() && !count.strip().matches("0+");
    }

    /** Twilio's own opt-out handling answered the text; after STOP it refuses what we send to that number. */
    private static CarrierSays says(String optOutType) {
        return switch (optOutType) {
            case "STOP" -> CarrierSays.OPTED_OUT;
            case "START" -> CarrierSays.OPTED_IN;
            case "HELP" -> CarrierSays.HELPED;
            default -> CarrierSays.NOTHING;
        };
    }
}
