package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.stories.Phone.Asked;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many alerts come at once to a step that asks by call: a phone that rings forty times is switched off. */
class GatheredCallsStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("{ ask: [Peers], wait: 5m }",
            "{ ask: [Peers], by: voice, wait: 5m }"));

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    @Test
    void the_first_rings_and_those_that_come_while_it_rings_are_told_by_text_each_with_its_code() {
        report("6 daun penh", 0, 6);
        house.waits(ofSeconds(60));

        assertEquals(1, rosa().calls());
        assertEquals(5, rosa().everythingAsked().stream().map(Asked::alert).distinct().count(), rosa().received().toString());
        assertEquals(0, house.phoneOf("Amir").calls());
    }

    @Test
    void whom_nobody_could_ring_while_it_was_her_turn_is_told_by_text() {
        house.reporter().textsOnly("6");
        house.climbs();
        house.clock.turn(ofMinutes(6));

        house.turn();

        assertEquals(0, rosa().calls());
        assertEquals(1, rosa().dispatches().size());
        assertEquals(1, house.phoneOf("Amir").dispatches().size() + house.phoneOf("Amir").calls());
    }

    @Test
    void whom_a_call_has_reached_a_moment_ago_is_texted_and_not_rung_again() {
        report("6", 0, 1);
        rosa().answersAndTakes();
        house.waits(ofSeconds(60));

        report("6", 1, 2);
        house.waits(ofMinutes(3));

        assertEquals(1, rosa().calls());
        assertEquals(1, rosa().dispatches().size());
        report("6", 2, 3);
        assertEquals(2, rosa().calls(), "after a while she is rung again");
    }

    @Test
    void whom_nothing_reached_is_rung_for_the_next_as_well_when_the_first_has_come_to_nothing() {
        report("6", 0, 1);
        rosa().doesNotAnswer("no-answer");
        report("6", 1, 2);
        house.waits(ofSeconds(60));
        assertEquals(2, rosa().calls(), "the second call of the first");
        rosa().doesNotAnswer("no-answer");

        house.waits(ofSeconds(90));

        assertEquals(3, rosa().calls());
        assertEquals(2, rosa().everythingAsked().stream().map(Asked::alert).distinct().count(), "and has both codes by text");
        rosa().answersAndTakes();
        assertEquals(1, house.kindsOfAll().stream().filter("acknowledged"::equals).count());
    }

    @Test
    void what_is_graver_breaks_through_once_and_a_text_tells_of_it_at_once() {
        report("6", 0, 1);
        rosa().answersAndTakes();
        report("1", 1, 2);
        assertEquals(1, rosa().dispatches().size(), "at once");

        house.waits(ofSeconds(30));
        assertEquals(2, rosa().calls());
        rosa().answersAndTakes();
        report("1", 2, 3);
        house.waits(ofMinutes(1));

        assertEquals(2, rosa().calls(), "another as grave does not");
        assertEquals(2, rosa().everythingAsked().stream().map(Asked::alert).distinct().count());
    }

    @Test
    void what_was_taken_by_text_meanwhile_rings_nobody() {
        report("6", 0, 1);
        rosa().answersAndTakes();
        report("1", 1, 2);
        rosa().takes();

        house.waits(ofMinutes(2));

        assertEquals(1, rosa().calls());
    }

    @Test
    void forty_alerts_at_once_to_two_who_do_not_answer_ring_each_twice_a_minute_at_most_and_all_climb() {
        report("6 daun penh", 0, 40);
        for (var second = 0; second < 720; second += 15) {
            house.clock.turn(ofSeconds(15));
            house.turn();
            missEverything();
        }

        assertMost(ofMinutes(1), 2);
        assertMost(ofMinutes(10), 6);
        assertTrue(rosa().calls() > 2, "for more than one of them");
        assertEquals(40, rosa().everythingAsked().stream().map(Asked::alert).distinct().count());
        assertEquals(40, house.alerts().stream().filter(alert -> house.kinds(alert).stream().filter("step_asked"::equals).count() >= 3)
                .count(), "each climbs");
        SweepStory.assertMostAMinute(house, 3);
    }

    /** Calls that left for one phone, in any such span. */
    private void assertMost(Duration span, int most) {
        var calls = house.database(tx -> tx.query("""
                SELECT message.member_id, attempt.started_at
                  FROM message
                  JOIN attempt ON attempt.message_id = message.id
                 WHERE purpose = 'dispatch'
                   AND kind = 'call'
                """, row -> new Left(row.id("member_id").toString(), row.moment("started_at"))));
        for (var call : calls) {
            var lately = calls.stream().filter(other -> other.member.equals(call.member)
                    && other.at.isAfter(call.at.minus(span)) && !other.at.isAfter(call.at)).count();
            assertTrue(lately <= most, lately + " calls in " + span + " before " + call.at);
        }
    }

    private record Left(String member, Instant at) {}

    private void missEverything() {
        for (var alias : List.of("Rosa", "Noon")) {
            var number = house.phoneOf(alias).number();
            house.carrier().placementsTo(number).stream().skip(missed.getOrDefault(number, 0)).forEach(call -> {
                house.carrier().receipt(call, "no-answer");
                missed.merge(number, 1, Integer::sum);
            });
        }
        house.turn();
    }

    private final Map<String, Integer> missed = new HashMap<>();

    private void report(String words, int from, int to) {
        for (var i = from; i < to; i++) {
            house.phone("+120255501%02d".formatted(20 + i)).texts(words);
        }
    }
}
