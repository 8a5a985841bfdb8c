package gateway.voice;

import gateway.phone.Language;
import java.io.StringWriter;
import java.time.Duration;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes scripts in the language that Twilio and Somleng read. Addresses are whole ones, since both resolve relative ones
 * against the address they asked, which a proxy may have changed.
 */
public final class Twiml {


    private final String calls;
    private final String prompts;

    /**
     * @param calls   the address under which call paths are asked for, ending in a slash
     * @param prompts the address under which prompts are served, ending in a slash
     */
    public Twiml(String calls, String prompts) {
        this.calls = calls;
        this.prompts = prompts;
    }

    public String write(Script script) {
        var written = new StringWriter();
        try {
            var xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(written);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("Response");
            for (var verb : script.verbs()) {
                write(xml, verb);
            }
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
            return written.toString();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException("a script cannot be written", impossible);
        }
    }

    private void write(XMLStreamWriter xml, Verb verb) throws XMLStreamException {
        switch (verb) {
            case Verb.Reject _ -> {
                xml.writeEmptyElement("Reject");
                xml.writeAttribute("reason", "busy");
            }
            case Verb.Play(var prompt) -> element(xml, "Play", prompts + prompt);
            case Verb.Say(var language, var words) -> {
                xml.writeStartElement("Say");
                xml.writeAttribute("language", voice(language));
                xml.writeCharacters(plain(words));
                xml.writeEndElement();
            }
            case Verb.Gather gather -> write(xml, gather);
            case Verb.Dial dial -> write(xml, dial);
            case Verb.Redirect(var path) -> element(xml, "Redirect", calls + path);
            case Verb.Hangup _ -> xml.writeEmptyElement("Hangup");
        }
    }

    private void write(XMLStreamWriter xml, Verb.Gather gather) throws XMLStreamException {
        xml.writeStartElement("Gather");
        xml.writeAttribute("action", calls + gather.path());
        xml.writeAttribute("numDigits", Integer.toString(gather.keys()));
        xml.writeAttribute("timeout", seconds(gather.patience()));
        xml.writeAttribute("actionOnEmptyResult", "true");
        for (var prompt : gather.prompts()) {
            write(xml, prompt);
        }
        xml.writeEndElement();
    }

    private void write(XMLStreamWriter xml, Verb.Dial dial) throws XMLStreamException {
        xml.writeStartElement("Dial");
        xml.writeAttribute("callerId", dial.shownAs().e164());
        xml.writeAttribute("timeout", seconds(dial.patience()));
        xml.writeAttribute("action", calls + dial.path());
        xml.writeStartElement("Number");
        if (dial.whisperPath() != null) {
            xml.writeAttribute("url", calls + dial.whisperPath());
        }
        xml.writeCharacters(dial.to().e164());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String content) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(content);
        xml.writeEndElement();
    }

    private static String seconds(Duration patience) {
        return Long.toString(patience.toSeconds());
    }

    /** No carrier's voice speaks Khmer; what has no recording is said in English. */
    private static String voice(Language language) {
        return switch (language) {
            case EN, KM -> "en-US";
        };
    }

    /** XML has no place for control characters and halves of pairs. */
    private static String plain(String words) {
        var plain = new StringBuilder(words.length());
        words.codePoints().filter(letter -> letter >= ' ' && Character.getType(letter) != Character.SURROGATE
                && letter != 0xFFFE && letter != 0xFFFF).forEach(plain::appendCodePoint);
        return plain.toString();
    }
}
