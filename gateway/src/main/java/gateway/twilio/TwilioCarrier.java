package gateway.twilio;

import com.twilio.exception.TwilioException;
import com.twilio.http.HttpClient;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.type.PhoneNumber;
import gateway.messaging.Carrier;
import gateway.messaging.Outgoing;
import gateway.messaging.SendOutcome;
import java.net.URI;

/** Sends texts by Twilio's API. It blocks the thread that calls it, which is the postman's own. */
public final class TwilioCarrier implements Carrier {

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
    public SendOutcome send(Outgoing text) {
        try {
            return outcome(new MessageCreator(account.sid(), new PhoneNumber(text.to().e164()),
                    new PhoneNumber(text.from().e164()), text.words())
                    .setStatusCallback(URI.create(publicUrl + TwilioRoutes.DELIVERIES + text.attempt()))
                    .setValidityPeriod(Math.toIntExact(text.validity().toSeconds()))
                    .create(client));
        } catch (NoSuccess known) {
            return known.outcome();
        } catch (TwilioException unreadable) {
            return new SendOutcome.Unknown("unreadable answer");
        }
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
