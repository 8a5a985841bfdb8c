package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A telephone in a story: it texts, and what it received can be looked at. */
public record Phone(TestHouse house, String number) {

    private static final Pattern DISPATCH = Pattern.compile(
            "(?:repeat: )?K (\\d{4,12}-\\d) C([0-9?M])( [A-Z0-9]{2})?( x\\d+)? (\\d\\d:\\d\\d)\\. "
                    + "(?:TAKE (\\d{6}) or PASS (\\d{6})|TAKE or PASS and one code: (\\d{6}(?:, (?:[A-Z]+ )?\\d{6})+))"
                    + "(?:\\. Was with [A-Z?] \\d\\d:\\d\\d-\\d\\d:\\d\\d)?");

    private static final Pattern LINE = Pattern.compile(
            "(\\d{4,12}-\\d) C([0-9?M])( [A-Z0-9]{2})?( x\\d+)? (\\d\\d:\\d\\d) TAKE (\\d{6}(?:, (?:[A-Z]+ )?\\d{6})*)");
    private static final Pattern HANDED_OVER = Pattern.compile(
            "(\\d{4,12}-\\d) C([0-9?M])( [A-Z0-9]{2})?( x\\d+)? (?:\\S+|-) (\\d\\d:\\d\\d|-) TAKE (\\d{6})");
    private static final Pattern CODE = Pattern.compile("\\d{6}");
    private static final Pattern HEAD = Pattern.compile("(?:repeat: )?K (?:many(?: [A-Z0-9]{2})?: )?(\\d+) alerts\\. TAKE or PASS .*");

    /** A dispatch as its words tell it. */
    public record Asked(String alert, String mark, String area, String time, String code) {}

    /** Texts the hotline, is answered 200, and what follows at once happens. */
    public void texts(String words) {
        textsOnly(words);
        house.turn();
    }

    /** Texts the hotline; nothing else happens yet. */
    public void textsOnly(String words) {
        assertEquals(200, house.carrier().text(number, TestHouse.HOTLINE, words).statusCode(), "answer to the carrier");
    }

    /** Rings the hotline, and what follows at once happens. */
    public FakeCall rings() {
        var call = house.carrier().call(number, TestHouse.HOTLINE);
        house.turn();
        return call;
    }

    /** Every text this phone was sent, oldest first. */
    public List<String> received() {
        return house.carrier().postsTo(number).stream().map(FakeText::body).toList();
    }

    public String lastReceived() {
        var all = received();
        assertTrue(!all.isEmpty(), "a text came");
        return all.getLast();
    }

    /** The newest dispatch it was sent. */
    public Asked lastDispatch() {
        var words = dispatches();
        assertTrue(!words.isEmpty(), "a dispatch came");
        return asked(words.getLast()).getFirst();
    }

    /** Every text that asks it to take something, one alert or several. */
    public List<String> dispatches() {
        return received().stream().filter(words -> !asked(words).isEmpty()).toList();
    }

    /** Every text that asks for several alerts at once. */
    public List<String> digests() {
        return received().stream().filter(words -> HEAD.matcher(words.lines().findFirst().orElse("")).matches()).toList();
    }

    /** All it was ever asked, by texts about one alert or several. */
    public List<Asked> everythingAsked() {
        return received().stream().flatMap(words -> asked(words).stream()).toList();
    }

    /** What a text asks for: one alert, or those a digest lists. */
    public static List<Asked> asked(String words) {
        var alone = DISPATCH.matcher(words);
        if (alone.matches()) {
            assertEquals(alone.group(6), alone.group(7), "one code");
            return asked(alone, alone.group(6) == null ? alone.group(8) : alone.group(6));
        }
        return words.lines().map(line -> LINE.matcher(line).matches() ? LINE.matcher(line) : HANDED_OVER.matcher(line))
                .filter(Matcher::matches).flatMap(line -> asked(line, line.group(6)).stream()).toList();
    }

    /** Of an alert on two ladders of which she is asked, each code asks for one. */
    private static List<Asked> asked(Matcher found, String codes) {
        return CODE.matcher(codes).results().map(code -> new Asked(found.group(1), found.group(2),
                found.group(3) == null ? "" : found.group(3).strip(), found.group(5), code.group())).toList();
    }

    /** Answers the newest call to this phone. */
    public FakeCall answers() {
        return house.carrier().answer(lastCall());
    }

    /** Answers the newest call, and takes what it was rung for. */
    public void answersAndTakes() {
        answers().presses("5").presses("1");
        house.turn();
    }

    /** The newest call to this phone rings and is not answered: {@code no-answer}, {@code busy} or {@code failed}. */
    public void doesNotAnswer(String status) {
        assertEquals(204, house.carrier().receipt(lastCall(), status).statusCode(), "answer to the carrier");
        house.turn();
    }

    /** How often this phone was rung. */
    public int calls() {
        return house.carrier().placementsTo(number).size();
    }

    private FakePlacement lastCall() {
        var all = house.carrier().placementsTo(number);
        assertTrue(!all.isEmpty(), "a call came to " + number);
        return all.getLast();
    }

    public void takes() {
        texts("TAKE " + lastDispatch().code());
    }

    /** Says ON with the code of the newest text that asked for it. */
    public void saysOn() {
        var codes = Pattern.compile("ON (\\d{6})").matcher(String.join("\n", received())).results().map(found -> found.group(1)).toList();
        assertTrue(!codes.isEmpty(), "ON was asked for");
        texts("ON " + codes.getLast());
    }

    public void passes() {
        texts("PASS " + lastDispatch().code());
    }

    public void receivedNothing() {
        assertEquals(List.of(), received(), "texts to " + number);
    }
}
