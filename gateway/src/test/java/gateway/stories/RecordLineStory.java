package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.phone.Language;
import gateway.voice.Sentence;
import gateway.voice.SoundTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** People record by phone what calls are told; whoever rings their line in need is heard all the same. */
class RecordLineStory {

    private static final String SPEAKER = "+12025550160";
    private static final String GREETING = "Hello, this is the shop. Please press the number of your order, or zero to speak with us.";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void sentences_are_said_heard_again_and_kept_one_after_another() {
        var all = Sentence.values();
        var last = all[all.length - 1];
        var first = all[all.length - 2];
        var code = house.asksForACode(first, Language.KM);
        var call = ring();
        assertEquals(List.of(GREETING), call.heard());
        call.presses(code);
        assertEquals(List.of("After the tone, please say this, and then press any key.", words(first)), last(call, 2));
        call.says(SoundTest.wav(1));
        fetch();
        call.waits();
        assertEquals(List.of("Press one to keep it, two to say it once more."), last(call, 1));
        assertTrue(call.answers().getLast().contains("<Play>"), "it is heard again");
        call.presses("2").says(SoundTest.wav(2));
        fetch();
        call.waits().presses("1");

        var kept = house.recorded(first, Language.KM);
        assertEquals(1, kept.size());
        assertFalse(kept.getFirst().isInUse(), "a coordinator listens first");
        assertEquals(house.member("Noon").id(), kept.getFirst().madeBy());
        assertArrayEquals(SoundTest.wav(2), house.served(kept.getFirst().name()).orElseThrow());
        assertEquals(words(last), call.heard().getLast(), "the next sentence of which nothing is kept");
        assertEquals(FakeCall.State.RECORDS, call.state());
        call.says(SoundTest.wav(3));
        fetch();
        call.waits().presses("1");

        assertEquals("That was all. Thank you, goodbye.", call.heard().getLast());
        assertEquals(FakeCall.State.OVER, call.state());
        assertEquals(1, house.recorded(last, Language.KM).size());
        assertEquals(Map.of(), house.carrier().recordings(), "nothing stays with the carrier");
    }

    @Test
    void nothing_is_fetched_but_from_the_carriers_own_host_and_our_account() {
        for (var address : List.of("http://169.254.169.254/2010-04-01/Accounts/" + FakeCarrier.SID + "/Recordings/RE1",
                house.carrier().apiUrl() + "/2010-04-01/Accounts/ACother/Recordings/RE1",
                house.carrier().apiUrl() + "/2010-04-01/Accounts/" + FakeCarrier.SID + "/Recordings/../Messages",
                house.carrier().apiUrl().toString().replace("http://", "http://token@elsewhere.example/"), "no address")) {
            var call = recording();
            call.saysAt(address);
            house.turn();
            call.waits();
            assertEquals("Nothing was heard.", call.heard().get(call.heard().size() - 3), address);
        }
        assertEquals(List.of(), house.carrier().recordingsAsked());
    }

    @Test
    void a_recording_the_carrier_has_not_written_yet_is_waited_for() {
        house.carrier().isSlowWithRecordings(2);
        var call = recording().says(SoundTest.wav(1));
        house.turn();
        call.waits();
        assertEquals(List.of(), house.recorded(Sentence.GREETING, Language.EN));
        fetch();
        call.waits().presses("1");

        assertEquals(1, house.recorded(Sentence.GREETING, Language.EN).size());
        assertEquals(Map.of(), house.carrier().recordings());
    }

