package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * A call as the fake carrier carries it. It does what Twilio's documentation says of each verb, written from that and not
 * from the gateway's own classes, and refuses every verb and attribute that Twilio and Somleng do not both know.
 */
public final class FakeCall {

    /** What a call is doing. */
    public enum State { RINGING, BUSY, WAITS_FOR_KEYS, DIALS, JOINED, OVER }

    private static final Map<String, Set<String>> VERBS = Map.of("Response", Set.of(), "Reject", Set.of("reason"),
            "Play", Set.of(), "Say", Set.of("language"), "Redirect", Set.of(), "Hangup", Set.of(),
            "Gather", Set.of("action", "numDigits", "timeout", "actionOnEmptyResult"),
            "Dial", Set.of("callerId", "timeout", "action"), "Number", Set.of("url"));

    private final FakeCarrier carrier;
    private final String sid;
    private final String from;
    private final String to;
    private final @Nullable FakeCall parent;
    private final List<String> heard = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private final Deque<Element> rest = new ArrayDeque<>();
    private @Nullable Element waiting;
    private @Nullable FakeCall child;
    private State state = State.RINGING;
    private boolean answered;
    private @Nullable FakePlacement placement;

    FakeCall(FakeCarrier carrier, String sid, String from, String to, @Nullable FakeCall parent) {
        this.carrier = carrier;
        this.sid = sid;
        this.from = from;
        this.to = to;
        this.parent = parent;
    }

    static String newSid() {
        return "CA" + UUID.randomUUID().toString().replace("-", "");
    }

    /** The fields Twilio sends with every request about a call. */
    public static Map<String, String> fields(String sid, String from, String to) {
        var fields = new TreeMap<String, String>();
        fields.putAll(Map.of("CallSid", sid, "AccountSid", FakeCarrier.SID, "From", from, "To", to, "Caller", from,
                "Called", to, "CallStatus", "ringing", "ApiVersion", "2010-04-01", "Direction", "inbound"));
        fields.putAll(Map.of("CallerCountry", "US", "CalledCountry", "US", "FromCountry", "US", "ToCountry", "US"));
        return fields;
    }

    public State state() {
        return state;
    }

    public String to() {
        return to;
    }

    public String sid() {
        return sid;
    }

    public String shownAs() {
        return from;
    }

    /** What was said and played, in order. */
    public List<String> heard() {
        return List.copyOf(heard);
    }

    /** Every script the gateway answered with, as it came. */
    public List<String> answers() {
        return List.copyOf(answers);
    }

    /** The call that this one dialled last. */
    public FakeCall dialled() {
        assertEquals(State.DIALS, state, "it dials");
        return child;
    }

    /** The first request of a call to one of our numbers. */
    FakeCall ring() {
        follow("/twilio/calls", Map.of());
        return this;
    }

    /** Somebody answers a call that was placed for the gateway. */
    FakeCall pickUp(FakePlacement placed) {
        placement = placed;
        answered = true;
        follow(path(placed.url()), Map.of());
        return this;
    }

    /** It is over, whoever ended it; of a call that was placed the gateway is told. */
    private void end() {
        state = State.OVER;
        if (placement != null) {
            var over = placement;
            placement = null;
            carrier.receipt(over, "completed");
        }
    }

    /** Keys are pressed where they are waited for. */
    public FakeCall presses(String keys) {
        assertEquals(State.WAITS_FOR_KEYS, state, "keys are waited for");
        var most = Integer.parseInt(waiting.getAttribute("numDigits"));
        var until = keys.indexOf('#') < 0 ? keys : keys.substring(0, keys.indexOf('#'));
        gathered(until.substring(0, Math.min(most, until.length())));
        return this;
    }

    /** Nobody presses anything. */
    public FakeCall waits() {
        assertEquals(State.WAITS_FOR_KEYS, state, "keys are waited for");
        gathered("");
        return this;
    }

    /** Whoever holds this phone hangs up. */
    public FakeCall hangsUp() {
        var was = state;
        end();
        if (child != null && (was == State.DIALS || was == State.JOINED)) {
            child.state = State.OVER;
        }
        if (parent != null && parent.state != State.OVER) {
            parent.dialEnds("completed", was == State.JOINED);
        }
        return this;
    }

    /** Somebody takes the dialled phone off the hook: the whisper first, where there is one. */
    public FakeCall answers(String whisper) {
        answered = true;
        if (whisper.isEmpty()) {
            join();
        } else {
            follow(path(whisper), Map.of());
        }
        return this;
    }

    public FakeCall isAnswered() {
        assertEquals(State.RINGING, state);
        return answers(parent.number().getAttribute("url"));
    }

    /** It rings until the time is over. */
    public void isNotAnswered() {
        state = State.OVER;
        parent.dialEnds("no-answer", false);
    }

    private Element number() {
        return (Element) waiting.getElementsByTagName("Number").item(0);
    }

