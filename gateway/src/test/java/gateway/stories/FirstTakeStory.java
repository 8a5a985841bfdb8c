package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AcknowledgeResult;
import gateway.entry.Way;
import gateway.roster.Discipline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The first "I have it" wins, by whichever way it and the second come. */
class FirstTakeStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network
            .replace("{ ask: [Peers], wait: 5m }", "{ ask: [Peers, Backup], by: text-then-call, call-after: 2m, wait: 5m }"));

    @ParameterizedTest(name = "by {0}, then by {1}")
    @CsvSource({"text, text", "text, call", "text, page", "call, text", "call, call", "call, page", "page, text", "page, call",
            "page, page"})
    void the_first_has_it_and_the_second_is_told_so(String first, String second) {
        house.reporter().texts("6");
        house.waits(ofMinutes(2));
        var rosa = house.phoneOf("Rosa");
        var amir = house.phoneOf("Amir");
        var rosas = rosa.answers().presses("5");
        var amirs = amir.answers().presses("5");
        var amirsCode = amir.lastDispatch().code();
        house.clock.turn(ofSeconds(70));

        switch (first) {
            case "text" -> rosa.texts("TAKE " + rosa.lastDispatch().code());
            case "call" -> rosas.presses("1");
            default -> assertTrue(onThePage("Rosa") instanceof AcknowledgeResult.Taken);
        }
        house.turn();
        var stoodDown = amir.received().stream().filter(words -> words.contains("Stand down")).count();
        assertEquals(1, stoodDown, amir.received().toString());
        switch (second) {
            case "text" -> {
                amir.texts("TAKE " + amirsCode);
                assertEquals("Rosa has had K " + house.theAlert().alert().number() + " since 14:13.", amir.lastReceived());
            }
            case "call" -> assertTrue(amirs.presses("1").heard().stream().anyMatch(words -> words.startsWith("Rosa has had it since 14:13")));
            default -> assertTrue(onThePage("Amir") instanceof AcknowledgeResult.AlreadyTaken taken
                    && taken.holder().equals(house.member("Rosa").id()));
        }
        house.waits(ofSeconds(90));

        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertEquals(1, house.kinds(house.theAlert()).stream().filter("acknowledged"::equals).count());
        assertEquals(1, amir.received().stream().filter(words -> words.contains("Stand down")).count(), "in one text");
        assertTrue(rosa.received().stream().noneMatch(words -> words.contains("Stand down")));
    }

    @Test
    void a_dispatch_the_carrier_has_not_taken_before_its_step_is_over_is_never_delivered() {
        var rosa = house.phoneOf("Rosa");
        house.carrier().answers(rosa.number(), FakeAnswer.TOO_MANY);
        house.reporter().texts("6");
        house.waits(ofMinutes(4));
        var tried = rosa.received().size();
        assertTrue(tried > 3, "it is tried again and again");

        house.waits(ofSeconds(90));
        house.carrier().answers(rosa.number(), FakeAnswer.ACCEPT);
        var before = rosa.received().size();
        house.waits(ofMinutes(3));

        assertEquals(before, rosa.received().stream().filter(words -> words.contains("TAKE")).count(), rosa.received().toString());
    }

    @Test
    void take_without_a_code_is_answered_with_the_codes_alive_the_gravest_first() {
        house.reporter().texts("2");
        house.phone("+12025550151").texts("hello");
        house.waits(ofSeconds(60));
        var rosa = house.phoneOf("Rosa");
        var grave = house.alerts().stream().filter(alert -> alert.alert().code().equals("police")).findFirst().orElseThrow();

        rosa.texts("take");

        assertTrue(rosa.lastReceived().startsWith("Which one? Text one of these: " + grave.alert().number() + " TAKE "),
                rosa.lastReceived());
    }

    private AcknowledgeResult onThePage(String alias) {
        var result = new AcknowledgeResult[1];
        house.page().does(alias, (tx, alert, member) -> result[0] = house.house().acknowledge(tx, alert, Discipline.PEER_ADVOCATE,
                member.id(), Way.PAGE));
        return result[0];
    }
}