    @Test
    void what_is_no_sound_or_too_long_is_said_again_and_deleted_at_the_carrier() {
        var call = recording().says("<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        fetch();
        call.waits();
        assertEquals(FakeCall.State.RECORDS, call.state());
        call.says(new byte[1_200_000]);
        fetch();
        call.waits();

        assertEquals(FakeCall.State.RECORDS, call.state());
        assertEquals(List.of(), house.recorded(Sentence.GREETING, Language.EN));
        assertEquals(Map.of(), house.carrier().recordings());
    }

    @Test
    void what_nobody_kept_is_deleted_at_the_carrier_as_well() {
        recording().says(SoundTest.wav(1)).hangsUp();
        fetch();

        assertEquals(Map.of(), house.carrier().recordings());
        assertEquals(List.of(), house.recorded(Sentence.GREETING, Language.EN));
    }

    @Test
    void who_says_nothing_is_asked_again_and_then_the_call_is_over() {
        var call = recording().saysNothing().saysNothing();
        assertEquals(FakeCall.State.RECORDS, call.state());
        call.saysNothing();

        assertEquals(FakeCall.State.OVER, call.state());
    }

    @Test
    void a_code_works_once_and_not_for_long() {
        var code = house.asksForACode(Sentence.GREETING, Language.EN);
        var call = ring();
        call.presses(code);
        assertEquals(FakeCall.State.RECORDS, call.state());
        house.asksForACode(Sentence.AGAIN, Language.EN);
        var other = ring();
        other.presses(code);
        assertEquals("Please press the number once more.", other.heard().getLast());

        var late = house.asksForACode(Sentence.GREETING, Language.EN);
        house.waits(ofMinutes(15));
        house.asksForACode(Sentence.AGAIN, Language.EN);
        var lateCall = ring();
        lateCall.presses(late);
        assertEquals("Please press the number once more.", lateCall.heard().getLast());
        assertEquals(List.of(), house.alerts(), "who keys six digits is no reporter");
    }

    @Test
    void wrong_codes_end_the_call_and_in_the_end_the_code_itself() {
        var code = house.asksForACode(Sentence.GREETING, Language.EN);
        for (var calls = 0; calls < 3; calls++) {
            var call = ring().presses(wrong(code)).presses(wrong(code)).presses(wrong(code));
            assertEquals(FakeCall.State.OVER, call.state());
            assertEquals("Thank you. Goodbye.", call.heard().getLast());
        }
        var tenth = ring().presses(wrong(code)).presses(code);
        assertEquals("Please press the number once more.", tenth.heard().getLast(), "the right code has died of the wrong ones");
        assertEquals(List.of(), house.alerts());

        var call = ring();
        assertEquals(1, house.alerts().size(), "nobody is awaited any more: an alert from the first ring");
        call.waits().waits();
    }

    @Test
    void somebody_in_need_who_rings_it_is_a_report_from_the_first_ring_while_no_code_is_alive() {
        var call = ring();
        assertEquals(1, house.alerts().size());
        assertEquals(List.of(GREETING), call.heard());
        call.hangsUp();
        house.turn();

        assertTrue(house.phoneOf("Noon").lastReceived().contains("came to a number that no hotline has"));
    }

    @Test
    void somebody_in_need_who_rings_it_while_a_code_is_alive_is_a_report_with_her_first_key() {
        house.asksForACode(Sentence.GREETING, Language.EN);
        var call = ring();
        assertEquals(List.of(GREETING), call.heard());
        call.presses("2");

        assertEquals("police", house.theAlert().alert().code());
        assertEquals("Thank you. Goodbye.", call.heard().getLast());
    }

    @Test
    void somebody_in_need_who_presses_too_often_or_too_late_is_a_report_as_well() {
        var code = house.asksForACode(Sentence.GREETING, Language.EN);
        ring().presses("11");
        assertEquals("taken", house.theAlert().alert().code());

        house.carrier().call("+12025550161", TestHouse.RECORD_LINE).presses("222222");
        house.carrier().call("+12025550162", TestHouse.RECORD_LINE).presses(wrong(code)).presses("2");
        house.carrier().call("+12025550163", TestHouse.RECORD_LINE).presses(wrong(code)).waits();

        assertEquals(List.of("missed_call", "police", "police", "taken"),
                house.alerts().stream().map(alert -> alert.alert().code()).sorted().toList());
    }

    @Test
    void somebody_who_rings_it_and_presses_nothing_is_a_report_as_well() {
        house.asksForACode(Sentence.GREETING, Language.EN);
        var call = ring().waits();

        assertEquals(1, house.alerts().size());
        call.presses("1");
        assertEquals("taken", house.theAlert().alert().code());
    }

    @Test
    void a_sitting_belongs_to_the_call_that_keyed_its_code() {
        var code = house.asksForACode(Sentence.GREETING, Language.EN);
        var call = ring();
        call.presses(code);
        var path = call.answers().getLast().replaceAll("(?s).*action=\"[^\"]*(/twilio/calls/record/[^\"]+)\".*", "$1");

        var stranger = house.carrier().post(path, FakeCall.fields(FakeCall.newSid(), SPEAKER, TestHouse.RECORD_LINE));

        assertTrue(path.startsWith("/twilio/calls/record/"), path);
        assertEquals(200, stranger.statusCode());
        assertFalse(stranger.body().contains("Record"), stranger.body());
    }

    /** What was said is fetched, or given up: it stays with the carrier no longer. */
    private void fetch() {
        Eventually.until("nothing stays with the carrier", () -> {
            house.turn();
            return house.carrier().recordings().isEmpty();
        });
    }

    /** A call in which the code was keyed, at the tone. */
    private FakeCall recording() {
        var code = house.asksForACode(Sentence.GREETING, Language.EN);
        var call = ring();
        call.presses(code);
        assertEquals(FakeCall.State.RECORDS, call.state());
        return call;
    }

    private FakeCall ring() {
        return house.carrier().call(SPEAKER, TestHouse.RECORD_LINE);
    }

    /** What is said of a sentence of which there is no recording. */
    private String words(Sentence sentence) {
        return house.house().phrases().say(Language.EN, sentence.phrase(), Map.of());
    }

    private static String wrong(String code) {
        return code.equals("123456") ? "123457" : "123456";
    }

    private static List<String> last(FakeCall call, int count) {
        return call.heard().subList(call.heard().size() - count, call.heard().size());
    }
}
