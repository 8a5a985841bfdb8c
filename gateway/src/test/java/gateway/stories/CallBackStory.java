package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.phone.Language;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Who flashes a hotline is called back, if she chose so at enrolment and her phone is in her own hands. */
class CallBackStory {

    private static final String GREETING = "Hello, this is the shop. Please press the number of your order, or zero to speak with us.";

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: silent\n    calls: flash"));

    @BeforeEach
    void sreyChoseToBeCalledBack() {
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.SILENT, Language.KM, false, false, true), Set.of(), null),
                Optional.empty(), house.reporter().number());
    }

    @Test
    void she_is_rung_once_hears_a_shop_and_her_key_joins_her_own_alert() {
        house.reporter().rings();
        house.waits(ofSeconds(30));

        var call = house.reporter().answers();
        assertEquals(List.of(GREETING), call.heard());
        call.presses("2");
        house.turn();

        assertEquals(TestHouse.HOTLINE, house.carrier().placementsTo(house.reporter().number()).getFirst().from());
        assertEquals("police", house.theAlert().alert().code());
        house.waits(ofMinutes(5));
        assertEquals(1, house.reporter().calls());
        house.reporter().receivedNothing();
        assertEquals(1, house.kinds(house.theAlert()).stream().filter("called_back"::equals).count());
    }

    @Test
    void who_flashes_again_and_again_is_called_back_once() {
        for (var i = 0; i < 4; i++) {
            house.reporter().rings();
            house.waits(ofMinutes(1));
        }

        assertEquals(1, house.reporter().calls());
    }

    @Test
    void a_call_back_that_perhaps_was_placed_is_never_placed_again() {
        house.carrier().answers(house.reporter().number(), FakeAnswer.ACCEPT_THEN_DROP);
        house.reporter().rings();
        house.waits(ofMinutes(5));

        assertEquals(1, house.reporter().calls());
    }

    @Test
    void a_stranger_and_a_phone_presumed_seized_are_not_called_back() {
        house.phone("+12025550151").rings();
        house.reporter().texts("1");
        house.reporter().rings();
        house.waits(ofMinutes(5));

        assertEquals(List.of(), house.carrier().placementsTo("+12025550151"));
        assertEquals(0, house.reporter().calls());
    }

    @Test
    void a_phone_seized_before_the_call_back_left_is_not_rung_and_one_seized_while_it_rang_hears_nothing() {
        house.reporter().rings();
        house.reporter().texts("1");
        house.waits(ofMinutes(1));
        assertEquals(0, house.reporter().calls());

        house.page().does("Noon", (tx, alert, noon) -> house.house().setSeized(tx, alert, noon.id(), false, "she is back"));
        house.waits(ofMinutes(11));
        house.reporter().rings();
        house.waits(ofSeconds(30));
        assertEquals(1, house.reporter().calls());
        house.reporter().texts("1");

        var call = house.reporter().answers();

        assertEquals(List.of(), call.heard());
        assertEquals(FakeCall.State.OVER, call.state());
        assertTrue(house.theAlert().alert().code().equals("taken"));
    }

    @Test
    void who_chose_a_call_back_may_be_rung_by_a_member_though_she_only_rang() {
        house.reporter().rings();

        assertTrue(house.page().ringsBack("Noon") instanceof gateway.voice.RingBackResult.Ringing);
    }
}