    private void gathered(String digits) {
        var gather = waiting;
        waiting = null;
        if (digits.isEmpty() && !gather.getAttribute("actionOnEmptyResult").equals("true")) {
            goOn();
        } else {
            follow(path(gather.getAttribute("action")), Map.of("Digits", digits, "FinishedOnKey", "", "msg", "Gather End"));
        }
    }

    private void dialEnds(String status, boolean wasJoined) {
        var dial = waiting;
        waiting = null;
        follow(path(dial.getAttribute("action")), Map.of("DialCallStatus", status, "DialCallSid", child.sid,
                "DialBridged", Boolean.toString(wasJoined)));
    }

    private void join() {
        state = State.JOINED;
        parent.state = State.JOINED;
    }

    private void follow(String path, Map<String, String> more) {
        var fields = fields(sid, from, to);
        fields.putAll(more);
        if (parent != null) {
            fields.putAll(Map.of("ParentCallSid", parent.sid, "Direction", "outbound-dial"));
        }
        if (placement != null) {
            fields.put("Direction", "outbound-api");
        }
        if (answered) {
            fields.put("CallStatus", "in-progress");
        }
        read(carrier.post(path, fields));
    }

    private void read(HttpResponse<String> answer) {
        assertEquals(200, answer.statusCode(), "answer to the carrier");
        assertEquals("text/xml", answer.headers().firstValue("Content-Type").orElse("").split(";")[0]);
        answers.add(answer.body());
        rest.clear();
        rest.addAll(children(parse(answer.body())));
        goodbyeIsTheLastWord(answer.body());
        goOn();
    }

    /** Who says goodbye hangs up, and who hangs up after words says it. */
    private void goodbyeIsTheLastWord(String script) {
        var said = rest.stream().flatMap(verb -> Stream.concat(Stream.of(verb), children(verb).stream()))
                .filter(verb -> verb.getTagName().equals("Say")).map(Element::getTextContent).toList();
        var ends = !rest.isEmpty() && rest.getLast().getTagName().equals("Hangup")
                && rest.stream().allMatch(verb -> Set.of("Say", "Play", "Hangup").contains(verb.getTagName()));
        var last = ends && !said.isEmpty() ? said.size() - 1 : said.size();
        assertTrue(said.subList(0, last).stream().noneMatch(words -> words.contains("oodbye")), script);
        assertTrue(last == said.size() || said.getLast().endsWith("oodbye."), script);
    }

    private void goOn() {
        while (!rest.isEmpty()) {
            if (!goesOnAfter(rest.poll())) {
                return;
            }
        }
        if (parent != null) {
            join();
        } else {
            end();
        }
    }

    private boolean goesOnAfter(Element verb) {
        switch (verb.getTagName()) {
            case "Reject" -> {
                assertEquals(false, answered, "only a call that is not answered can be rejected");
                state = State.BUSY;
                return false;
            }
            case "Say", "Play" -> {
                answered = true;
                heard.add(verb.getTextContent());
                return true;
            }
            case "Gather" -> {
                answered = true;
                children(verb).forEach(this::goesOnAfter);
                waiting = verb;
                state = State.WAITS_FOR_KEYS;
                return false;
            }
            case "Dial" -> {
                answered = true;
                waiting = verb;
                state = State.DIALS;
                child = new FakeCall(carrier, newSid(), verb.getAttribute("callerId"), number().getTextContent(), this);
                carrier.dialled(child);
                return false;
            }
            case "Redirect" -> {
                answered = true;
                follow(path(verb.getTextContent()), Map.of());
                return false;
            }
            case "Hangup" -> {
                hangUpByScript();
                return false;
            }
            default -> throw new IllegalArgumentException("no verb of ours: " + verb.getTagName());
        }
    }

    private void hangUpByScript() {
        end();
        if (parent != null) {
            parent.dialEnds("completed", false);
        }
    }

    private String path(String url) {
        return carrier.pathOf(URI.create(url));
    }

    private static Element parse(String script) {
        try {
            var factory = DocumentBuilderFactory.newInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            var root = factory.newDocumentBuilder().parse(new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
            assertEquals("Response", root.getTagName());
            check(root);
            return root;
        } catch (javax.xml.parsers.ParserConfigurationException | org.xml.sax.SAXException | java.io.IOException notXml) {
            throw new IllegalArgumentException(script, notXml);
        }
    }

    private static void check(Element element) {
        var known = VERBS.get(element.getTagName());
        if (known == null) {
            throw new IllegalArgumentException("no verb of ours: " + element.getTagName());
        }
        for (var i = 0; i < element.getAttributes().getLength(); i++) {
            if (!known.contains(element.getAttributes().item(i).getNodeName())) {
                throw new IllegalArgumentException(element.getTagName() + " has no " + element.getAttributes().item(i));
            }
        }
        children(element).forEach(FakeCall::check);
    }

    private static List<Element> children(Element element) {
        var children = new ArrayList<Element>();
        for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeType() == Node.ELEMENT_NODE) {
                children.add((Element) node);
            }
        }
        return children;
    }
}
