package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Twilio signs names and values joined without a mark between them: who saw one signature can cut the same letters into
 * other fields. Such a text is a report that proves nothing, and no text is ever refused for its words.
 */
class CutAnewStory {

    private static final String FORGER = "+12025550155";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_form_cut_anew_is_a_report_and_never_a_reply() {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        var take = "TAKE " + rosa.lastDispatch().code();
        var sent = FakeCarrier.incoming(FakeCarrier.newSid(), FORGER, TestHouse.HOTLINE, take + "From" + rosa.number() + "FromA");
        assertEquals(200, house.carrier().post("/twilio/texts", sent).statusCode());

        var cut = cutAnew(sent, take, rosa.number());
        assertEquals(signature(sent), signature(cut), "one signature fits both");
        assertEquals(200, post(cut, signature(sent)));
        house.turn();

        assertEquals(AlertState.OPEN, house.alertOf(house.reporter()).state());
        assertEquals(1, house.alerts().stream().flatMap(alert -> house.wordsOf(alert).stream()).filter(take::equals).count(),
                "its words are kept");
        assertTrue(house.unknownFields() > 0, "counted");

        rosa.takes();
        assertEquals(AlertState.ACKNOWLEDGED, house.alertOf(house.reporter()).state());
    }

    @Test
    void a_true_text_whose_signature_was_used_before_it_is_a_report_all_the_same() {
        var sent = FakeCarrier.incoming(FakeCarrier.newSid(), "+12025550156", TestHouse.HOTLINE, "1");
        var cut = new TreeMap<>(sent);
        // The same letters: the name takes the first letter of its value.
        cut.put("MessageSidS", cut.remove("MessageSid").substring(1));
        cut.put("SmsMessageSidS", cut.remove("SmsMessageSid").substring(1));
        cut.put("SmsSidS", cut.remove("SmsSid").substring(1));
        assertEquals(200, post(cut, signature(sent)));

        assertEquals(200, house.carrier().post("/twilio/texts", sent).statusCode());

        assertEquals(List.of("1", "1"), house.wordsOf(house.theAlert()));
    }

    @Test
    void a_text_that_is_delivered_twice_is_one_report_and_signatures_are_forgotten_after_90_days() {
        var sent = FakeCarrier.incoming(FakeCarrier.newSid(), FORGER, TestHouse.HOTLINE, "1");
        house.carrier().post("/twilio/texts", sent);
        assertEquals(200, house.carrier().post("/twilio/texts", sent).statusCode());
        assertEquals(List.of("1"), house.wordsOf(house.theAlert()));

        house.forgetsSignatures();
        assertEquals(1, signaturesKept());
        house.clock.turn(Duration.ofDays(90).plusSeconds(1));
        house.forgetsSignatures();
        assertEquals(0, signaturesKept());
    }

    @Test
    void field_names_and_marks_as_words_of_a_text_get_none_refused() {
        var random = new Random(9);
        var pieces = List.of("From", "To", "Body", "Body=", "&From=", "&To=+12025550111", "%26From%3D", "AccountSid", "MessageSid", "=",
                "&", "+", "1", "help", "ជួយ", "FromCity", "\n", "FromX=", "&&", "%", "Digits=1");
        var texts = Integer.getInteger("words.texts", 300);
        var refused = 0;
        var said = new ArrayList<String>();
        for (var n = 0; n < texts; n++) {
            var words = random.ints(1 + random.nextInt(6), 0, pieces.size()).mapToObj(pieces::get).collect(Collectors.joining(" "));
            said.add(words);
            refused += house.carrier().text("+120255501" + (50 + n % 40), TestHouse.HOTLINE, words).statusCode() == 200 ? 0 : 1;
        }

        assertEquals(0, refused, "refused of " + texts);
        assertEquals(said.stream().sorted().toList(), house.alerts().stream().flatMap(alert -> house.wordsOf(alert).stream()).sorted().toList());
        assertEquals(0, house.unknownFields());
    }

    /** The same letters in the same order, cut so that they come from somebody else, say something else, and have no id. */
    private static Map<String, String> cutAnew(Map<String, String> sent, String words, String from) {
        var cut = new TreeMap<>(sent);
        cut.put("Body", words);
        cut.put("From", from);
        cut.put("FromAFrom", sent.get("From"));
        for (var id : List.of("MessageSid", "SmsMessageSid", "SmsSid")) {
            cut.put(id + "S", cut.remove(id).substring(1));
        }
        return cut;
    }

    private String signature(Map<String, String> fields) {
        return house.carrier().signature("/twilio/texts", fields);
    }

    private int post(Map<String, String> fields, String signature) {
        return house.carrier().post("/twilio/texts", FakeCarrier.encode(fields), Map.of("Content-Type",
                "application/x-www-form-urlencoded", "X-Twilio-Signature", signature)).statusCode();
    }

    private long signaturesKept() {
        return house.database(tx -> tx.queryOne("SELECT count(*) AS kept FROM seen_signature", row -> row.count("kept"))).orElseThrow();
    }
}
