package gateway.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class TwimlTest {

    private static final Twiml TWIML = new Twiml("https://u.example/twilio/calls/", "https://u.example/prompts/");
    private static final PhoneNumber ROSA = new PhoneNumber("+12025550111");
    private static final PhoneNumber HOTLINE = new PhoneNumber("+12025550100");
    private static final Set<String> SUBSET = Set.of("Response", "Reject", "Play", "Gather", "Say", "Dial", "Number",
            "Redirect", "Hangup");

    private static String written(Verb... verbs) {
        return TWIML.write(Script.of(verbs)).replaceFirst("<\\?xml version=\"1.0\" encoding=\"UTF-8\"\\?>", "");
    }

    @Test
    void each_verb_is_written_as_both_carriers_read_it() {
        assertEquals("<Response><Reject reason=\"busy\"/></Response>", written(new Verb.Reject()));
        assertEquals("<Response><Play>https://u.example/prompts/x.wav</Play><Hangup/></Response>",
                written(new Verb.Play("x.wav"), new Verb.Hangup()));
        assertEquals("<Response><Redirect>https://u.example/twilio/calls/menu/1</Redirect></Response>",
                written(new Verb.Redirect("menu/1")));
        assertEquals("<Response><Gather action=\"https://u.example/twilio/calls/menu/1\" numDigits=\"1\" timeout=\"6\" "
                + "actionOnEmptyResult=\"true\"><Say language=\"en-US\">Hello</Say></Gather></Response>",
                written(new Verb.Gather(1, Duration.ofSeconds(6), "menu/1", List.of(new Verb.Say(Language.EN, "Hello")))));
    }

    @Test
    void neither_phone_is_shown_the_others_number_and_nothing_is_recorded() {
        var dialled = written(new Verb.Dial(ROSA, HOTLINE, Duration.ofSeconds(20), "ask/whisper/1", "ask/next/1"));

        assertEquals("<Response><Dial callerId=\"+12025550100\" timeout=\"20\" action=\"https://u.example/twilio/calls/ask/next/1\">"
                + "<Number url=\"https://u.example/twilio/calls/ask/whisper/1\">+12025550111</Number></Dial></Response>", dialled);
        assertEquals("<Response><Dial callerId=\"+12025550100\" timeout=\"20\" action=\"https://u.example/twilio/calls/ask/next/1\">"
                + "<Number>+12025550111</Number></Dial></Response>",
                written(new Verb.Dial(ROSA, HOTLINE, Duration.ofSeconds(20), null, "ask/next/1")));
    }

    @Test
    void there_are_no_other_verbs() {
        assertEquals(List.of("Dial", "Gather", "Hangup", "Play", "Redirect", "Reject", "Say"),
                leaves(Verb.class).stream().map(Class::getSimpleName).sorted().toList());
    }

    /** Whatever is said or shown, it is text, and makes neither a verb nor an attribute. */
    @Property(tries = 500)
    void no_words_become_markup(@ForAll String words) throws XMLStreamException {
        var xml = TWIML.write(Script.of(new Verb.Say(Language.EN, words), new Verb.Redirect("menu/" + words.length()),
                new Verb.Gather(1, Duration.ofSeconds(1), "x", List.of(new Verb.Say(Language.KM, words)))));

        var seen = new ArrayList<String>();
        var said = new StringBuilder();
        var reader = XMLInputFactory.newDefaultFactory().createXMLStreamReader(new StringReader(xml));
        while (reader.hasNext()) {
            switch (reader.next()) {
                case XMLStreamConstants.START_ELEMENT -> seen.add(reader.getLocalName());
                case XMLStreamConstants.CHARACTERS -> said.append(reader.getText());
                default -> { }
            }
        }
        assertEquals(List.of("Response", "Say", "Redirect", "Gather", "Say"), seen);
        assertTrue(SUBSET.containsAll(seen));
        assertFalse(said.chars().anyMatch(letter -> letter < ' '), "no control characters");
    }

    private static List<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Arrays.stream(type.getPermittedSubclasses()).flatMap(sub -> leaves(sub).stream()).distinct().toList()
                : List.of(type);
    }
}
