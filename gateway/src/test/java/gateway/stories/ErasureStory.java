package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertNumber;
import gateway.alert.AlertState;
import gateway.holding.Merging;
import gateway.sealing.LiveTables;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Erased is erased: not even whoever holds the sealing key reads it again from any row, and the chain still holds. */
class ErasureStory {

    private static final String WORDS = "two pizzas with pineapple";
    private static final String OTHER_WORDS = "and tiramisu for grandmother";
    private static final String OTHER = "+12025550151";

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @Test
    void what_is_erased_is_read_from_no_row_with_every_key_that_is_left_and_what_is_kept_still_is() {
        // Only words that are mild as a whole have an answer.
        house.reporter().texts("6");
        house.waits(ofMinutes(3));
        house.reporter().texts("daun penh " + WORDS);
        house.phone(OTHER).texts("1 " + OTHER_WORDS);
        var number = house.alertOf(house.reporter()).alert().number();
        var before = tables();
        assertTrue(before.placesOf(WORDS).contains("report.words_sealed"), before.placesOf(WORDS).toString());
        assertTrue(before.placesOf("daun penh").contains("unread.guess_sealed"));
        assertEquals(Set.of("contact_point.number_sealed", "message.recipient_sealed"),
                before.placesOf(house.reporter().number()));
        assertEquals(Set.of("contact_point.number_index"), before.indexesOf(house.reporter().number()));
        assertEquals(Set.of(), before.neverOpened(), "sealed, and the search does not know how");

        dismiss(number);
        house.waits(ofMinutes(61));

        var after = tables();
        assertEquals(Set.of(), after.placesOf(WORDS));
        assertEquals(Set.of(), after.placesOf("daun penh"));
        assertEquals(Set.of(), after.placesOf(house.reporter().number()));
        assertEquals(Set.of(), after.indexesOf(house.reporter().number()));
        assertEquals(Set.of("report.words_sealed"), after.placesOf(OTHER_WORDS));
        assertEquals(Set.of("contact_point.number_index"), after.indexesOf(OTHER));
        assertEquals(1, house.alerts().size());
    }

    @Test
    void what_was_merged_into_a_wrong_number_is_never_answered_and_goes_with_it_from_whichever_phone_it_came() {
        house.reporter().texts(WORDS);
        house.phone(OTHER).texts(OTHER_WORDS);
        var survivor = house.alertOf(house.reporter()).alert().number();
        var merged = house.alertOf(house.phone(OTHER)).alert().number();
        merge(merged, survivor);
        var both = house.alerts();

        dismiss(survivor);
        house.waits(ofMinutes(59));
        house.reporter().receivedNothing();
        house.phone(OTHER).receivedNothing();
        assertEquals(2, house.alerts().size());

        house.waits(ofMinutes(2));

        var after = tables();
        for (var gone : List.of(WORDS, OTHER_WORDS, house.reporter().number(), OTHER)) {
            assertEquals(Set.of(), after.placesOf(gone), gone);
        }
        for (var number : List.of(house.reporter().number(), OTHER)) {
            assertEquals(Set.of(), after.indexesOf(number), number);
        }
        assertEquals(List.of(), house.alerts());
        both.forEach(alert -> {
            assertEquals("erased", house.kinds(alert).getLast());
            assertEquals(Optional.empty(), house.firstBroken(alert));
        });
    }

    @Test
    void what_is_taken_out_again_within_the_hour_is_kept_and_asked_for_again() {
        house.reporter().texts(WORDS);
        house.phone(OTHER).texts("1 " + OTHER_WORDS);
        var survivor = house.alertOf(house.reporter()).alert().number();
        var merged = house.alertOf(house.phone(OTHER)).alert().number();
        merge(merged, survivor);
        dismiss(survivor);
        house.waits(ofMinutes(30));

        house.database(tx -> {
            house.house().reopen(tx, house.alert(merged), house.member("Noon").id(), "this one was real");
            return tx;
        });
        house.waits(ofMinutes(32));

        assertEquals(AlertState.OPEN, house.alert(merged).state());
        assertEquals(List.of("1 " + OTHER_WORDS), house.wordsOf(house.alert(merged)));
        assertEquals(Set.of(), tables().placesOf(WORDS));
        assertEquals(Set.of("contact_point.number_sealed"), tables().placesOf(OTHER).stream()
                .filter(place -> place.startsWith("contact_point")).collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void when_the_one_that_goes_on_is_opened_again_nothing_of_either_is_erased() {
        house.reporter().texts(WORDS);
        house.phone(OTHER).texts(OTHER_WORDS);
        var survivor = house.alertOf(house.reporter()).alert().number();
        merge(house.alertOf(house.phone(OTHER)).alert().number(), survivor);
        dismiss(survivor);
        house.waits(ofMinutes(30));

        house.database(tx -> {
            house.house().reopen(tx, house.alert(survivor), house.member("Noon").id(), "a slip of the hand");
            return tx;
        });
        house.waits(ofMinutes(90));

        assertEquals(2, house.alerts().size());
        assertEquals(Set.of("report.words_sealed"), tables().placesOf(OTHER_WORDS));
    }

    private LiveTables tables() {
        return LiveTables.read(house.testDatabase().superuser(), house.testDatabase().sealingKey());
    }

    private void dismiss(AlertNumber number) {
        house.database(tx -> {
            assertTrue(house.house().dismiss(tx, house.alert(number), house.member("Noon").id()));
            return tx;
        });
        house.turn();
    }

    private void merge(AlertNumber merged, AlertNumber survivor) {
        assertEquals(Merging.Result.MERGED, house.database(tx -> house.house().merge(tx, house.alert(merged),
                house.alert(survivor), house.member("Noon").id())));
        house.turn();
    }
}
