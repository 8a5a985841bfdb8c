package gateway.twilio;

import static gateway.stories.FakeCarrier.TOKEN;
import static gateway.stories.FakeCarrier.encode;
import static gateway.twilio.OpenDoor.ACCOUNT;
import static gateway.twilio.OpenDoor.FORM;
import static gateway.twilio.OpenDoor.HOTLINE;
import static gateway.twilio.OpenDoor.PUBLIC;
import static gateway.twilio.OpenDoor.REPORTER;
import static gateway.twilio.OpenDoor.headers;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.DatabaseAway;
import gateway.database.TestDatabase;
import gateway.stories.FakeCall;
import gateway.stories.TwilioSigning;
import gateway.voice.Heard;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rings and keys that the carrier brings. */
class TwilioCallsTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();
    @RegisterExtension
    static final OpenDoor DOOR = new OpenDoor(DATABASE);

    @Test
    void a_signed_ring_is_answered_with_what_the_desk_says() {
        var answer = DOOR.fake.post("/twilio/calls", FakeCall.fields("CA1", REPORTER, HOTLINE));

        assertEquals(200, answer.statusCode());
        assertEquals("text/xml; charset=utf-8", answer.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><Gather action=\"" + PUBLIC
                + "/twilio/calls/menu/1\" numDigits=\"1\" timeout=\"6\" actionOnEmptyResult=\"true\">"
                + "<Say language=\"en-US\">a &amp; b &lt;c&gt;</Say><Play>" + PUBLIC + "/prompts/x.wav</Play></Gather><Hangup/>"
                + "</Response>", answer.body().replace("></Hangup>", "/>"));
        assertEquals(List.of(new Heard(ACCOUNT, "CA1", REPORTER, HOTLINE, "")), List.copyOf(DOOR.heard));
        assertEquals(List.of("rang"), List.copyOf(DOOR.ends));
    }

    @Test
    void keys_are_handed_to_the_path_that_the_script_named() {
        var fields = FakeCall.fields("CA1", REPORTER, HOTLINE);
        fields.put("Digits", "5");

        var answer = DOOR.fake.post("/twilio/calls/menu/1", fields);

        assertTrue(answer.body().contains("<Redirect>" + PUBLIC + "/twilio/calls/menu/15</Redirect>"), answer.body());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/twilio/calls/none", "/twilio/calls/menu%2F1", "/twilio/calls/../calls/x",
            "/twilio/calls/menu?x=y"})
    void a_path_that_no_script_names_ends_the_call(String path) {
        var answer = DOOR.fake.post(path, FakeCall.fields("CA1", REPORTER, HOTLINE));

        assertEquals(200, answer.statusCode());
        assertFalse(answer.body().contains("Gather"), answer.body());
    }

    @Test
    void a_ring_that_is_not_signed_or_signed_for_another_path_is_refused() {
        var fields = FakeCall.fields("CA1", REPORTER, HOTLINE);
        var elsewhere = TwilioSigning.sign(TOKEN, PUBLIC + "/twilio/calls/menu/1", fields);

        assertEquals(403, DOOR.fake.post("/twilio/calls", encode(fields), Map.of("Content-Type", FORM)).statusCode());
        assertEquals(403, DOOR.fake.post("/twilio/calls", encode(fields), Map.of("Content-Type", FORM, "X-Twilio-Signature",
                elsewhere)).statusCode());
        fields.put("AccountSid", "AC" + "0".repeat(32));
        assertEquals(403, DOOR.fake.post("/twilio/calls", fields).statusCode());
        assertEquals(List.of(), List.copyOf(DOOR.heard));
    }

    @Test
    void a_ring_that_cannot_be_committed_is_put_off() {
        DOOR.desk = _ -> {
            throw new DatabaseAway("gone", new IOException());
        };
        assertEquals(503, DOOR.fake.post("/twilio/calls", FakeCall.fields("CA1", REPORTER, HOTLINE)).statusCode());

        DOOR.desk = _ -> {
            throw new IllegalStateException("a bug");
        };
        assertEquals(503, DOOR.fake.post("/twilio/calls", FakeCall.fields("CA1", REPORTER, HOTLINE)).statusCode());
        assertEquals(List.of("away", "failed"), List.copyOf(DOOR.ends));
    }
}
