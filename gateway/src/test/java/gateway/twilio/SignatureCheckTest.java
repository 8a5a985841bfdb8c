package gateway.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.twilio.security.RequestValidator;
import gateway.stories.FakeCarrier;
import gateway.stories.TwilioSigning;
import java.net.URI;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureCheckTest {

    /** The vector that Twilio publishes and its own libraries test with. */
    private static final TreeMap<String, String> FIELDS = new TreeMap<>(Map.of("CallSid", "CA1234567890ABCDE",
            "Caller", "+14158675309", "Digits", "1234", "From", "+14158675309", "To", "+18005551212"));
    private static final TwilioAccount ACCOUNT = new TwilioAccount("AC1", "12345", null);
    private static final String URI_PART = "/myapp.php?foo=1&bar=2";
    private static final String SIGNATURE = "RSOYDt4T1cUTdK1PDd93/VVr8B8=";

    private final SignatureCheck check = new SignatureCheck(URI.create("https://mycompany.com"));

    @Test
    void the_published_vector_is_signed() {
        assertTrue(check.isSigned(ACCOUNT, URI_PART, signed(FIELDS), SIGNATURE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "RSOYDt4T1cUTdK1PDd93/VVr8B8", "rsoydt4t1cutdk1pdd93/vvr8b8=",
            "RSOYDt4T1cUTdK1PDd93/VVr8B8= ", " RSOYDt4T1cUTdK1PDd93/VVr8B8=", "RSOYDt4T1cUTdK1PDd93_VVr8B8=",
            "RSOYDt4T1cUTdK1PDd93/VVr8B8==", "RSOYDt4T1cUTdK1PDd93/VVr8B9="})
    void a_signature_that_is_nearly_right_is_wrong(String signature) {
        assertFalse(check.isSigned(ACCOUNT, URI_PART, signed(FIELDS), signature));
    }

    @ParameterizedTest
    @CsvSource({"https://a.example,     https://a.example:443,  true",
            "https://a.example:443, https://a.example,      true",
            "http://a.example,      http://a.example:80,    true",
            "https://a.example:8443, https://a.example:8443, true",
            "https://a.example/,    https://a.example,      true",
            "https://a.example:8443, https://a.example,     false",
            "https://a.example,     http://a.example,       false",
            "https://a.example,     https://a.example:444,  false",
            "https://a.example,     https://b.example,      false",
            "https://a.example,     https://a.example.evil, false"})
    void only_the_configured_address_counts_with_or_without_its_default_port(URI configured, String signedFor,
            boolean signed) {
        var signature = TwilioSigning.sign("12345", signedFor + "/twilio/texts", FIELDS);

        assertEquals(signed,
                new SignatureCheck(configured).isSigned(ACCOUNT, "/twilio/texts", signed(FIELDS), signature));
    }

    @Test
    void another_path_query_or_slash_at_the_end_is_not_what_was_signed() {
        for (var uri : new String[] {"/myapp.php", "/myapp.php?foo=1&bar=2&", "/myapp.php/?foo=1&bar=2",
                "//myapp.php?foo=1&bar=2"}) {
            assertFalse(check.isSigned(ACCOUNT, uri, signed(FIELDS), SIGNATURE), uri);
        }
    }

    @Test
    void while_the_token_is_replaced_both_are_good_and_then_the_old_one_is_not() {
        var before = TwilioSigning.sign("old", "https://mycompany.com/x", FIELDS);
        var after = TwilioSigning.sign("new", "https://mycompany.com/x", FIELDS);
        var replacing = new TwilioAccount("AC1", "new", "old");

        assertTrue(check.isSigned(replacing, "/x", signed(FIELDS), before));
        assertTrue(check.isSigned(replacing, "/x", signed(FIELDS), after));
        assertFalse(check.isSigned(new TwilioAccount("AC1", "new", null), "/x", signed(FIELDS), before));
        assertFalse(check.isSigned(new TwilioAccount("AC1", "new", ""), "/x", signed(FIELDS),
                TwilioSigning.sign("x", "https://mycompany.com/x", FIELDS)));
    }

    @Test
    void it_agrees_with_twilios_own_validator_on_a_thousand_random_forms() {
        var random = new Random(7);
        var theirs = new RequestValidator("12345");

        for (var n = 0; n < 1000; n++) {
            var fields = randomFields(random);
            var signature = TwilioSigning.sign("12345", "https://mycompany.com/twilio/texts", fields);
            if (random.nextBoolean() && !fields.isEmpty()) {
                fields.put(fields.firstKey(), "changed");
            }

            assertEquals(theirs.validate("https://mycompany.com/twilio/texts", fields, signature),
                    check.isSigned(ACCOUNT, "/twilio/texts", signed(fields), signature));
        }
    }

    private static byte[] signed(Map<String, String> fields) {
        return WebhookFields.read(FakeCarrier.encode(fields)).signed();
    }

    private static TreeMap<String, String> randomFields(Random random) {
        var fields = new TreeMap<String, String>();
        for (var n = random.nextInt(8); n > 0; n--) {
            fields.put(randomText(random, 6), randomText(random, 60));
        }
        return fields;
    }

    private static String randomText(Random random, int longest) {
        return random.ints(1 + random.nextInt(longest), 0, 0x1800)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }
}
