package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.LockedAlert;
import gateway.messaging.Purpose;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whoever is inside a station by a proven timer is left in quiet. */
class QuietPhoneStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private String code;
    private LockedAlert hers;

    @BeforeEach
    void rosa_is_inside() {
        house.reporter().texts("1");
        rosa().takes();
        code = rosa().lastDispatch().code();
        hers = house.theAlert();
        rosa().texts("IN 60 " + code);
        assertEquals("Noted. Nothing comes here until you text OUT " + code + ". After 15:10 a coordinator is rung for you.",
                rosa().lastReceived());
    }

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    @Test
    void of_all_that_can_be_queued_only_the_answer_to_a_living_code_leaves() {
        house.withoutFolding();
        var before = rosa().received().size();
        for (var purpose : Purpose.values()) {
            house.database(tx -> {
                house.house().queues(tx, purpose, house.member("Rosa"), "about " + purpose);
                return true;
            });
        }
        house.turn();
        house.waits(ofMinutes(1));

        assertEquals(List.of("about ANSWER_TO_CODE"), rosa().received().subList(before, rosa().received().size()));
        assertEquals(0, rosa().calls());

        rosa().texts("OUT " + code);
        assertEquals(before + 2, rosa().received().size(), "what was kept back is not sent later");
    }

    @Test
    void whatever_happens_meanwhile_her_phone_stays_silent_and_her_page_shows_it() {
        var before = rosa().received().size();

        house.phone("+12025550151").texts("3");
        house.reporter().texts("they hit us");
        for (var words : List.of("IN 30", "OUT", "ON", "OFF", "HERE", "TAKE 111111", "COVER 111111", "BACK", "IN 30 111111")) {
            rosa().texts(words);
        }
        house.database(tx -> house.house().asksForVerification(tx, house.member("Rosa")));
        house.waits(ofMinutes(20));
        house.waits(ofMinutes(35));

        assertEquals(before, rosa().received().size(), rosa().received().toString());
        assertEquals(0, rosa().calls());
        assertTrue(house.alert(hers.alert().number()).ladder(Discipline.PEER_ADVOCATE).orElseThrow()
                .isHeldBy(house.member("Rosa").id()), "her check-in is at the end of her time");
        assertTrue(kept().stream().anyMatch(words -> words.contains("new text")), kept().toString());
    }

    @Test
    void a_living_code_is_answered_and_out_with_it_ends_the_quiet() {
        var before = rosa().received().size();

        rosa().texts("HERE " + code);
        assertEquals(before + 1, rosa().received().size());
        rosa().texts("OUT " + code);
        assertEquals("Noted. You are out.", rosa().lastReceived());
        house.reporter().texts("they hit us");

        assertTrue(rosa().received().size() > before + 2, "she is told again: " + rosa().received());
    }

    @Test
    void overdue_it_stays_quiet_until_a_coordinator_clears_her() {
        var before = rosa().received().size();
        house.waits(ofMinutes(61));
        assertEquals(1, house.phoneOf("Noon").calls());

        house.phone("+12025550151").texts("3");
        rosa().texts("OUT");
        house.waits(ofMinutes(6));
        assertEquals(before, rosa().received().size(), rosa().received().toString());

        house.database(tx -> house.house().clear(tx, house.alert(hers.alert().number()), house.member("Rosa"),
                house.member("Noon").id(), "she rang me"));
        house.phone("+12025550152").texts("3");
        house.waits(ofMinutes(6));
        assertTrue(rosa().received().size() > before, "asked again");
    }

    @Test
    void a_coordinator_who_knows_more_ends_it_before_its_time() {
        house.database(tx -> house.house().clear(tx, house.alert(hers.alert().number()), house.member("Rosa"),
                house.member("Noon").id(), "she is beside me"));

        assertEquals(List.of(), house.database(tx -> house.house().timers(tx)));
    }

    private List<String> kept() {
        return house.database(tx -> house.house().keptBackOf(tx, house.member("Rosa"), Instant.EPOCH));
    }
}
