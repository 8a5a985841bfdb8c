package gateway.voice;

import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.voice.TwimlReading.Outside;
import gateway.voice.TwimlReading.Understood;
import java.io.StringReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what {@link Twiml} writes, and refuses every verb, attribute and nesting that is not of the few which Twilio and
 * Somleng both speak: what is played here by a strict reader is understood by both.
 */
public final class TwimlReader {

    private static final int MOST_KEYS = 20;
    private static final int LONGEST_PATIENCE = 60;
    private static final int LONGEST_RINGING = 600;

    private final String calls;
    private final String prompts;

    /** The addresses that {@link Twiml} writes before paths and prompts, each ending in a slash. */
    public TwimlReader(String calls, String prompts) {
        this.calls = calls;
        this.prompts = prompts;
    }

    public TwimlReading read(String twiml) {
        try {
            var xml = factory().createXMLStreamReader(new StringReader(twiml));
            xml.nextTag();
            if (!xml.getLocalName().equals("Response")) {
                throw new Fault("Response is missing, " + xml.getLocalName() + " stands in its place");
            }
            only(xml, Set.of());
            var verbs = new ArrayList<Verb>();
            while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
                verbs.add(verb(xml, verbs.isEmpty()));
            }
            while (xml.hasNext()) {
                xml.next();
            }
            return new Understood(new Script(verbs));
        } catch (Fault fault) {
            return new Outside(fault.why);
        } catch (XMLStreamException broken) {
            return new Outside("This is not XML as TwiML has it");
        }
    }

    /** A document may not define anything of its own: neither a DTD nor an entity is read. */
    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory;
    }

    private Verb verb(XMLStreamReader xml, boolean isFirst) throws XMLStreamException, Fault {
        return switch (xml.getLocalName()) {
            case "Reject" -> reject(xml, isFirst);
            case "Play", "Say" -> told(xml);
            case "Gather" -> gather(xml);
            case "Dial" -> dial(xml);
            case "Redirect" -> {
                only(xml, Set.of());
                yield new Verb.Redirect(path("Redirect", xml.getElementText()));
            }
            case "Hangup" -> {
                only(xml, Set.of());
                end(xml, "Hangup");
                yield new Verb.Hangup();
            }
            default -> throw new Fault(xml.getLocalName() + " is none of the verbs that are spoken here");
        };
    }

    private static Verb reject(XMLStreamReader xml, boolean isFirst) throws XMLStreamException, Fault {
        if (!isFirst) {
            throw new Fault("Reject may only be the first verb");
        }
        only(xml, Set.of("reason"));
        if (!"busy".equals(xml.getAttributeValue(null, "reason"))) {
            throw new Fault("Reject: its reason must be busy");
        }
        end(xml, "Reject");
        return new Verb.Reject();
    }

    private Verb.Told told(XMLStreamReader xml) throws XMLStreamException, Fault {
        return switch (xml.getLocalName()) {
            case "Play" -> {
                only(xml, Set.of());
                yield new Verb.Play(under(prompts, xml.getElementText(), "Play: its address is none of our prompts"));
            }
            case "Say" -> {
                only(xml, Set.of("language"));
                if (!"en-US".equals(xml.getAttributeValue(null, "language"))) {
                    throw new Fault("Say: no carrier's voice speaks this language");
                }
                yield new Verb.Say(Language.EN, xml.getElementText());
            }
            default -> throw new Fault(xml.getLocalName() + " may not stand in Gather");
        };
    }

    private Verb gather(XMLStreamReader xml) throws XMLStreamException, Fault {
        only(xml, Set.of("action", "numDigits", "timeout", "actionOnEmptyResult"));
        var path = path("Gather", xml.getAttributeValue(null, "action"));
        var keys = number(xml, "Gather", "numDigits", MOST_KEYS);
        var patience = number(xml, "Gather", "timeout", LONGEST_PATIENCE);
        if (!"true".equals(xml.getAttributeValue(null, "actionOnEmptyResult"))) {
            throw new Fault("Gather: without actionOnEmptyResult silence would be no answer");
        }
        List<Verb.Told> told = new ArrayList<>();
        while (xml.nextTag() == XMLStreamConstants.START_ELEMENT) {
            told.add(told(xml));
        }
        return new Verb.Gather(keys, Duration.ofSeconds(patience), path, List.copyOf(told));
    }

    private Verb dial(XMLStreamReader xml) throws XMLStreamException, Fault {
        only(xml, Set.of("callerId", "timeout", "action"));
        var shownAs = phone(xml.getAttributeValue(null, "callerId"), "Dial: its callerId is no phone number");
        var patience = number(xml, "Dial", "timeout", LONGEST_RINGING);
        var path = path("Dial", xml.getAttributeValue(null, "action"));
        if (xml.nextTag() != XMLStreamConstants.START_ELEMENT || !xml.getLocalName().equals("Number")) {
            throw new Fault("Number is missing, " + xml.getLocalName() + " stands in its place");
        }
        only(xml, Set.of("url"));
        var whisper = xml.getAttributeValue(null, "url");
        var whisperPath = whisper == null ? null : path("Number", whisper);
        var to = phone(xml.getElementText(), "Number: this is no phone number");
        end(xml, "Dial");
        return new Verb.Dial(to, shownAs, Duration.ofSeconds(patience), whisperPath, path);
    }

    private static void end(XMLStreamReader xml, String element) throws XMLStreamException, Fault {
        if (xml.nextTag() != XMLStreamConstants.END_ELEMENT) {
            throw new Fault(xml.getLocalName() + " may not stand in " + element);
        }
    }

    private static void only(XMLStreamReader xml, Set<String> attributes) throws Fault {
        for (var index = 0; index < xml.getAttributeCount(); index++) {
            if (!attributes.contains(xml.getAttributeLocalName(index))) {
                throw new Fault(xml.getLocalName() + ": " + xml.getAttributeLocalName(index) + " is no attribute of it here");
            }
        }
        if (xml.getNamespaceCount() > 0 || xml.getPrefix() != null && !xml.getPrefix().isEmpty()) {
            throw new Fault(xml.getLocalName() + ": namespaces are not read");
        }
    }

    private String path(String element, @Nullable String address) throws Fault {
        return under(calls, address, element + ": its address is none of our calls");
    }

    private static String under(String base, @Nullable String address, String fault) throws Fault {
        if (address == null || !address.startsWith(base) || address.length() == base.length()) {
            throw new Fault(fault);
        }
        return address.substring(base.length());
    }

    private static int number(XMLStreamReader xml, String element, String attribute, int most) throws Fault {
        var written = xml.getAttributeValue(null, attribute);
        if (written != null && written.matches("[1-9]\\d{0,5}") && Integer.parseInt(written) <= most) {
            return Integer.parseInt(written);
        }
        throw new Fault(element + ": its " + attribute + " must be a number from 1 to " + most);
    }

    private static PhoneNumber phone(@Nullable String written, String fault) throws Fault {
        return PhoneNumber.read(written).orElseThrow(() -> new Fault(fault));
    }

    /** Ends the reading where it stands; nobody outside sees it. */
    private static final class Fault extends Exception {

        private static final long serialVersionUID = 1;

        private final String why;

        Fault(String why) {
            super(why, null, false, false);
            this.why = why;
        }
    }
}
