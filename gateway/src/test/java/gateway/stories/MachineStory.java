package gateway.stories;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.LockedAlert;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.database.Transaction;
import gateway.phone.Language;
import gateway.unread.MachineText;
import gateway.unread.Mutes;
import gateway.unread.Muting;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Operators, banks and shops text the hotline, too. */
class MachineStory {

    private static final String OFFER = "Enjoy 5GB for only 1$ today! Dial *1234#";

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void a_name_or_a_short_code_that_says_nothing_grave_wakes_nobody_and_is_told_of_once_by_day() {
        for (var sender : List.of("Smart", "CELLCARD", "Wing Bank", "A&B", "1234", "888", "171717")) {
            texts(sender, OFFER);
        }
        house.waits(ofMinutes(11));

        assertEquals(List.of(), house.alerts());
        assertEquals(Set.of("Smart", "CELLCARD", "Wing Bank", "A&B", "1234", "888", "171717"),
                unread().stream().map(text -> text.sender().written()).collect(Collectors.toSet()));
        assertEquals(OFFER, unread().getFirst().words());
        assertEquals(1, told());
        assertEquals(0, house.phoneOf("Rosa").received().size());

        house.waits(ofMinutes(50));
        assertEquals(1, told(), "of each once");
        house.clock.turn(ofHours(7));
        texts("Smart", OFFER);
        house.waits(ofMinutes(30));
        assertEquals(1, told(), "nobody is woken at night");
        house.clock.turn(ofHours(11));
        house.turn();
        assertEquals(2, told());
    }

    @Test
    void what_is_grave_opens_an_alert_whoever_sends_it() {
        var grave = List.of("1", "2 daun penh", "they arrested us", "police caught my sister", "prey speu", "rape", "9", "dont reply", "7");
        grave.forEach(words -> texts("Smart", words));

        assertEquals(grave.size(), house.alerts().size());
        assertEquals(List.of(), unread());
    }

    @Test
    void whoever_withholds_a_number_or_has_it_written_badly_is_no_machine() {
        var people = List.of("anonymous", "RESTRICTED", "Unknown", "Unavailable", "", "+266696687", "+2562533", "sip:rosa@example.org",
                "whatsapp:+12025550150", "12025550150", "012345678", "5550150", "0", "+", "No caller ID", "rosa@example.org");
        people.forEach(sender -> texts(sender, "zxqwv"));

        assertEquals(people.size(), house.alerts().size());
        assertEquals(List.of(), unread());
    }

    @Test
    void a_muted_number_is_kept_and_counted_and_a_click_undoes_it() {
        house.reporter().texts(OFFER);
        assertEquals(Muting.Result.MUTED, mutePhone());
        house.reporter().texts("last offer zxqwv");
        assertEquals(2, house.wordsOf(house.theAlert()).size(), "while its alert is open a text joins it");
        resolve();
        var asked = house.phoneOf("Rosa").received().size();

        house.reporter().texts(OFFER);
        house.reporter().texts(OFFER + OFFER);
        house.waits(ofMinutes(30));

        assertEquals(1, house.alerts().size());
        assertEquals(asked, house.phoneOf("Rosa").received().size());
        assertEquals(List.of(), unread());
        assertEquals(0, told());
        assertEquals(2, mute().texts());

        assertEquals(true, act((tx, muting) -> muting.end(tx, mute().id())));
        assertEquals(Set.of(OFFER, OFFER + OFFER), unread().stream().map(MachineText::words).collect(Collectors.toSet()));
        house.reporter().texts(OFFER);
        assertEquals(2, house.alerts().size(), "it is heard again");
    }

