package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import gateway.member.BarReason;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Gaps are told of before they are there, and harm nobody at the moment of need. */
class GapStory {

    /** Nobody is there at night. */
    @Nested
    class Overlooked {

        @RegisterExtension
        final TestHouse house = new TestHouse(Night::onlyByDay);

        @Test
        void the_coming_weeks_are_one_text_and_a_day_later_only_what_is_near_or_new() {
            house.turn();
            assertEquals(List.of("Gap: Peers 02/03 20:00-08:00, +6"), noon(house).received());

            house.comes("2026-03-02T15:00");
            house.comes("2026-03-02T23:30");
            house.comes("2026-03-03T09:59");
            assertEquals(1, noon(house).received().size());

            house.comes("2026-03-03T10:00");
            house.comes("2026-03-03T17:00");
            assertEquals(List.of("Gap: Peers 03/03 20:00-08:00, +1"), noon(house).received().subList(1, noon(house).received().size()));
        }

        @Test
        void at_the_moment_of_need_the_next_step_is_asked_at_once() {
            house.turn();
            house.comes("2026-03-02T23:00");

            house.reporter().texts("1");

            assertEquals(List.of(), house.phoneOf("Rosa").dispatches());
            assertEquals(1, house.phoneOf("Amir").dispatches().size());
        }

        @Test
        void a_gap_that_opens_for_today_is_told_at_once_but_not_at_night() {
            house.turn();
            house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));

            house.comes("2026-03-02T21:05");
            var before = noon(house).received().size();
            house.comes("2026-03-03T06:59");
            assertEquals(before, noon(house).received().size());
        }
    }

    /** Nobody is meant to be there at night. */
    @Nested
    class ByDesign {

        @RegisterExtension
        final TestHouse house = new TestHouse(Night::closedByNight);

        @Test
        void closed_hours_are_no_gap_but_a_phone_that_is_lost_opens_one() {
            house.turn();
            assertEquals(List.of(), noon(house).received());

            house.database(tx -> house.house().losingPhone(tx, house.member("Rosa"), BarReason.LOST, "coordinator"));
            house.turn();

            assertEquals(List.of("Gap: Peers 02/03 14:10-20:00, +7"),
                    noon(house).received().stream().filter(words -> words.startsWith("Gap")).toList());
        }
    }

    private static Phone noon(TestHouse house) {
        return house.phoneOf("Noon");
    }
}
