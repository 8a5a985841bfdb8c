package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.member.BarReason;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** How often an hour a coordinator's phone is told what can wait, and what is told all the same. */
class NoticesAnHourStory {

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Phone noon() {
        return house.phoneOf("Noon");
    }

    @Test
    void twenty_notices_an_hour_are_told_the_rest_as_a_count_when_there_is_room_and_an_alert_nobody_has_is_never_held() {
        house.reporter().texts("6");
        house.phoneOf("Rosa").takes();
        for (var minute = 0; minute < 30; minute++) {
            house.database(tx -> {
                house.house().tellsCoordinators(tx, house.theAlert(), "notice.unread", Map.of("number", house.theAlert().alert().number().toString()));
                return tx;
            });
            house.clock.turn(ofMinutes(1));
            house.turn();
        }
        assertEquals(20, noon().received().stream().filter(words -> words.contains("not understood")).count(), "in half an hour");

        for (var alias : List.of("Rosa", "Amir")) {
            house.database(tx -> house.house().losingPhone(tx, house.member(alias), BarReason.LOST, "coordinator"));
        }
        house.phone("+12025550151").texts("1");
        house.waits(ofMinutes(1));
        assertTrue(noon().received().stream().anyMatch(words -> words.contains("nobody is on call")), noon().received().toString());

        var texts = noon().received().size();
        house.waits(ofMinutes(31));
        var since = noon().received().subList(texts, noon().received().size());
        // A gap in a roster is among them, since two phones are lost.
        assertTrue(since.stream().anyMatch(words -> words.contains("13 older notices: see the page.")), since.toString());
    }

    @Test
    void off_and_on_by_number_alone_are_told_once_in_ten_minutes_and_keep_nothing_else_back() {
        for (var i = 0; i < 8; i++) {
            for (var alias : List.of("Rosa", "Amir")) {
                house.phoneOf(alias).texts("OFF");
                house.phoneOf(alias).texts("ON");
            }
        }
        house.waits(ofMinutes(11));

        var told = noon().received().stream().filter(words -> words.contains("wants off")).toList();
        assertTrue(told.size() <= 2 && noon().received().size() <= 4, noon().received().toString());
        house.database(tx -> house.house().losingPhone(tx, house.member("Lina"), BarReason.LOST, "coordinator"));
        house.waits(ofMinutes(2));
        assertTrue(noon().received().stream().anyMatch(words -> words.contains("Lina: phone lost")), noon().received().toString());
    }

    @Test
    void what_a_number_alone_can_cause_is_told_once_in_ten_minutes_in_one_text_and_the_same_once() {
        for (var second = 0; second < 40; second++) {
            var alias = List.of("Rosa", "Amir", "Lina").get(second % 3);
            house.database(tx -> {
                house.house().tellsOfNumberAlone(tx, house.member(alias), "notice.member-rang");
                return tx;
            });
            if (second % 2 == 0) {
                house.waits(ofMinutes(1));
            }
        }

        var texts = noon().received();
        assertEquals(List.of(true, true), List.of(texts.size() >= 2, texts.size() <= 3), texts.toString());
        assertTrue(texts.get(1).contains("Rosa") && texts.get(1).contains("Amir") && texts.get(1).contains("Lina"), texts.toString());
        assertEquals(1, texts.get(1).lines().count(), texts.toString());
    }
}
