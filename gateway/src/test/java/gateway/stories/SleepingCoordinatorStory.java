package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A night in which nobody answers: what each phone gets, and that the line never goes quiet. */
class SleepingCoordinatorStory {

    private static final List<String> CAST = List.of("Rosa", "Amir", "Lina", "Noon");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private final Map<String, Integer> answered = new HashMap<>();

    @Test
    void for_eight_hours_no_five_minutes_pass_in_silence_and_no_phone_is_rung_more_than_three_times_an_hour() {
        house.clock.turn(Duration.ofHours(8));
        house.reporter().texts("1 daun penh");
        var textsAt = new ArrayList<Integer>();
        var rangAt = new HashMap<String, List<Integer>>();
        var perHour = new ArrayList<List<String>>();
        var before = counts();
        var texts = texts();
        for (var minute = 1; minute <= 8 * 60; minute++) {
            house.clock.turn(ofMinutes(1));
            house.turn();
            for (var alias : CAST) {
                while (unanswered(alias)) {
                    house.phoneOf(alias).doesNotAnswer("no-answer");
                    rangAt.computeIfAbsent(alias, _ -> new ArrayList<>()).add(minute);
                }
            }
            if (texts() > texts) {
                texts = texts();
                textsAt.add(minute);
            }
            if (minute % 60 == 0) {
                perHour.add(difference(before, counts()));
                before = counts();
            }
        }

        for (var i = 1; i < textsAt.size(); i++) {
            assertTrue(textsAt.get(i) - textsAt.get(i - 1) <= 5, "silence after minute " + textsAt.get(i - 1) + " of " + textsAt);
        }
        assertTrue(textsAt.getLast() >= 8 * 60 - 5, textsAt.toString());
        assertEquals(List.of("Rosa 10/3", "Amir 11/3", "Lina 6/0", "Noon 11/3"), perHour.getFirst(), "texts and calls");
        perHour.stream().skip(1).forEach(hour -> assertEquals(List.of("Rosa 12/3", "Amir 12/3", "Lina 12/0", "Noon 12/3"), hour));
        rangAt.values().forEach(moments -> moments.forEach(at -> assertTrue(
                moments.stream().filter(other -> other <= at && other > at - 60).count() <= 3, moments.toString())));
    }

    private boolean unanswered(String alias) {
        var calls = house.phoneOf(alias).calls();
        return answered.merge(alias, 0, Integer::sum) < calls && answered.put(alias, answered.get(alias) + 1) != null;
    }

    private int texts() {
        return CAST.stream().mapToInt(alias -> house.phoneOf(alias).received().size()).sum();
    }

    private List<int[]> counts() {
        return CAST.stream().map(alias -> new int[] {house.phoneOf(alias).received().size(), house.phoneOf(alias).calls()}).toList();
    }

    private static List<String> difference(List<int[]> before, List<int[]> after) {
        var said = new ArrayList<String>();
        for (var i = 0; i < CAST.size(); i++) {
            said.add(CAST.get(i) + " " + (after.get(i)[0] - before.get(i)[0]) + "/" + (after.get(i)[1] - before.get(i)[1]));
        }
        return said;
    }
}
