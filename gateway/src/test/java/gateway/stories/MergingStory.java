package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertNumber;
import gateway.alert.AlertState;
import gateway.alert.Ladder;
import gateway.holding.Merging;
import gateway.roster.Discipline;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Joining keeps apart what comes from another phone; a coordinator says that it is one. */
class MergingStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void the_merged_alert_ends_without_an_outcome_its_responders_are_told_once_and_the_other_goes_on() {
        house.reporter().texts("1 daun penh");
        house.waits(ofMinutes(2));
        house.phone("+12025550151").texts("7 they took my friend");
        var survivor = house.alertOf(house.reporter()).alert().number();
        var merged = house.alertOf(house.phone("+12025550151")).alert().number();
        house.phoneOf("Rosa").texts("TAKE " + codeFor("Rosa", survivor));

        merge(merged, survivor);

        assertEquals(AlertState.RESOLVED, house.alert(merged).state());
        assertEquals(AlertState.ACKNOWLEDGED, house.alert(survivor).state());
        assertEquals(List.of("none"), outcomes(merged));
        assertEquals(List.of("14:12: K " + merged + " is the same as K " + survivor + ", which goes on. Thank you."),
                house.phoneOf("Rosa").received().stream().filter(words -> words.contains("the same")).toList());
        assertTrue(house.kinds(house.alert(merged)).contains("merged_into"));
        assertTrue(house.kinds(house.alert(survivor)).contains("merged_from"));
        house.waits(ofMinutes(30));
        assertEquals(AlertState.RESOLVED, house.alert(merged).state());
    }

    @Test
    void later_texts_from_the_merged_alerts_phone_join_the_one_that_goes_on() {
        var witness = house.phone("+12025550151");
        house.reporter().texts("1");
        witness.texts("7");
        var survivor = house.alertOf(house.reporter()).alert().number();
        merge(house.alertOf(witness).alert().number(), survivor);

        witness.texts("3 they moved her");

        assertEquals(2, house.alerts().size());
        assertTrue(house.wordsOf(house.alert(survivor)).contains("3 they moved her"));
        assertEquals(survivor, house.alertOf(witness).alert().number());
    }

    @Test
    void once_the_one_that_goes_on_is_resolved_the_merged_alerts_phone_opens_a_new_one() {
        var witness = house.phone("+12025550151");
        house.reporter().texts("1");
        witness.texts("7");
        var survivor = house.alertOf(house.reporter()).alert().number();
        merge(house.alertOf(witness).alert().number(), survivor);
        house.database(tx -> {
            house.house().resolve(tx, house.alert(survivor), house.member("Noon").id(), List.of("escaped"), "");
            return tx;
        });

        witness.texts("7");

        assertEquals(3, house.alerts().size());
    }

    @Test
    void the_larger_head_count_stays_and_what_others_are_told_is_the_time_of_the_first_grave_report() {
        house.reporter().texts("2 girls arrested");
        house.waits(ofMinutes(10));
        house.phone("+12025550151").texts("5 girls arrested");
        var survivor = house.alertOf(house.reporter()).alert();

        merge(house.alertOf(house.phone("+12025550151")).alert().number(), survivor.number());

        assertEquals(5, house.database(tx -> house.house().arrestees(tx, house.alert(survivor.number()))).size());
        assertEquals(survivor.openedAt(), house.alert(survivor.number()).alert().toldAt());
    }

    @Test
    void texts_carry_whoever_had_the_merged_one_no_longer_than_before() {
        house.reporter().texts("1");
        house.phone("+12025550151").texts("1");
        house.waits(ofMinutes(1));
        var survivor = house.alertOf(house.reporter()).alert().number();
        var merged = house.alertOf(house.phone("+12025550151")).alert().number();
        house.phoneOf("Rosa").texts("TAKE " + codeFor("Rosa", merged));
        var since = house.database(tx -> house.house().carriedFrom(tx, house.alert(merged), house.member("Rosa").id()));
        house.waits(ofMinutes(10));

        merge(merged, survivor);

        assertTrue(house.alert(survivor).ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        assertEquals(since, house.database(tx -> house.house().carriedFrom(tx, house.alert(survivor), house.member("Rosa").id())));
    }

    @Test
    void whoever_is_overdue_is_not_given_the_one_that_goes_on_and_it_is_asked_of_others() {
        house.reporter().texts("1");
        house.phone("+12025550151").texts("1");
        house.waits(ofMinutes(1));
        var survivor = house.alertOf(house.reporter()).alert().number();
        var merged = house.alertOf(house.phone("+12025550151")).alert().number();
        var code = codeFor("Rosa", merged);
        house.phoneOf("Rosa").texts("TAKE " + code);
        house.phoneOf("Rosa").texts("IN 5 " + code);
        house.waits(ofMinutes(7));

        merge(merged, survivor);
        house.waits(ofMinutes(1));

        assertEquals(java.util.Optional.empty(), house.alert(survivor).ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder());
        assertEquals(AlertState.OPEN, house.alert(survivor).state());
    }

    @Test
    void the_merged_alerts_reporter_is_still_not_asked() {
        house.reporter().texts("1");
        house.phoneOf("Rosa").texts("1 and i am a responder");
        var survivor = house.alertOf(house.reporter()).alert().number();
        merge(house.alertOf(house.phoneOf("Rosa")).alert().number(), survivor);
        var before = house.phoneOf("Rosa").received().size();

        house.waits(ofMinutes(12));

        assertEquals(before, house.phoneOf("Rosa").received().size());
    }

    @Test
    void what_is_graver_asks_afresh_legal_aid_comes_along_and_whoever_had_it_has_the_other() {
        house.reporter().texts("6");
        house.waits(ofMinutes(2));
        house.phone("+12025550151").texts("2 daun penh");
        var survivor = house.alertOf(house.reporter()).alert().number();
        var merged = house.alertOf(house.phone("+12025550151")).alert().number();
        house.phoneOf("Lina").texts("TAKE " + codeFor("Lina", merged));

        merge(merged, survivor);
        house.waits(ofMinutes(1));

        assertEquals("police", house.alert(survivor).alert().code());
        assertEquals("DP", house.alert(survivor).alert().area());
        assertEquals(house.member("Lina").id(),
                house.alert(survivor).ladder(Discipline.LEGAL_AID).orElseThrow().holder().orElseThrow());
        assertTrue(house.phoneOf("Lina").received().stream()
                .anyMatch(words -> words.startsWith("K " + survivor + " is yours. HERE ")), house.phoneOf("Lina").received().toString());
        assertEquals("2", house.phoneOf("Rosa").lastDispatch().mark());
        assertEquals(survivor.toString(), house.phoneOf("Rosa").lastDispatch().alert());
    }

    @Test
    void whoever_has_the_one_that_goes_on_keeps_it_is_told_once_that_it_is_graver_and_one_more_is_asked_beside_her() {
        house.reporter().texts("6");
        house.phoneOf("Rosa").takes();
        house.waits(ofMinutes(2));
        house.phone("+12025550151").texts("2 daun penh");
        var survivor = house.alertOf(house.reporter()).alert().number();
        var checkIn = peers(survivor).nextAt();
        var before = house.phoneOf("Rosa").received().size();

        merge(house.alertOf(house.phone("+12025550151")).alert().number(), survivor);
        house.waits(ofMinutes(3));

        assertTrue(peers(survivor).isHeldBy(house.member("Rosa").id()));
        assertEquals(checkIn, peers(survivor).nextAt());
        var told = house.phoneOf("Rosa").received().stream().skip(before).filter(words -> words.contains(survivor.toString())).toList();
        assertEquals(List.of("K " + survivor + ": new text C2 14:12. See the page."), told.stream().filter(words -> !words.contains("the same")).toList());
        assertEquals(survivor.toString(), house.phoneOf("Amir").lastDispatch().alert());
    }

    private Ladder peers(AlertNumber number) {
        return house.alert(number).ladder(Discipline.PEER_ADVOCATE).orElseThrow();
    }

    @Test
    void opening_it_again_undoes_it() {
        var witness = house.phone("+12025550151");
        house.reporter().texts("1");
        witness.texts("7");
        var survivor = house.alertOf(house.reporter()).alert().number();
        var merged = house.alertOf(witness).alert().number();
        merge(merged, survivor);

        house.database(tx -> {
            house.house().reopen(tx, house.alert(merged), house.member("Noon").id(), "another girl");
            return tx;
        });
        house.turn();

        assertEquals(AlertState.OPEN, house.alert(merged).state());
        assertEquals(merged, house.alertOf(witness).alert().number());
        assertTrue(house.kinds(house.alert(survivor)).contains("unmerged"));
    }

    @Test
    void merging_twice_leads_to_the_last_and_undoing_the_second_brings_back_the_first() {
        var second = house.phone("+12025550151");
        var third = house.phone("+12025550152");
        house.reporter().texts("1");
        second.texts("7");
        third.texts("7");
        var a = house.alertOf(house.reporter()).alert().number();
        var b = house.alertOf(second).alert().number();
        var c = house.alertOf(third).alert().number();
        merge(a, b);
        merge(b, c);
        assertEquals(c, house.alertOf(house.reporter()).alert().number());

        house.database(tx -> {
            house.house().reopen(tx, house.alert(b), house.member("Noon").id(), "not so");
            return tx;
        });

        assertEquals(b, house.alertOf(house.reporter()).alert().number());
        assertEquals(b, house.alertOf(second).alert().number());
        assertEquals(c, house.alertOf(third).alert().number());
    }

    @Test
    void an_alert_is_not_merged_into_itself_nor_into_one_that_is_over() {
        house.reporter().texts("1");
        house.phone("+12025550151").texts("7");
        var a = house.alertOf(house.reporter()).alert().number();
        var b = house.alertOf(house.phone("+12025550151")).alert().number();
        assertEquals(Merging.Result.THE_SAME, result(a, a));
        merge(b, a);

        assertEquals(Merging.Result.OVER, result(a, b));
        assertEquals(Merging.Result.OVER, result(b, a));
    }

    private void merge(AlertNumber merged, AlertNumber survivor) {
        assertEquals(Merging.Result.MERGED, result(merged, survivor));
        house.turn();
    }

    private Merging.Result result(AlertNumber merged, AlertNumber survivor) {
        var into = house.alert(survivor);
        var from = house.alert(merged);
        return house.database(tx -> house.house().merge(tx, from, into, house.member("Noon").id()));
    }

    private List<String> outcomes(AlertNumber number) {
        return house.database(tx -> house.house().arrestees(tx, house.alert(number))).stream()
                .map(arrestee -> arrestee.outcome() == null ? "none" : arrestee.outcome()).toList();
    }

    private String codeFor(String alias, AlertNumber number) {
        return house.phoneOf(alias).everythingAsked().stream().filter(asked -> asked.alert().equals(number.toString()))
                .map(Phone.Asked::code).findFirst().orElseThrow();
    }
}
