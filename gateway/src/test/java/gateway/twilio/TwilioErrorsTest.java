package gateway.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.messaging.SendOutcome;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwilioErrorsTest {

    @ParameterizedTest
    @CsvSource({
            "400, 21610, Refused", "400, 21211, Refused", "400, 21614, Refused", "400, 21612, Refused",
            "400, 21408, Refused", "400, 30006, Refused", "400, 0, Refused", "404, 20404, Refused",
            "409, 0, Refused", "413, 0, Refused", "403, 21408, Refused",
            "429, 20429, NotTaken", "429, 0, NotTaken", "400, 20429, NotTaken", "429, 63038, NotTaken",
            "400, 30022, NotTaken",
            "401, 20003, NotTaken", "401, 0, NotTaken", "403, 20003, NotTaken", "403, 0, NotTaken",
            "400, 20003, NotTaken", "403, 20005, NotTaken", "400, 30002, NotTaken",
            "400, 13224, Refused", "400, 13227, Refused", "403, 13227, Refused", "400, 21214, Refused",
            "400, 21215, Refused", "403, 21215, Refused", "400, 21216, Refused", "400, 21217, Refused",
            "400, 10001, NotTaken", "400, 10004, NotTaken", "429, 10004, NotTaken", "400, 10005, NotTaken",
            "500, 20500, Unknown", "502, 0, Unknown", "503, 0, Unknown", "504, 0, Unknown", "500, 21610, Unknown",
            "301, 0, Unknown", "302, 0, Unknown", "307, 0, Unknown", "408, 0, Unknown", "100, 0, Unknown"})
    void each_answer_means_one_of_four(int status, int code, String outcome) {
        assertEquals(outcome, TwilioErrors.of(status, code).getClass().getSimpleName());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "400 | {\"code\":21610,\"status\":400} | Refused[why=21610]",
            "400 | {\"code\":\"21610\"}            | Refused[why=21610]",
            "400 | <html>no</html>                 | Refused[why=http 400]",
            "400 | {\"code\":21                    | Refused[why=http 400]",
            "400 | []                              | Refused[why=http 400]",
            "400 | {\"code\":-3}                   | Refused[why=http 400]",
            "429 | ''                              | NotTaken[why=http 429]"})
    void the_code_is_read_from_whatever_came(int status, String body, String outcome) {
        assertEquals(outcome, TwilioErrors.of(status, body.getBytes(StandardCharsets.UTF_8)).toString());
    }

    @Test
    void a_body_that_is_deep_is_no_code() {
        var deep = "[".repeat(20_000).getBytes(StandardCharsets.UTF_8);

        assertEquals(new SendOutcome.Refused("http 400"), TwilioErrors.of(400, deep));
    }
}
