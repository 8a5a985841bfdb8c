package gateway.stories;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import gateway.entry.AskingEntry.StepAsked;
import gateway.member.Choices;
import gateway.member.Quiet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several are on call, and not all are asked: a night's sleep, and places where somebody will not go. */
class ChoosingStory {

    /** Rosa and Lina are on call together. */
    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace(
            "      - { member: Rosa, days", "      - { member: Lina, days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"00:00\" }\n"
            + "      - { member: Rosa, days"));

    @Test
    void who_was_asked_twice_in_a_night_sleeps_while_another_is_there() {
        house.clock.turn(ofHours(9));
        chooses("Lina", new Choices(Quiet.NEVER, null, Set.of(), Set.of(), Set.of("DP"), ""));
        for (var reporter = 1; reporter <= 2; reporter++) {
            house.phone("+1202555015" + reporter).texts("1 daun penh");
            house.waits(ofMinutes(2));
            house.phoneOf("Rosa").takes();
        }
        assertEquals(0, house.phoneOf("Lina").dispatches().size());

        house.phone("+12025550153").texts("1 toul kork");

        assertEquals(2, house.phoneOf("Rosa").dispatches().size(), "she sleeps");
        assertEquals(1, house.phoneOf("Lina").dispatches().size());
        assertEquals(List.of("asked-twice"), passedOver("+12025550153"));

        house.clock.turn(ofHours(8));
        house.phone("+12025550154").texts("1 toul kork");
        assertEquals(List.of(), passedOver("+12025550154"), "a new day");
    }

    @Test
    void when_nobody_else_is_there_who_is_tired_or_would_not_go_is_asked_all_the_same() {
        house.clock.turn(ofHours(9));
        chooses("Lina", new Choices(Quiet.NEVER, null, Set.of(), Set.of(), Set.of("DP"), ""));
        chooses("Rosa", new Choices(Quiet.NEVER, null, Set.of(), Set.of(), Set.of("prey-speu"), ""));

        house.phone("+12025550151").texts("1 daun penh");
        assertEquals(List.of("others-first"), passedOver("+12025550151"));
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
        house.phoneOf("Rosa").takes();

        house.phone("+12025550152").texts("1 at prey speu");
        assertEquals(List.of("others-first"), passedOver("+12025550152"), "a place of custody, whose area she has not named");
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());

        chooses("Rosa", new Choices(Quiet.NEVER, null, Set.of(), Set.of(), Set.of("DP"), ""));
        house.phone("+12025550153").texts("1 daun penh");
        house.waits(ofMinutes(1));
        assertEquals(List.of(), passedOver("+12025550153"));
        assertEquals(2, house.phoneOf("Rosa").dispatches().size());
        assertEquals(2, house.phoneOf("Lina").dispatches().size());
    }

    @Test
    void the_last_resort_is_everybody_and_no_choice_makes_an_alert_wait() {
        chooses("Noon", new Choices(Quiet.ALWAYS, null, Set.of("th"), Set.of("TK"), Set.of("DP"), ""));
        house.reporter().texts("1 daun penh");

        house.waits(ofMinutes(15));

        assertEquals(1, house.phoneOf("Noon").dispatches().size());
        assertEquals(1, house.phoneOf("Noon").calls(), "grave: it rings all the same");
    }

    private void chooses(String alias, Choices choices) {
        var member = house.member(alias).id();
        house.database(tx -> {
            house.house().chooses(tx, member, choices);
            return tx;
        });
    }

    /** Why others were passed over when the phone's alert was asked last. */
    private List<String> passedOver(String phone) {
        var alert = house.alertOf(house.phone(phone));
        return house.database(tx -> house.house().timeline(tx, alert)).stream().map(told -> told.entry())
                .filter(StepAsked.class::isInstance).map(StepAsked.class::cast).toList().getFirst()
                .skipped().stream().map(skipped -> skipped.why()).toList();
    }
}
