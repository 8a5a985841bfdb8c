package gateway.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.voice.TwimlReading.Outside;
import gateway.voice.TwimlReading.Understood;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TwimlReaderTest {

    private static final String CALLS = "https://umbrella.example/twilio/calls/";
    private static final String PROMPTS = "https://umbrella.example/prompts/";
    private static final PhoneNumber ROSA = new PhoneNumber("+12025550111");
    private static final PhoneNumber HOTLINE = new PhoneNumber("+12025550100");

    private final TwimlReader reader = new TwimlReader(CALLS, PROMPTS);
    private final Twiml writer = new Twiml(CALLS, PROMPTS);

    @Property(tries = 500)
    void what_is_written_is_read_again(@ForAll("scripts") Script script) {
        assertEquals(new Understood(script), reader.read(writer.write(script)));
    }

    @Provide
    Arbitrary<Script> scripts() {
        var seconds = Arbitraries.integers().between(1, 60).map(Duration::ofSeconds);
        var path = Arbitraries.of("menu/1", "out/0198-77", "a/b/c");
        var words = Arbitraries.strings().withChars(' ', '&', '<', '>', '"', '\'', 'ក', '់', 'a', '1').ofMinLength(1);
        Arbitrary<Verb.Told> told = Arbitraries.oneOf(words.map(said -> new Verb.Say(Language.EN, said)),
                Arbitraries.of("x7Kq", "x7Kq.mp3").map(Verb.Play::new));
        Arbitrary<Verb> any = Arbitraries.oneOf(told.map(Verb.class::cast),
                Combinators.combine(Arbitraries.integers().between(1, 20), seconds, path, told.list().ofMaxSize(3))
                        .as(Verb.Gather::new),
                Combinators.combine(seconds, path.injectNull(0.5), path)
                        .as((patience, whisper, after) -> new Verb.Dial(ROSA, HOTLINE, patience, whisper, after)),
                path.map(Verb.Redirect::new), Arbitraries.of(new Verb.Hangup()));
        return Arbitraries.oneOf(any.list().ofMaxSize(5).map(Script::new),
                Arbitraries.of(Script.of(new Verb.Reject())));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Record/>                                                    | Record is none of the verbs that are spoken here
            <Pause length="1"/>                                          | Pause is none of the verbs that are spoken here
            <Sms>hello</Sms>                                             | Sms is none of the verbs that are spoken here
            <Enqueue>all</Enqueue>                                       | Enqueue is none of the verbs that are spoken here
            <Connect><Stream url="wss://x"/></Connect>                   | Connect is none of the verbs that are spoken here
            <hangup/>                                                    | hangup is none of the verbs that are spoken here
            <Hangup/><Reject reason="busy"/>                             | Reject may only be the first verb
            <Reject/>                                                    | Reject: its reason must be busy
            <Reject reason="rejected"/>                                  | Reject: its reason must be busy
            <Reject reason="busy"><Say>x</Say></Reject>                  | Say may not stand in Reject
            <Play>https://elsewhere.example/x.mp3</Play>                 | Play: its address is none of our prompts
            <Play/>                                                      | Play: its address is none of our prompts
            <Play loop="0">https://umbrella.example/prompts/x</Play>     | Play: loop is no attribute of it here
            <Say language="km-KH">x</Say>                                | Say: no carrier's voice speaks this language
            <Say>x</Say>                                                 | Say: no carrier's voice speaks this language
            <Say language="en-US" voice="alice">x</Say>                  | Say: voice is no attribute of it here
            <Hangup reason="x"/>                                         | Hangup: reason is no attribute of it here
            <Hangup><Say language="en-US">x</Say></Hangup>               | Say may not stand in Hangup
            <Redirect>https://elsewhere.example/twilio/calls/x</Redirect> | Redirect: its address is none of our calls
            <Redirect>/twilio/calls/x</Redirect>                         | Redirect: its address is none of our calls
            <Redirect method="GET">https://umbrella.example/twilio/calls/x</Redirect> | Redirect: method is no attribute of it here
            """)
    void what_not_every_carrier_speaks_is_refused_by_name(String verbs, String why) {
        assertEquals(new Outside(why), reader.read("<Response>" + verbs + "</Response>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            input="speech"        | ''                              | Gather: input is no attribute of it here
            finishOnKey="*"       | ''                              | Gather: finishOnKey is no attribute of it here
            hints="help"          | ''                              | Gather: hints is no attribute of it here
            ''                    | <Gather/>                       | Gather may not stand in Gather
            ''                    | <Hangup/>                       | Hangup may not stand in Gather
            ''                    | <Pause/>                        | Pause may not stand in Gather
            """)
    void keys_are_all_that_is_gathered(String attribute, String inside, String why) {
        assertEquals(new Outside(why), reader.read("<Response><Gather action=\"" + CALLS + "menu/1\" numDigits=\"1\" "
                + "timeout=\"6\" actionOnEmptyResult=\"true\" " + attribute + ">" + inside + "</Gather></Response>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            numDigits="1" timeout="6" actionOnEmptyResult="true"                | Gather: its address is none of our calls
            action="C" timeout="6" actionOnEmptyResult="true"                   | Gather: its numDigits must be a number from 1 to 20
            action="C" numDigits="21" timeout="6" actionOnEmptyResult="true"    | Gather: its numDigits must be a number from 1 to 20
            action="C" numDigits="1" actionOnEmptyResult="true"                 | Gather: its timeout must be a number from 1 to 60
            action="C" numDigits="1" timeout="61" actionOnEmptyResult="true"    | Gather: its timeout must be a number from 1 to 60
            action="C" numDigits="1" timeout="auto" actionOnEmptyResult="true"  | Gather: its timeout must be a number from 1 to 60
            action="C" numDigits="1" timeout="6"                                | Gather: without actionOnEmptyResult silence would be no answer
            action="C" numDigits="1" timeout="6" actionOnEmptyResult="false"    | Gather: without actionOnEmptyResult silence would be no answer
            """)
    void a_gather_says_all_that_it_waits_for(String attributes, String why) {
        assertEquals(new Outside(why), reader.read(
                "<Response><Gather " + attributes.replace("\"C\"", "\"" + CALLS + "menu/1\"") + "/></Response>"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <Number>+12025550111</Number><Number>+12025550112</Number>  | Number may not stand in Dial
            <Sip>sip:rosa@example.org</Sip>                             | Number is missing, Sip stands in its place
            <Conference>all</Conference>                                | Number is missing, Conference stands in its place
            ''                                                          | Number is missing, Dial stands in its place
            <Number>rosa</Number>                                       | Number: this is no phone number
            <Number url="https://elsewhere.example/">+12025550111</Number> | Number: its address is none of our calls
            <Number sendDigits="1">+12025550111</Number>                | Number: sendDigits is no attribute of it here
            """)
    void one_number_is_dialled_and_nothing_else(String inside, String why) {
        assertEquals(new Outside(why), reader.read("<Response><Dial callerId=\"+12025550100\" timeout=\"20\" action=\""
                + CALLS + "after\">" + inside + "</Dial></Response>"));
    }

    @Test
    void a_dial_without_our_own_number_to_show_is_refused() {
        assertEquals(new Outside("Dial: its callerId is no phone number"), reader.read("<Response><Dial timeout=\"20\" action=\""
                + CALLS + "after\"><Number>+12025550111</Number></Dial></Response>"));
        assertEquals(new Outside("Dial: record is no attribute of it here"), reader.read(
                "<Response><Dial record=\"record-from-answer\"><Number>+12025550111</Number></Dial></Response>"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "<Response>", "<Response>hello</Response>", "<Response/><Response/>", "<Say>x</Say>",
            "<Response version='1'/>", "<Response xmlns='urn:x'/>", "<r:Response xmlns:r='urn:x'/>",
            "<Response><Say language='en-US'>a<b/>c</Say></Response>",
            "<!DOCTYPE Response [<!ENTITY a 'b'>]><Response><Say language='en-US'>&a;</Say></Response>",
            "<!DOCTYPE Response SYSTEM 'file:///etc/passwd'><Response/>",
            "<Response><Say language='en-US'>&undeclared;</Say></Response>"})
    void what_is_no_plain_response_is_refused(String twiml) {
        assertInstanceOf(Outside.class, reader.read(twiml));
    }

    @Test
    void a_file_is_never_read_into_a_script() {
        var reading = reader.read("<!DOCTYPE Response [<!ENTITY a SYSTEM 'file:///etc/hostname'>]>"
                + "<Response><Say language='en-US'>&a;</Say></Response>");

        assertInstanceOf(Outside.class, reading);
    }

    @Test
    void a_refusal_holds_nothing_of_what_is_said_or_dialled() {
        var why = reader.read("<Response><Say language='km-KH'>a canary</Say><Dial>+12025550199</Dial></Response>").toString();

        assertFalse(why.contains("canary") || why.contains("0199"));
    }

    @Test
    void nothing_at_all_is_an_empty_script() {
        assertEquals(new Understood(new Script(List.of())), reader.read("<?xml version=\"1.0\"?>\n<Response>\n</Response>"));
    }
}
