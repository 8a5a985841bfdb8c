package gateway.stories;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * One call as whoever has the phone in hand hears it: the fake carrier asks the gateway, signed, for what comes next, and
 * plays it until keys are wanted. It speaks what Twilio and Somleng both speak and fails at anything else. Written from
 * their descriptions, not from the gateway's own writer of scripts.
 */
public final class FakeTalk {

    private static final Map<String, Set<String>> VERBS = Map.of(
            "Reject", Set.of("reason"),
            "Play", Set.of("loop"),
            "Say", Set.of("language", "voice", "loop"),
            "Gather", Set.of("action", "numDigits", "timeout", "finishOnKey", "actionOnEmptyResult"),
            "Dial", Set.of("callerId", "timeout", "action"),
            "Number", Set.of("url"),
            "Redirect", Set.of(),
            "Hangup", Set.of());
    private static final int MOST_ANSWERS = 50;

    /** Another phone that the call was to be joined with. */
    public record Dialled(String to, String shownAs, String end) {}

    private final FakeCarrier carrier;
    private final Map<String, String> fields;
    private final Runnable ended;
    private final List<String> heard = new ArrayList<>();
    private final List<Dialled> dialled = new ArrayList<>();
    private String waitsAt = "";
    private int keysWanted;
    private boolean over;
    private boolean rejected;
    private int answers;

    /**
     * Begins to play what the gateway says at an address.
     *
     * @param fields what the carrier tells of the call with each request
     * @param ended  is told once when the call is over, by whichever side
     */
    FakeTalk(FakeCarrier carrier, Map<String, String> fields, String url, Runnable ended) {
        this.carrier = carrier;
        this.fields = Map.copyOf(fields);
        this.ended = ended;
        play(ask(url, Map.of()));
    }

    /** All that was said so far, a recording by its address. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    public String lastHeard() {
        return heard.isEmpty() ? "" : heard.getLast();
    }

    /** What was said since the last key. */
    public boolean heard(String words) {
        return heard.stream().anyMatch(said -> said.contains(words));
    }

    public boolean isOver() {
        return over;
    }

    /** Whether the line was busy, so that the call cost nothing. */
    public boolean isRejected() {
        return rejected;
    }

    public boolean waitsForKeys() {
        return !waitsAt.isEmpty();
    }

    public List<Dialled> dialled() {
        return List.copyOf(dialled);
    }

    /** Presses keys while they are wanted; as many as are wanted are taken. */
    public FakeTalk presses(String keys) {
        if (!waitsForKeys()) {
            throw new AssertionError("no key is wanted: " + heard);
        }
        var at = waitsAt;
        waitsAt = "";
        play(ask(at, Map.of("Digits", keys.substring(0, Math.min(keys.length(), keysWanted)))));
        return this;
    }

    /** Lets the time for keys run out, as an answering machine does. */
    public FakeTalk pressesNothing() {
        return presses("");
    }

    public void hangsUp() {
        end();
    }

    private void end() {
        if (!over) {
            over = true;
            waitsAt = "";
            ended.run();
        }
    }

    private Element ask(String url, Map<String, String> more) {
        if (++answers > MOST_ANSWERS) {
            throw new AssertionError("the call goes on and on: " + heard);
        }
        var all = new TreeMap<>(fields);
        all.putAll(more);
        return read(carrier.post(URI.create(url).getRawPath(), all));
    }

    private static Element read(HttpResponse<String> answer) {
        if (answer.statusCode() != 200 || !answer.headers().firstValue("Content-Type").orElse("").startsWith("text/xml")) {
            throw new AssertionError("no script: " + answer.statusCode() + " " + answer.headers().map());
        }
        try {
            var root = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                    .parse(new InputSource(new StringReader(answer.body()))).getDocumentElement();
            if (!root.getTagName().equals("Response")) {
                throw new AssertionError("no Response: " + answer.body());
            }
            return root;
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new AssertionError("not XML: " + answer.body(), broken);
        }
    }

    private void play(Element script) {
        var first = true;
        for (var verb : elements(script)) {
            switch (known(verb)) {
                case "Reject" -> {
                    if (!first || answers > 1) {
                        throw new AssertionError("only a call that was not answered can be rejected");
                    }
                    rejected = true;
                    end();
                    return;
                }
                case "Play", "Say" -> heard.add(verb.getTextContent().strip());
                case "Gather" -> {
                    elements(verb).forEach(told -> {
                        if (!Set.of("Play", "Say").contains(known(told))) {
                            throw new AssertionError("a Gather holds " + told.getTagName());
                        }
                        heard.add(told.getTextContent().strip());
                    });
                    if (!"true".equals(verb.getAttribute("actionOnEmptyResult"))) {
                        throw new AssertionError("when no key is pressed the gateway would not be asked");
                    }
                    waitsAt = absolute(verb.getAttribute("action"));
                    keysWanted = Integer.parseInt(verb.getAttribute("numDigits"));
                    return;
                }
                case "Redirect" -> {
                    play(ask(absolute(verb.getTextContent().strip()), Map.of()));
                    return;
                }
                case "Dial" -> {
                    var end = dial(verb);
                    play(ask(absolute(verb.getAttribute("action")), Map.of("DialCallStatus", end)));
                    return;
                }
                case "Hangup" -> {
                    end();
                    return;
                }
                default -> throw new AssertionError(verb.getTagName());
            }
            first = false;
        }
        end();
    }

    private String dial(Element verb) {
        var numbers = elements(verb);
        if (numbers.size() != 1 || !known(numbers.getFirst()).equals("Number")) {
            throw new AssertionError("a Dial of no single number");
        }
        var number = numbers.getFirst();
        var to = number.getTextContent().strip();
        var end = carrier.dial(to, verb.getAttribute("callerId"), number.getAttribute("url"), fields);
        dialled.add(new Dialled(to, verb.getAttribute("callerId"), end));
        return end;
    }

    private static String known(Element verb) {
        var attributes = VERBS.get(verb.getTagName());
        if (attributes == null) {
            throw new AssertionError("Somleng does not speak " + verb.getTagName());
        }
        for (var n = 0; n < verb.getAttributes().getLength(); n++) {
            var name = verb.getAttributes().item(n).getNodeName();
            if (!attributes.contains(name)) {
                throw new AssertionError(verb.getTagName() + " knows no " + name);
            }
        }
        return verb.getTagName();
    }

    private static String absolute(String url) {
        if (!URI.create(url).isAbsolute()) {
            throw new AssertionError("not a whole address: " + url);
        }
        return url;
    }

    private static List<Element> elements(Node parent) {
        var found = new ArrayList<Element>();
        for (var child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element element) {
                found.add(element);
            }
        }
        return found;
    }
}
