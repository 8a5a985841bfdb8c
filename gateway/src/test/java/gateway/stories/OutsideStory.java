package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.member.BarReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Nobody of ours has an alert for long: phones of other organisations are rung, hear one neutral sentence, and are told nothing. */
class OutsideStory {

    private static final String PARTNER = "+12025550181";

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network
            + "\noutside-contacts:\n  - { name: A partner, number: \"" + PARTNER + "\", language: en }\n");

    private Phone partner() {
        return house.phone(PARTNER);
    }

    @Test
    void the_eighth_round_rings_outside_and_a_key_says_that_they_will_call() {
        house.reporter().texts("1 daun penh");
        house.waits(ofMinutes(45));
        assertEquals(0, partner().calls(), "not before the ladder's own people had their rounds");
        house.waits(ofMinutes(10));
        assertEquals(1, partner().calls());

        var call = partner().answers();
        assertEquals(List.of("Hello, this is the shop. Somebody you know asks for a call. Press one to say that you will make it."), call.heard());
        call.presses("1");
        house.turn();

        partner().receivedNothing();
        assertTrue(house.kinds(house.theAlert()).containsAll(List.of("outside_rung", "outside_heard")));
        assertTrue(house.phoneOf("Noon").received().stream().anyMatch(words -> words.contains("a partner was rung and will call")));
        house.waits(ofMinutes(50));
        assertEquals(1, partner().calls(), "who will call is not rung again within the hour");
    }

    @Test
    void where_nobody_of_ours_may_be_asked_outside_is_rung_at_once_and_the_alert_is_shown_as_asked_of_nobody() {
        for (var alias : List.of("Rosa", "Amir", "Lina", "Noon")) {
            house.database(tx -> house.house().losingPhone(tx, house.member(alias), BarReason.LOST, "coordinator"));
        }
        house.reporter().texts("1");
        house.waits(ofMinutes(1));

        assertEquals(1, partner().calls());
        assertEquals(List.of(house.theAlert().alert().number().toString()), nobodyAsked());
        house.waits(ofMinutes(120));
        assertTrue(partner().calls() <= 7, "three an hour: " + partner().calls());
        assertTrue(partner().calls() >= 6, "and no fewer: " + partner().calls());
        partner().receivedNothing();
    }

    @Test
    void a_partners_phone_that_reported_is_never_rung() {
        partner().texts("1");
        house.waits(ofMinutes(60));

        assertEquals(0, partner().calls());
        assertFalse(house.kinds(house.theAlert()).contains("outside_rung"));
    }

    private List<String> nobodyAsked() {
        return house.database(tx -> house.house().nobodyAsked(tx));
    }
}
