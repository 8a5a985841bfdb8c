package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.roster.Discipline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A step texts at once, and rings whoever has not answered after a while. */
class TextThenCallStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("{ ask: [Peers], wait: 5m }",
            "{ ask: [Peers], by: text-then-call, call-after: 2m, wait: 5m }"));

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    @Test
    void who_does_not_answer_the_text_is_rung_after_two_minutes_and_takes_it_with_a_key() {
        house.reporter().texts("6");
        assertEquals(1, rosa().dispatches().size());
        house.waits(ofSeconds(90));
        assertEquals(0, rosa().calls());

        house.waits(ofSeconds(30));
        assertEquals(1, rosa().calls());
        rosa().answersAndTakes();

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertEquals(1, rosa().dispatches().size(), "no second text that asks");
    }

    @Test
    void who_answers_the_text_is_not_rung() {
        house.reporter().texts("6");
        house.phone("+12025550151").texts("6");
        house.waits(ofSeconds(60));
        rosa().everythingAsked().stream().map(Phone.Asked::code).toList().forEach(code -> rosa().texts("PASS " + code));

        house.waits(ofMinutes(4));

        assertEquals(0, rosa().calls());
    }

    @Test
    void a_text_that_does_not_arrive_leaves_the_call_where_the_next_are_asked_only_beside_it() {
        house.carrier().answers(rosa().number(), FakeAnswer.refuse(30006));
        house.reporter().texts("6");
        assertEquals(1, house.phoneOf("Amir").dispatches().size(), "the next are asked at once");

        house.waits(ofMinutes(4));

        assertEquals(0, rosa().calls(), "her step is over");
    }

    @Test
    void when_the_next_step_is_asked_first_she_is_not_rung_for_this_one() {
        house.reporter().texts("6");
        house.page().does("Noon", (tx, alert, noon) -> house.house().escalate(tx, alert, Discipline.PEER_ADVOCATE, noon.id()));

        house.waits(ofMinutes(4));

        assertEquals(0, rosa().calls());
    }

    @Test
    void several_that_stay_unanswered_are_one_call_and_whoever_wakes_by_it_reads_the_rest() {
        for (var i = 0; i < 5; i++) {
            house.phone("+1202555012" + i).texts("6 daun penh");
        }
        house.waits(ofMinutes(2));
        assertEquals(1, rosa().calls());
        rosa().answersAndTakes();

        house.waits(ofSeconds(90));

        assertEquals(1, rosa().calls());
        assertEquals(5, rosa().everythingAsked().stream().map(Phone.Asked::alert).distinct().count());
    }
}
