package gateway.twilio;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gateway.messaging.SendOutcome;
import java.io.IOException;
import java.util.Set;

/** What an answer that is no success means for what was to be sent. */
final class TwilioErrors {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Our account is ill, not the number: not authenticated, suspended, closed, out of money, barred from calling. */
    private static final Set<Integer> OF_THE_ACCOUNT = Set.of(10001, 10005, 20003, 20005, 20006, 20008, 30002, 90010);
    private static final Set<Integer> TOO_MANY = Set.of(10004, 20429, 14107, 21611, 30022, 63038);

    private TwilioErrors() {}

    /** @param code Twilio's own error code, 0 when the answer held none */
    static SendOutcome of(int status, int code) {
        var why = code > 0 ? Integer.toString(code) : "http " + status;
        if (status < 400 || status >= 500 || status == 408) {
            return new SendOutcome.Unknown(why);
        }
        if (status == 429 || TOO_MANY.contains(code) || OF_THE_ACCOUNT.contains(code)) {
            return new SendOutcome.NotTaken(why);
        }
        return status == 401 || status == 403 && !isOfTheNumber(code)
                ? new SendOutcome.NotTaken(why)
                : new SendOutcome.Refused(why);
    }

    /** 21xxx is about the numbers or the text, 3xxxx about their delivery, 132xx about whom a call may ring: again changes nothing. */
    private static boolean isOfTheNumber(int code) {
        return code / 1000 == 21 || code / 10_000 == 3 || code / 100 == 132;
    }

    static SendOutcome of(int status, byte[] body) {
        return of(status, codeIn(body));
    }

    private static int codeIn(byte[] body) {
        try {
            return JSON.readTree(body).path("code").asInt(0);
        } catch (JacksonException noJson) {
            return 0;
        } catch (IOException impossible) {
            throw new IllegalStateException("reading from memory failed", impossible);
        }
    }
}
