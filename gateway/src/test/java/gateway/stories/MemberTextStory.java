package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.alert.LockedAlert;
import gateway.alert.Proposal;
import gateway.entry.ReportEntry;
import gateway.member.BarReason;
import gateway.roster.Discipline;
import gateway.unread.MemberText;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A responder writes as people write. It opens nothing, costs her nothing, and somebody reads it. */
class MemberTextStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @ParameterizedTest
    @ValueSource(strings = {"ok thx on my way", "thank you", "cannot tonight my kid is sick", "no", "👍", "who is it?"})
    void prose_is_kept_on_the_alert_answered_with_what_she_can_text_and_she_stays_asked(String words) {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        var code = rosa.lastDispatch().code();
        var number = house.theAlert().alert().number();

        rosa.texts(words);

        assertEquals(List.of(words), notes(house.theAlert()));
        assertTrue(rosa.lastReceived().contains("To take K " + number + " text TAKE " + code), rosa.lastReceived());
        assertTrue(rosa.lastReceived().contains("PASS " + code), rosa.lastReceived());
        assertEquals(List.of(words), unread());
        rosa.takes();
        assertEquals(house.member("Rosa").id(), holder());
    }

    @ParameterizedTest
    @ValueSource(strings = {"I'm driving right now, I'll see your message later", "Sorry, I can't talk right now."})
    void an_automatic_answer_is_kept_and_not_answered_and_changes_nothing(String words) {
        house.reporter().texts("1");
        var texts = house.phoneOf("Rosa").received().size();

        house.phoneOf("Rosa").texts(words);

        assertEquals(List.of(words), notes(house.theAlert()));
        assertEquals(texts, house.phoneOf("Rosa").received().size());
        house.phoneOf("Rosa").takes();
        assertEquals(house.member("Rosa").id(), holder());
    }

    @Test
    void a_reaction_that_quotes_us_takes_nothing() {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        var texts = rosa.received().size();

        rosa.texts("Liked “" + rosa.dispatches().getLast() + "”");

        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(texts, rosa.received().size());
        assertEquals(1, notes(house.theAlert()).size());
    }

    @Test
    void words_are_answered_once_in_ten_minutes() {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        rosa.takes();
        var code = rosa.lastDispatch().code();

        rosa.texts("ok going");
        assertTrue(rosa.lastReceived().contains("HERE " + code), rosa.lastReceived());
        rosa.texts("nearly there");
        house.waits(ofMinutes(9));
        rosa.texts("traffic");
        assertEquals(1, answers(rosa));
        house.waits(ofMinutes(2));
        rosa.texts("almost");

        assertEquals(2, answers(rosa), rosa.received().toString());
        assertEquals(4, notes(house.theAlert()).size());
        assertEquals(house.member("Rosa").id(), holder());
    }

    @Test
    void what_a_holder_tells_of_others_is_a_note_with_proposals_and_her_lease_stands() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        var before = house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow();

        house.phoneOf("Rosa").texts("I am at the police station with Lina, 2 girls still inside");

        var alert = house.theAlert();
        assertEquals(before, alert.ladder(Discipline.PEER_ADVOCATE).orElseThrow());
        var proposed = house.database(tx -> house.house().proposals(tx, alert));
        assertEquals(List.of("people 2", "stage police_custody"),
                proposed.stream().map(one -> one.kind().word() + " " + one.what()).sorted().toList());
        assertEquals(1, proposed.stream().map(Proposal::source).distinct().count());
    }

    @Test
    void words_of_no_alert_rest_with_the_unread_and_the_coordinators_are_told_once_for_all() {
        house.phoneOf("Rosa").texts("are you there");
        house.phoneOf("Amir").texts("hello all");
        assertEquals(List.of(), house.alerts());
        assertEquals(List.of("are you there", "hello all"), unread());
        house.waits(ofMinutes(9));
        assertEquals(0, told());

        house.waits(ofMinutes(3));
        house.phoneOf("Amir").texts("anybody");
        house.waits(ofMinutes(30));

        assertEquals(2, told(), house.phoneOf("Noon").received().toString());
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(words -> words.contains("Amir") && words.contains("Rosa")),
                house.phoneOf("Noon").received().toString());
        assertEquals(3, unread().size());
    }

    @Test
    void what_was_read_in_time_is_told_to_nobody() {
        house.phoneOf("Rosa").texts("are you there");
        var text = texts().getFirst();

        boolean read = house.database(tx -> house.house().reads(tx, text.id(), house.member("Noon").id()));

        assertTrue(read);
        house.waits(ofMinutes(15));
        assertEquals(0, told());
        assertEquals(List.of(), unread());
    }

    @Test
    void words_belong_to_the_alert_she_has_before_the_one_she_was_asked_for_last() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").takes();
        var hers = house.theAlert().alert().number();
        house.phone("+12025550151").texts("1");
        house.waits(ofMinutes(1));

        house.phoneOf("Rosa").texts("on my way");

        assertEquals(List.of("on my way"), notes(house.alert(hers)));
        assertEquals(1, unread().size());
    }

    @Test
    void a_lost_phones_words_are_kept_and_nothing_is_sent_to_it() {
        house.reporter().texts("1");
        var rosa = house.phoneOf("Rosa");
        var code = rosa.lastDispatch().code();
        house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));
        house.turn();
        var texts = rosa.received().size();

        rosa.texts("i have it again");
        rosa.texts("TAKE " + code);

        assertEquals(1, house.alerts().size());
        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(List.of("i have it again", "TAKE " + code), unread());
        house.waits(ofMinutes(12));
        assertEquals(texts, rosa.received().size());
    }

    /** The first row of the faults that were found: three friendly texts silenced a network. */
    @Test
    void after_three_friendly_texts_all_of_them_are_asked_as_ever() {
        for (var alias : List.of("Rosa", "Amir", "Lina")) {
            house.phoneOf(alias).texts("ok thx on my way");
        }

        house.phone("+12025550170").texts("1 police wat phnom");
        house.waits(ofMinutes(7));

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(1, house.phoneOf("Lina").dispatches().size());
        assertFalse(house.phoneOf("Amir").dispatches().isEmpty());
    }

    /** The second: one coordinator's thanks, and at the last resort nobody was left. */
    @Test
    void after_a_coordinators_thanks_she_is_asked_at_the_last_resort() {
        house.phoneOf("Noon").texts("ok thank you");

        house.phone("+12025550170").texts("1");
        house.waits(ofSeconds(30).plus(ofMinutes(25)));

        assertFalse(house.phoneOf("Rosa").dispatches().isEmpty());
        assertFalse(house.phoneOf("Amir").dispatches().isEmpty());
        assertFalse(house.phoneOf("Noon").dispatches().isEmpty());
    }

    private List<String> notes(LockedAlert alert) {
        return house.database(tx -> house.house().timeline(tx, alert)).stream().map(told -> told.entry())
                .filter(ReportEntry.MemberTexted.class::isInstance).map(entry -> ((ReportEntry.MemberTexted) entry).words()).toList();
    }

    private List<String> unread() {
        return texts().stream().map(MemberText::words).toList();
    }

    private List<MemberText> texts() {
        return house.database(tx -> house.house().memberTexts(tx));
    }

    private Object holder() {
        return house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().orElseThrow();
    }

    private static long answers(Phone phone) {
        return phone.received().stream().filter(words -> words.contains("Got it.")).count();
    }

    private long told() {
        return house.phoneOf("Noon").received().stream().filter(words -> words.contains("Unread: from")).count();
    }
}
