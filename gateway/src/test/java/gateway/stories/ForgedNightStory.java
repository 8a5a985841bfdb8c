package gateway.stories;

import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.LockedAlert;
import gateway.escalation.EscalationPolicy;
import gateway.roster.Discipline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Friendly words, forged or not, from members' phones: an arrest goes on reaching people. */
class ForgedNightStory {

    private static final List<String> EVERYBODY = List.of("Rosa", "Amir", "Lina", "Noon");

    /** The network as it is by day. */
    @Nested
    class OnShift {

        /** More by {@code -Dforged.texts=1000}. */
        private static final int TEXTS = Integer.getInteger("forged.texts", 300);
        private static final Duration TURN = ofSeconds(30);

        private final long seed = Long.getLong("sequences.seed", new Random().nextLong());
        private final Random random = new Random(seed);

        @RegisterExtension
        final TestHouse house = new TestHouse();

        @Test
        void forged_texts_in_an_hour_make_no_minute_silent() {
            house.reporter().texts("1 daun penh");
            var arrest = house.theAlert();
            var silent = new ArrayList<Instant>();
            var lastTold = house.clock.instant();
            var told = told(house, arrest);
            var turns = (int) ofHours(1).dividedBy(TURN);
            for (var turn = 0; turn < turns; turn++) {
                for (var text = TEXTS * turn / turns; text < TEXTS * (turn + 1) / turns; text++) {
                    house.phoneOf(EVERYBODY.get(text % EVERYBODY.size())).textsOnly(ForgedAct.anyWords(random));
                }
                house.waits(TURN);
                var toldNow = told(house, arrest);
                lastTold = toldNow > told ? house.clock.instant() : lastTold;
                told = toldNow;
                if (house.clock.instant().isAfter(lastTold.plus(EscalationPolicy.LAST_RESORT_WAIT).plus(TURN))) {
                    silent.add(house.clock.instant());
                }
            }

            System.out.println("forged texts: " + TEXTS + ", told of the arrest: " + told + ", silent half minutes: " + silent.size());
            assertEquals(List.of(), silent, "seed " + seed);
            assertTrue(house.alert(arrest.alert().number()).ladder(Discipline.PEER_ADVOCATE).orElseThrow().holder().isEmpty());
            EVERYBODY.stream().filter(alias -> !alias.equals("Lina")).forEach(alias -> assertTrue(
                    house.phoneOf(alias).everythingAsked().stream().anyMatch(asked -> asked.alert().equals(number(arrest))), alias));
        }

        @Test
        void three_friendly_words_and_a_strangers_arrest_is_asked_of_all_as_ever() {
            List.of("Rosa", "Amir", "Noon").forEach(alias -> house.phoneOf(alias).texts("ok thx on my way"));

            house.reporter().texts("1 police wat phnom");
            house.waits(ofMinutes(11));

            assertEquals(1, house.alerts().size());
            var number = number(house.theAlert());
            List.of("Rosa", "Amir").forEach(alias -> assertEquals(1, house.phoneOf(alias).everythingAsked().stream()
                    .filter(asked -> asked.alert().equals(number)).count(), alias));
            assertEquals(1, house.phoneOf("Noon").calls());
            house.phoneOf("Rosa").takes();
            assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
        }
    }

    /** By night no peer is on shift. */
    @Nested
    class OffShift {

        @RegisterExtension
        final TestHouse house = new TestHouse(network -> network.replaceAll(
                "member: (Rosa|Amir), days: (.*), from: \"00:00\", to: \"00:00\"", "member: $1, days: $2, from: \"08:00\", to: \"18:00\""));

        @Test
        void a_coordinators_thank_you_leaves_her_asked_and_whoever_is_off_shift_is_asked_at_the_last_resort() {
            house.clock.turn(ofHours(8));
            house.phoneOf("Noon").texts("ok thank you");

            house.reporter().texts("1 police wat phnom");
            assertEquals(1, house.phoneOf("Noon").calls());
            house.waits(ofMinutes(16));

            var number = number(house.theAlert());
            List.of("Noon", "Rosa", "Amir").forEach(alias -> assertTrue(house.phoneOf(alias).everythingAsked().stream()
                    .anyMatch(asked -> asked.alert().equals(number)), alias));
            house.phoneOf("Amir").takes();
            assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Amir").id()));
        }
    }

    /** How often a member was asked for an alert by text, or rung. */
    private static long told(TestHouse house, LockedAlert alert) {
        return house.carrier().posts().stream().flatMap(text -> Phone.asked(text.body()).stream())
                .filter(asked -> asked.alert().equals(number(alert))).count()
                + house.kinds(alert).stream().filter(Set.of("rung", "rung_again")::contains).count();
    }

    private static String number(LockedAlert alert) {
        return alert.alert().number().toString();
    }
}
