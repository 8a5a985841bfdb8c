package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import java.util.List;
import java.util.regex.Pattern;

/** A telephone in a story: it texts, and what it received can be looked at. */
public record Phone(TestHouse house, String number) {

    private static final Pattern DISPATCH = Pattern.compile(
            "(?:repeat: )?K (\\d{4,12}-\\d) C([0-9?M])( [A-Z0-9]{2})?( x\\d+)? (\\d\\d:\\d\\d)\\. TAKE (\\d{6}) or PASS (\\d{6})");

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
        var found = DISPATCH.matcher(words.getLast());
        assertTrue(found.matches(), words.getLast());
        assertEquals(found.group(6), found.group(7), "one code");
        return new Asked(found.group(1), found.group(2), found.group(3) == null ? "" : found.group(3).strip(),
                found.group(5), found.group(6));
    }

    public List<String> dispatches() {
        return received().stream().filter(words -> DISPATCH.matcher(words).matches()).toList();
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

    public void receivedNothing() {
        assertEquals(List.of(), received(), "texts to " + number);
    }
}
