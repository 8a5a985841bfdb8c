package gateway.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Call;
import com.twilio.rest.api.v2010.account.CallCreator;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import gateway.messaging.Carrier;
import gateway.messaging.Outgoing;
import gateway.messaging.SendOutcome;
import java.net.URI;
import java.util.List;

/** Sends texts and rings phones by Twilio's API. It blocks the thread that calls it, which is the postman's own. */
public final class TwilioCarrier implements Carrier {

    /** Without these Twilio tells of the end only. Somleng knows no others. */
    private static final List<String> EVENTS = List.of("initiated", "ringing", "answered", "completed");

    private final TwilioAccount account;
    private final TwilioRestClient client;
    private final String publicUrl;

    /** @param publicUrl where the receipts shall come to */
    public TwilioCarrier(TwilioAccount account, HttpClient http, URI publicUrl) {
        this.account = account;
        this.client = new TwilioRestClient.Builder(account.sid(), account.token()).httpClient(http).build();
        this.publicUrl = publicUrl.toString().replaceFirst("/$", "");
    }

    @Override
    public SendOutcome send(Outgoing outgoing) {
        try {
            return switch (outgoing) {
                case Outgoing.Text text -> outcome(new MessageCreator(account.sid(), number(text.to()),
                        number(text.from()), text.words())
                        .setStatusCallback(receiptsOf(text))
                        .setValidityPeriod(Math.toIntExact(text.validity().toSeconds()))
                        .create(client));
                case Outgoing.Call call -> outcome(new CallCreator(account.sid(), number(call.to()), number(call.from()),
                        URI.create(publicUrl + TwilioRoutes.CALLS + "/out/" + call.attempt()))
                        .setStatusCallback(receiptsOf(call))
                        .setStatusCallbackEvent(EVENTS)
                        .setTimeout(Math.toIntExact(call.ringing().toSeconds()))
                        .create(client));
            };
        } catch (NoSuccess known) {
            return known.outcome();
        } catch (TwilioException unreadable) {
            return new SendOutcome.Unknown("unreadable answer");
        }
    }

    private URI receiptsOf(Outgoing outgoing) {
        return URI.create(publicUrl + TwilioRoutes.DELIVERIES + outgoing.attempt());
    }

    private static PhoneNumber number(gateway.phone.PhoneNumber number) {
        return new PhoneNumber(number.e164());
    }

    private static SendOutcome outcome(Call call) {
        if (call.getStatus() == Call.Status.FAILED || call.getStatus() == Call.Status.CANCELED) {
            return new SendOutcome.Refused(call.getStatus().toString());
        }
        return call.getSid() == null || call.getSid().isBlank()
                ? new SendOutcome.Unknown("unreadable answer")
                : new SendOutcome.Accepted(call.getSid());
    }

    private static SendOutcome outcome(Message message) {
        if (message.getErrorCode() != null && isEnded(message.getStatus())) {
            return new SendOutcome.Refused(message.getErrorCode().toString());
        }
        return message.getSid() == null || message.getSid().isBlank()
                ? new SendOutcome.Unknown("unreadable answer")
                : new SendOutcome.Accepted(message.getSid());
    }

    private static boolean isEnded(Message.Status status) {
        return status == Message.Status.FAILED || status == Message.Status.UNDELIVERED
                || status == Message.Status.CANCELED;
    }
}
