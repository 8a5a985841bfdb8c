package gateway.twilio;

import static gateway.stories.FakeCarrier.SID;
import static gateway.stories.FakeCarrier.TOKEN;
import static gateway.stories.FakeCarrier.encode;
import static gateway.stories.FakeCarrier.incoming;
import static gateway.twilio.OpenDoor.FORM;
import static gateway.twilio.OpenDoor.HOTLINE;
import static gateway.twilio.OpenDoor.PUBLIC;
import static gateway.twilio.OpenDoor.REPORTER;
import static gateway.twilio.OpenDoor.headers;
import static gateway.twilio.OpenDoor.signed;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.stories.TwilioSigning;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not let in, however it is written, and what only looks so. */
class TwilioRefusalsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    @RegisterExtension
    static final OpenDoor DOOR = new OpenDoor(DATABASE);

    @Test
    void a_signature_that_is_missing_wrong_lower_cased_padded_or_of_another_is_refused() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var right = TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts", fields);
        var wrong = List.of("", "x", right.toLowerCase(Locale.ROOT), right + "=", "=" + right,
                right.replace("=", ""), right + "A".repeat(4000), "\"" + right + "\"",
                TwilioSigning.sign("another token", PUBLIC + "/twilio/texts", fields),
                TwilioSigning.sign(TOKEN, "http://127.0.0.1:" + DOOR.port() + "/twilio/texts", fields),
                TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts/", fields),
                TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts",
                        incoming("SM2", REPORTER, HOTLINE, "2")));

        for (var signature : wrong) {
            DOOR.assertRefused(403, DOOR.fake.post("/twilio/texts", encode(fields), headers(signature)));
        }
        DOOR.assertRefused(403, DOOR.fake.post("/twilio/texts", encode(fields), Map.of("Content-Type", FORM)));
    }

    @Test
    void two_signatures_are_refused_even_if_both_are_right() throws IOException {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var right = TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/texts", fields);

        var answer = DOOR.raw("X-Twilio-Signature: " + right + "\r\nX-Twilio-Signature: " + right, encode(fields));

        assertTrue(answer.startsWith("HTTP/1.1 403 "), answer);
        assertTrue(DOOR.taken.isEmpty());
    }

    @Test
    void what_the_request_says_of_its_host_and_way_is_not_believed() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var signedForAnother = TwilioSigning.sign(TOKEN, "https://evil.example/twilio/texts", fields);
        var headers = new HashMap<>(headers(signedForAnother));
        headers.putAll(Map.of("X-Forwarded-Host", "evil.example", "X-Forwarded-Proto", "https",
                "Forwarded", "host=evil.example;proto=https", "X-Original-URL", "/", "X-HTTP-Method-Override", "GET"));

        DOOR.assertRefused(403, DOOR.fake.post("/twilio/texts", encode(fields), headers));
    }

    @Test
    void another_account_is_refused_even_if_signed_with_our_token() {
        for (var sid : new String[] {"AC0", "", SID.toLowerCase(Locale.ROOT), SID + " "}) {
            var fields = new TreeMap<>(incoming("SM1", REPORTER, HOTLINE, "2"));
            fields.put("AccountSid", sid);

            DOOR.assertRefused(403, DOOR.fake.post("/twilio/texts", fields));
        }
    }

    @Test
    void a_repeated_field_is_refused_even_if_signed() {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        for (var more : new String[] {"&From=%2B12025550124", "&From=%2B12025550123", "&Body=2", "&%46rom=x",
                "&From"}) {
            var body = new String(encode(fields), StandardCharsets.US_ASCII) + more;

            DOOR.assertRefused(400, DOOR.fake.post("/twilio/texts", body.getBytes(StandardCharsets.US_ASCII), signed(fields)));
        }
    }

    @Test
    void an_escape_that_is_none_is_refused() {
        for (var body : new String[] {"Body=%", "Body=%2", "Body=%zz", "%=x"}) {
            DOOR.assertRefused(400, DOOR.fake.post("/twilio/texts", body.getBytes(StandardCharsets.US_ASCII), headers("x")));
        }
    }

    @Test
    void more_than_a_thousand_fields_are_refused_and_a_thousand_are_not() {
        var fields = new TreeMap<>(incoming("SM1", REPORTER, HOTLINE, "2"));
        IntStream.range(fields.size(), 1000).forEach(n -> fields.put("f" + n, ""));

        assertEquals(200, DOOR.fake.post("/twilio/texts", fields).statusCode());

        DOOR.taken.clear();
        IntStream.range(1000, 5000).forEach(n -> fields.put("f" + n, ""));
        DOOR.assertRefused(400, DOOR.fake.post("/twilio/texts", fields));
        var tenThousand = IntStream.range(0, 10_000).mapToObj(n -> "k" + n).collect(Collectors.joining("&"));
        DOOR.assertRefused(413, DOOR.fake.post("/twilio/texts", (tenThousand + "&x=" + "y".repeat(10_000))
                .getBytes(StandardCharsets.US_ASCII), headers("x")));
        DOOR.assertRefused(400, DOOR.fake.post("/twilio/texts", tenThousand.getBytes(StandardCharsets.US_ASCII), headers("x")));
    }

    @Test
    void up_to_64_KiB_is_taken_in_and_a_byte_more_is_refused() {
        var fields = new TreeMap<>(incoming("SM1", REPORTER, HOTLINE, ""));
        var room = 64 * 1024 - encode(fields).length;

        fields.put("Body", "y".repeat(room));
        assertEquals(200, DOOR.fake.post("/twilio/texts", fields).statusCode());

        DOOR.taken.clear();
        fields.put("Body", "y".repeat(room + 1));
        DOOR.assertRefused(413, DOOR.fake.post("/twilio/texts", fields));
    }

    @Test
    void a_body_that_does_not_say_its_length_meets_the_same_limit() throws IOException {
        var answer = DOOR.exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM
                + "\r\nTransfer-Encoding: chunked\r\n\r\n" + ("1000\r\n" + "y".repeat(4096) + "\r\n").repeat(17));

        assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        assertTrue(DOOR.taken.isEmpty());
    }

    @Test
    void a_body_that_promises_too_much_is_refused_before_it_comes() throws IOException {
        for (var length : new String[] {"65537", "99999999999999999"}) {
            var answer = DOOR.exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM
                    + "\r\nContent-Length: " + length + "\r\n\r\n");

            assertTrue(answer.startsWith("HTTP/1.1 413 "), answer);
        }
    }

    @Test
    void a_body_that_never_ends_is_given_up() throws IOException {
        var answer = DOOR.exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM
                + "\r\nContent-Length: 100\r\n\r\nBody=");

        assertTrue(answer.startsWith("HTTP/1.1 408 "), answer);
    }

    @Test
    void two_lengths_and_a_length_beside_chunks_are_refused() throws IOException {
        for (var lengths : new String[] {"Content-Length: 5\r\nContent-Length: 6",
                "Content-Length: 5\r\nTransfer-Encoding: chunked", "Content-Length: -1", "Content-Length: 5x"}) {
            var answer = DOOR.exchange("POST /twilio/texts HTTP/1.1\r\nHost: x\r\nContent-Type: " + FORM + "\r\n" + lengths
                    + "\r\n\r\n0\r\n\r\n");

            assertTrue(answer.matches("(?s)HTTP/1.1 (400|408|403) .*"), lengths + ": " + answer);
            assertTrue(DOOR.taken.isEmpty());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "multipart/form-data; boundary=x", "text/plain", "text/xml", "",
            "application/x-www-form-urlencoded; charset=utf-16", "application/x-www-form-urlencodedx",
            "application/x-www-form-urlencoded, application/json", "application/x-www-form-urlencoded; boundary=x"})
    void what_is_no_form_is_refused(String type) {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = new HashMap<>(signed(fields));
        headers.put("Content-Type", type);

        DOOR.assertRefused(415, DOOR.fake.post("/twilio/texts", encode(fields), headers));
    }

    @ParameterizedTest
    @ValueSource(strings = {FORM, FORM + "; charset=UTF-8", FORM + ";charset=utf-8",
            "Application/X-WWW-Form-Urlencoded"})
    void a_form_is_a_form_however_it_is_written(String type) {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = new HashMap<>(signed(fields));
        headers.put("Content-Type", type);

        assertEquals(200, DOOR.fake.post("/twilio/texts", encode(fields), headers).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "deflate", "br", "GZIP", "identity, gzip"})
    void a_compressed_body_is_refused(String encoding) {
        var fields = incoming("SM1", REPORTER, HOTLINE, "2");
        var headers = new HashMap<>(signed(fields));
        headers.put("Content-Encoding", encoding);

        DOOR.assertRefused(415, DOOR.fake.post("/twilio/texts", encode(fields), headers));
    }
}
