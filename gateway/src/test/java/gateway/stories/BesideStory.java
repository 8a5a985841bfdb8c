package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.alert.Proposal;
import gateway.roster.Discipline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A medic, somebody who vouches, an interpreter and a lawyer are asked beside the peers, each on a ladder of their own. */
class BesideStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(BesideStory::withOthers);

    /** The small network, with somebody of every discipline. */
    static String withOthers(String network) {
        return network
                .replace("\nrosters:\n", "\n" + member("Mina", 115) + member("Vuthy", 116) + member("Ines", 117)
                        + "\nrosters:\n" + roster("Medics", "medical-link", "Mina") + roster("Partners", "vouching-officer", "Vuthy")
                        + roster("Interpreters", "interpreter", "Ines"))
                .replace("    legal-aid:\n", """
                            medical-link:
                              - { ask: [Medics], wait: 5m }
                            vouching-officer:
                              - { ask: [Partners], wait: 30m }
                            interpreter:
                              - { ask: [Interpreters], wait: 15m }
                            legal-aid:
                        """);
    }

    private static String member(String alias, int number) {
        return "  - { alias: %s, phone: \"+12025550%d\", verified: true, language: en, roles: [responder] }\n"
                .formatted(alias, number);
    }

    private static String roster(String name, String discipline, String member) {
        return """
                  - name: %s
                    discipline: %s
                    shifts:
                      - { member: %s, days: [mon, tue, wed, thu, fri, sat, sun], from: "00:00", to: "00:00" }
                """.formatted(name, discipline, member);
    }

    @Test
    void who_is_hurt_needs_a_medic_and_who_is_in_the_centre_a_lawyer_and_somebody_who_vouches_each_asked_alone() {
        house.reporter().texts("4");
        assertEquals(1, house.phoneOf("Mina").dispatches().size());
        house.phoneOf("Lina").receivedNothing();
        house.phoneOf("Vuthy").receivedNothing();

        house.reporter().texts("3");

        assertEquals(1, house.phoneOf("Lina").dispatches().size());
        assertEquals(1, house.phoneOf("Vuthy").dispatches().size());
        house.phoneOf("Ines").receivedNothing();
        assertEquals(List.of(Discipline.PEER_ADVOCATE, Discipline.LEGAL_AID, Discipline.MEDICAL_LINK, Discipline.VOUCHING_OFFICER),
                house.theAlert().ladders().stream().map(ladder -> ladder.discipline()).toList());
    }

    @Test
    void each_takes_her_own_and_the_alert_is_open_until_peer_lawyer_and_medic_have_it_whoever_vouches() {
        house.reporter().texts("3");
        house.reporter().texts("4");
        house.phoneOf("Rosa").takes();
        house.phoneOf("Lina").takes();
        assertEquals(AlertState.OPEN, house.theAlert().state());

        house.phoneOf("Mina").takes();

        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state());
        assertTrue(house.theAlert().ladder(Discipline.VOUCHING_OFFICER).orElseThrow().holder().isEmpty());
        house.phoneOf("Vuthy").takes();
        assertEquals(4, house.theAlert().ladders().stream().filter(ladder -> ladder.holder().isPresent()).count());

        house.waits(ofMinutes(16));
        assertEquals(AlertState.OPEN, house.theAlert().state(), "each lease ends by itself");
    }

    @Test
    void while_nobody_is_a_lawyer_the_coordinators_are_told_every_five_minutes_and_soon_in_one_text_for_all_alerts() {
        house.reporter().texts("2");
        house.phoneOf("Rosa").takes();
        house.waits(ofMinutes(2));
        house.phone("+12025550151").texts("4");
        house.phoneOf("Rosa").takes();
        house.waits(ofMinutes(2).plusSeconds(30));
        assertEquals(List.of(), unattended());

        house.waits(ofMinutes(13));

        var first = house.alerts().get(0).alert().number();
        var second = house.alerts().get(1).alert().number();
        assertEquals(List.of(
                "Nobody yet: " + first + " L 14:10. See the page.",
                "Nobody yet: " + second + " M 14:12. See the page.",
                "Nobody yet: " + first + " L 14:10, " + second + " M 14:12. See the page.",
                "Nobody yet: " + first + " L 14:10, " + second + " M 14:12. See the page."), unattended());
        assertEquals(2, house.kindsOfAll().stream().filter("unattended"::equals).count(), "one entry for each, not one a text");

        house.phoneOf("Lina").takes();
        house.phoneOf("Mina").takes();
        var told = unattended().size();
        house.waits(ofMinutes(10));
        assertEquals(told, unattended().size());
    }

    @Test
    void no_alert_is_told_of_later_than_five_minutes_after_its_last_time_nor_twice_in_half_of_that_whenever_others_come() {
        var told = new HashMap<String, List<Integer>>();
        var begun = new HashMap<String, Integer>();
        var chance = new Random(4);
        var texts = 0;
        for (var step = 0; step < 100; step++) {
            if (begun.size() < 8 && chance.nextInt(5) == 0) {
                house.phone("+120255501" + (60 + begun.size())).texts("2");
                begun.put(house.alerts().getLast().alert().number().toString(), step);
            }
            house.waits(ofSeconds(30));
            var now = step + 1;
            for (var words : unattended().subList(texts, unattended().size())) {
                begun.keySet().stream().filter(words::contains).forEach(number ->
                        told.computeIfAbsent(number, _ -> new ArrayList<>()).add(now));
            }
            texts = unattended().size();
        }

        assertEquals(8, told.size());
        told.forEach((number, times) -> {
            assertTrue(times.getFirst() - begun.get(number) <= 10, number + " began " + begun + ", told " + told);
            for (var time = 1; time < times.size(); time++) {
                var gap = times.get(time) - times.get(time - 1);
                assertTrue(gap >= 5 && gap <= 10, number + " told " + times);
            }
        });
        var lately = unattended().subList(texts - 2, texts);
        assertTrue(lately.stream().allMatch(words -> begun.keySet().stream().allMatch(words::contains)), "all in one text: " + lately);
    }

    @Test
    void a_lawyer_who_hands_it_back_is_missed_from_then_on() {
        house.reporter().texts("2");
        house.phoneOf("Rosa").takes();
        house.phoneOf("Lina").takes();
        house.waits(ofMinutes(10));
        assertEquals(List.of(), unattended());

        house.phoneOf("Lina").texts("BACK " + house.phoneOf("Lina").lastDispatch().code());
        house.waits(ofMinutes(5));

        assertEquals(List.of("Nobody yet: " + house.theAlert().alert().number() + " L 14:20. See the page."), unattended());
    }

    @Test
    void forty_alerts_without_a_lawyer_are_one_text_each_five_minutes_that_counts_what_it_does_not_list() {
        for (var i = 0; i < 40; i++) {
            house.hears("+12025550" + (200 + i), "2");
        }
        house.turn();
        house.waits(ofMinutes(5));

        assertEquals(1, unattended().size());
        assertTrue(unattended().getFirst().matches("Nobody yet: (\\d+-\\d L \\d\\d:\\d\\d(, )?)+ \\+\\d+\\. See the page\\."),
                unattended().getFirst());
        house.waits(ofMinutes(5));
        assertEquals(2, unattended().size());
    }

    @Test
    void a_confirmed_stage_brings_in_who_is_wanted_for_it() {
        house.reporter().texts("6");
        house.phoneOf("Lina").receivedNothing();

        house.page().does("Noon", (tx, alert, noon) -> house.house().propose(tx, alert, Proposal.Kind.NEED, "interpreter"));
        house.page().does("Noon", (tx, alert, noon) -> house.house().proposals(tx, alert).forEach(proposal ->
                house.house().decide(tx, alert, proposal, true, noon)));

        assertEquals(1, house.phoneOf("Ines").dispatches().size());
        assertFalse(house.theAlert().ladder(Discipline.LEGAL_AID).isPresent());
        house.phoneOf("Rosa").takes();
        assertEquals(AlertState.ACKNOWLEDGED, house.theAlert().state(), "an interpreter helps, and is not required");
        house.waits(ofMinutes(6).plus(ofSeconds(30)));
        assertEquals(List.of(), unattended());
    }

    /** What the coordinator was told of those who are missing. */
    private List<String> unattended() {
        return house.phoneOf("Noon").received().stream().filter(words -> words.startsWith("Nobody yet")).toList();
    }
}