    @Test
    void a_mute_covers_no_code_no_grave_word_no_tag_of_somebody_and_no_call() {
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.SILENT, Language.KM, false, false, false), Set.of(), "lotus"),
                Optional.empty(), "+12025550181");
        house.reporter().texts(OFFER);
        mutePhone();
        resolve();
        var opened = 1;

        for (var words : List.of("6", "0", "8", "zxqwv #lotus")) {
            house.reporter().texts(words);
            assertEquals(++opened, house.alerts().size(), words);
            resolve();
            // A tag marks the phone, and from then on no mute covers it.
        }
        var other = house.phone("+12025550151");
        other.texts(OFFER);
        muteLast();
        resolve();
        opened++;
        other.rings().hangsUp();
        assertEquals(++opened, house.alerts().size(), "a call");
        resolve();
        other.texts("they raped us in the truck");
        assertEquals(++opened, house.alerts().size(), "grave words");
        resolve();
        other.texts(OFFER);
        assertEquals(++opened, house.alerts().size(), "a phone that is presumed seized");
    }

    @Test
    void a_number_that_was_silent_for_a_month_may_be_somebody_elses() {
        house.reporter().texts(OFFER);
        mutePhone();
        resolve();
        house.clock.turn(ofDays(29));
        house.reporter().texts(OFFER);
        assertEquals(1, house.alerts().size());

        house.clock.turn(ofDays(31));
        house.reporter().texts(OFFER);

        assertEquals(2, house.alerts().size());
        house.house().forgetOldMachineTexts();
        assertEquals(List.of(), mutes());
    }

    @Test
    void a_muted_machine_leaves_the_list_and_its_grave_texts_open_still() {
        texts("Smart", OFFER);
        texts("SMART", OFFER);
        texts("Metfone", OFFER);

        assertEquals(Muting.Result.MUTED, act((tx, muting) -> muting.muteMachine(tx, unread().getFirst().id(), house.member("Noon").id())));
        texts("smart", OFFER);

        assertEquals(3, mute().texts(), "two that left the list and one that came after");
        assertEquals(List.of("Metfone"), unread().stream().map(text -> text.sender().written()).toList());
        texts("Smart", "1");
        assertEquals(1, house.alerts().size());
    }

    @Test
    void what_the_carrier_did_because_of_a_text_is_told_by_an_alert() {
        house.textsAnsweredByTheCarrier("Smart", OFFER, "STOP");

        assertEquals(List.of(OFFER), house.wordsOf(house.theAlert()));
    }

    @Test
    void a_coordinator_opens_an_alert_by_a_text_that_was_a_cry_after_all() {
        texts("Smart", "zxqwv");

        assertEquals(true, act((tx, muting) -> muting.open(tx, unread().getFirst().id(), house.house().codebook().byId("taken").orElseThrow())));

        assertEquals("taken", house.theAlert().alert().code());
        assertEquals(List.of("zxqwv"), house.wordsOf(house.theAlert()));
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        assertEquals(List.of(), unread());
    }

    @Test
    void whom_we_know_is_not_muted() {
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.SILENT, Language.KM, false, false, false), Set.of(), "lotus"),
                Optional.empty(), house.reporter().number());
        house.reporter().texts("zxqwv");
        assertEquals(Muting.Result.SOMEBODY_KNOWN, mutePhone());
        resolve();
        texts("anonymous", "zxqwv");
        assertEquals(Muting.Result.NO_NUMBER, muteLast());

        assertEquals(List.of(), mutes());
    }

    @Test
    void a_phone_that_something_grave_came_from_is_not_muted() {
        house.reporter().texts("1");
        house.reporter().texts("zxqwv");

        assertEquals(Muting.Result.CRIED, mutePhone());
        assertEquals(List.of(), mutes());
    }

    @Test
    void a_picture_without_words_opens_an_alert_as_an_empty_text_does() {
        house.carrier().pictures(house.reporter().number(), TestHouse.HOTLINE, "");
        house.turn();

        assertEquals("unclear", house.theAlert().alert().code());
        assertTrue(house.reportsOf(house.theAlert()).getFirst().pictured());
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        house.phone("+12025550152").texts("");
        assertFalse(house.reportsOf(house.alertOf(house.phone("+12025550152"))).getFirst().pictured());
    }

    private void texts(String sender, String words) {
        assertEquals(200, house.carrier().text(sender, TestHouse.HOTLINE, words).statusCode());
        house.turn();
    }

    private List<MachineText> unread() {
        return house.database(tx -> house.house().machineTexts(tx));
    }

    private List<Mutes.Mute> mutes() {
        return house.database(tx -> house.house().mutes(tx));
    }

    private Mutes.Mute mute() {
        return mutes().getFirst();
    }

    /** What the coordinator was told of machines. */
    private long told() {
        return house.phoneOf("Noon").received().stream().filter(words -> words.contains("from machines")).count();
    }

    private Muting.Result mutePhone() {
        return mute(house.theAlert());
    }

    private Muting.Result muteLast() {
        return mute(house.alerts().stream().filter(alert -> alert.alert().resolvedAt() == null).findFirst().orElseThrow());
    }

    private Muting.Result mute(LockedAlert alert) {
        var report = house.reportsOf(alert).getFirst().id();
        return act((tx, muting) -> {
            return muting.mutePhone(tx, alert, report, house.member("Noon").id());
        });
    }

    private <T> T act(BiFunction<Transaction, Muting, T> act) {
        var done = house.database(tx -> act.apply(tx, house.house().muting()));
        house.turn();
        return done;
    }

    private void resolve() {
        for (var alert : house.alerts().stream().filter(one -> one.alert().resolvedAt() == null).toList()) {
            house.database(tx -> {
                house.house().resolve(tx, alert, house.member("Noon").id(), List.of("false_alarm"), "");
                return tx;
            });
        }
        house.turn();
    }
}
