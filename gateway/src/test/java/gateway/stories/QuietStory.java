package gateway.stories;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.member.Choices;
import gateway.member.Quiet;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A responder says how she bears to be asked: quiet for what is not grave, and a call when a text has not woken her. */
class QuietStory {

    /** Rosa is asked by text, Amir by a call. */
    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("{ ask: [Backup], wait: 5m }", "{ ask: [Backup], by: voice, wait: 5m }"));

    @BeforeEach
    void how_they_want_to_be_asked() {
        chooses("Rosa", Quiet.NEVER, Duration.ofMinutes(3));
        chooses("Amir", Quiet.AT_NIGHT, null);
    }

    @Test
    void a_text_that_nobody_answers_is_followed_by_a_call_and_her_key_takes_it() {
        house.reporter().texts("1 daun penh");
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        house.waits(ofMinutes(2));
        assertEquals(0, house.phoneOf("Rosa").calls());

        house.waits(ofMinutes(1));
        house.phoneOf("Rosa").answersAndTakes();

        assertEquals(1, house.phoneOf("Rosa").calls());
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        house.waits(ofMinutes(5));
        house.phoneOf("Amir").receivedNothing();
    }

    @Test
    void who_has_answered_the_text_is_not_rung() {
        house.reporter().texts("1 daun penh");
        house.phoneOf("Rosa").takes();
        house.waits(ofMinutes(4));
        assertEquals(0, house.phoneOf("Rosa").calls(), "she has it");

        house.phone("+12025550151").texts("1 toul kork");
        house.waits(ofMinutes(1));
        house.phoneOf("Rosa").passes();
        house.waits(ofMinutes(4));
        assertEquals(0, house.phoneOf("Rosa").calls(), "it is not hers");
    }

    @Test
    void at_night_what_is_not_grave_is_a_text_and_what_is_grave_rings() {
        house.clock.turn(ofHours(9));
        house.reporter().texts("6");
        house.phoneOf("Rosa").passes();
        assertEquals(0, house.phoneOf("Amir").calls());
        assertEquals(1, house.phoneOf("Amir").dispatches().size());

        house.phone("+12025550151").texts("2 daun penh");
        house.waits(ofMinutes(1));
        house.phoneOf("Rosa").passes();
        assertEquals(1, house.phoneOf("Amir").calls());

        house.clock.turn(ofHours(9));
        house.phone("+12025550152").texts("6");
        house.phoneOf("Rosa").passes();
        assertTrue(house.phoneOf("Amir").calls() > 1, "by day it rings for that too");
    }

    private void chooses(String alias, Quiet quiet, Duration callAfter) {
        var member = house.member(alias).id();
        house.database(tx -> {
            house.house().chooses(tx, member, new Choices(quiet, callAfter, Set.of(), Set.of(), Set.of(), ""));
            return tx;
        });
    }
}
