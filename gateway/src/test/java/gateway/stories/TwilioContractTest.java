package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract bites: what Twilio's document does not allow is found, and what it allows is not. */
class TwilioContractTest {

    private static final TwilioContract TEXTS = TwilioContract.ofMessages();
    private static final TwilioContract CALLS = TwilioContract.ofCalls();
    private static final Map<String, List<String>> TEXT = Map.of("To", List.of("+12025550111"), "From",
            List.of("+12025550100"), "Body", List.of("K 4731-1"), "StatusCallback", List.of("https://gateway.example/x"),
            "ValidityPeriod", List.of("300"));
    private static final Map<String, List<String>> CALL = Map.of("To", List.of("+12025550111"), "From",
            List.of("+12025550100"), "Url", List.of("https://gateway.example/out"), "StatusCallback",
            List.of("https://gateway.example/x"), "StatusCallbackEvent", List.of("initiated", "ringing"), "Timeout",
            List.of("25"));

    @Test
    void what_the_gateway_sends_is_allowed() {
        assertEquals(List.of(), TEXTS.faultsOfRequest(TEXT));
        assertEquals(List.of(), CALLS.faultsOfRequest(CALL));
    }

    @ParameterizedTest
    @CsvSource({"Messages, Colour, red", "Messages, ValidityPeriod, soon", "Messages, To, ", "Messages, ContentRetention, keep",
            "Messages, StatusCallback, /twilio/deliveries", "Messages, StatusCallback, ht!tp", "Messages, MessagingServiceSid, x",
            "Calls, ValidityPeriod, 300", "Calls, Timeout, long", "Calls, From, ", "Calls, Url, out/1", "Calls, Record, perhaps",
            "Calls, Method, FETCH", "Calls, ApplicationSid, AP1"})
    void a_field_or_a_value_that_twilio_does_not_know_is_found(String noun, String field, String value) {
        var contract = noun.equals("Calls") ? CALLS : TEXTS;
        var broken = new TreeMap<>(noun.equals("Calls") ? CALL : TEXT);
        broken.remove(field);
        if (value != null) {
            broken.put(field, List.of(value));
        }

        assertTrue(!contract.faultsOfRequest(broken).isEmpty(), field);
    }

    @Test
    void a_field_that_comes_twice_is_found() {
        var broken = new TreeMap<>(TEXT);
        broken.put("Body", List.of("one", "two"));

        assertEquals(List.of("Body came 2 times"), TEXTS.faultsOfRequest(broken).subList(0, 1));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {"{\"sid\":\"CA1\"}", "{\"status\":\"dreaming\"}", "{\"colour\":\"red\"}",
            "{\"queue_time\":0}", "{\"to\":", "{\"account_sid\":\"SM00000000000000000000000000000000\"}"})
    void an_answer_that_twilio_would_not_give_is_found(String answer) {
        assertTrue(!CALLS.faultsOfAnswer(answer).isEmpty(), answer);
    }

    @Test
    void an_answer_may_leave_out_and_null_what_the_document_lets_it() {
        assertEquals(List.of(), CALLS.faultsOfAnswer("{\"sid\":\"CA" + "0".repeat(32) + "\",\"answered_by\":null}"));
        assertEquals(List.of(), TEXTS.faultsOfAnswer("{\"status\":\"queued\",\"error_code\":null}"));
    }
}
