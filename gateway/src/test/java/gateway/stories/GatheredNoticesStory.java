package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.LockedAlert;
import gateway.member.BarReason;
import gateway.phone.SmsText;
import gateway.roster.Discipline;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people need only know comes in few texts, the first at once, and nothing is left out. */
class GatheredNoticesStory {

    private static final Pattern MORE = Pattern.compile("\\d-\\d \\+(\\d+)");

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    @Test
    void forty_alerts_resolved_at_once_are_one_text_to_whoever_was_asked() {
        report("2 daun penh", 40);
        house.waits(ofMinutes(3));
        var asked = rosa().everythingAsked().stream().map(Phone.Asked::alert).distinct().count();

        house.alerts().forEach(this::resolve);
        house.turn();

        var told = standDowns(rosa());
        assertEquals(1, told.size(), told.toString());
        assertEquals(asked, named(told.getFirst()), told.getFirst());
        assertTrue(new SmsText(told.getFirst()).segments() <= 4);
        house.waits(ofMinutes(3));
        assertEquals(1, standDowns(rosa()).size());
        SweepStory.assertMostAMinute(house, 3);
    }

    @Test
    void alerts_taken_one_after_the_other_stand_her_down_at_once_and_then_within_a_minute() {
        report("2 daun penh", 12);
        house.waits(ofMinutes(6));
        var amir = house.phoneOf("Amir");
        var codes = amir.everythingAsked().stream().map(Phone.Asked::code).distinct().toList();
        assertEquals(12, codes.size());
        house.waits(ofMinutes(1));

        for (var code : codes) {
            amir.texts("TAKE " + code);
            house.clock.turn(ofSeconds(2));
            house.turn();
        }
        assertEquals(1, standDowns(rosa()).size(), "the first, at once");
        assertEquals(1, named(standDowns(rosa()).getFirst()));
        house.waits(ofSeconds(60));

        assertEquals(2, standDowns(rosa()).size(), rosa().received().toString());
        assertEquals(11, named(standDowns(rosa()).getLast()));
        SweepStory.assertMostAMinute(house, 3);
    }

    @Test
    void who_is_asked_once_more_meanwhile_is_not_told_to_stand_down_from_it() {
        report("6", 2);
        house.waits(ofMinutes(6));
        var amir = house.phoneOf("Amir");
        var asked = amir.everythingAsked().stream().distinct().toList();
        house.waits(ofMinutes(1));
        asked.forEach(one -> amir.texts("TAKE " + one.code()));
        assertEquals(1, standDowns(rosa()).size());
        var second = asked.getLast();

        amir.texts("BACK " + second.code());
        var alert = house.alert(gateway.alert.AlertNumber.read(second.alert()).orElseThrow());
        house.database(tx -> {
            house.house().resolve(tx, house.alert(alert.alert().number()), house.member("Noon").id(), List.of("false_alarm"), "");
            return tx;
        });
        house.database(tx -> {
            house.house().reopen(tx, house.alert(alert.alert().number()), house.member("Noon").id(), "not over");
            return tx;
        });
        house.waits(ofMinutes(2));

        assertTrue(rosa().lastDispatch().alert().equals(second.alert()), "she is asked anew");
        assertFalse(standDowns(rosa()).stream().anyMatch(words -> words.contains(second.alert())), rosa().received().toString());
    }

    @Test
    void forty_unread_reports_are_few_texts_to_a_coordinator_that_name_or_count_each() {
        for (var i = 0; i < 40; i++) {
            house.phone(stranger(i)).textsOnly("mmmm bong");
            house.clock.turn(ofSeconds(1));
        }
        house.turn();
        house.waits(ofMinutes(13));

        var unread = house.phoneOf("Noon").received().stream().filter(words -> words.contains("is unread")).toList();
        assertTrue(unread.size() >= 2 && unread.size() <= 3, unread.size() + ": " + unread);
        assertEquals(40, unread.stream().mapToLong(GatheredNoticesStory::named).sum(), unread.toString());
        SweepStory.assertMostAMinute(house, 3);
    }

    @Test
    void notices_of_several_kinds_are_lines_of_one_text() {
        house.reporter().texts("6");
        for (var i = 0; i < 5; i++) {
            rosa().texts("TAKE 00000" + i);
        }
        house.database(tx -> house.house().losingPhone(tx, house.member("Amir"), BarReason.LOST, "coordinator"));
        house.database(tx -> house.house().losingPhone(tx, house.member("Lina"), BarReason.LOST, "coordinator"));
        house.turn();
        var noon = house.phoneOf("Noon");
        assertEquals(List.of("14:10 Rosa: wrong codes. Nothing changed."),
                noon.received().stream().filter(words -> !words.startsWith("Gap:")).toList());

        house.waits(ofMinutes(1));

        assertEquals(2, noon.received().stream().filter(words -> !words.startsWith("Gap:")).filter(words -> !words.startsWith("K ") || words.contains("notices")).count());
        assertTrue(noon.received().stream().anyMatch(words -> words.matches("(?s).*14:10 (Amir, Lina|Lina, Amir): phone lost.*")), noon.received().toString());
    }

    @Test
    void one_alert_taken_at_once_is_one_text_to_the_holder_and_none_to_others() {
        house.reporter().texts("6");
        rosa().takes();
        house.waits(ofMinutes(5));

        assertEquals(1, rosa().dispatches().size());
        assertEquals(2, rosa().received().size(), "and the answer to her own");
        for (var alias : List.of("Amir", "Lina", "Noon")) {
            house.phoneOf(alias).receivedNothing();
            assertEquals(0, house.phoneOf(alias).calls());
        }
        assertTrue(house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow().isHeldBy(house.member("Rosa").id()));
    }

    private void resolve(LockedAlert alert) {
        house.database(tx -> {
            house.house().resolve(tx, house.alert(alert.alert().number()), house.member("Noon").id(),
                    List.of("released_no_payment"), "");
            return tx;
        });
    }

    private static List<String> standDowns(Phone phone) {
        return phone.received().stream().filter(words -> words.contains("Stand down")).toList();
    }

    /** How many alerts a text names, or counts behind a plus. */
    private static long named(String words) {
        var counted = MORE.matcher(words).results().mapToLong(found -> Long.parseLong(found.group(1))).sum();
        return Pattern.compile("\\d{4,12}-\\d\\b").matcher(words).results().count() + counted;
    }

    private void report(String words, int strangers) {
        for (var i = 0; i < strangers; i++) {
            house.phone(stranger(i)).texts(words);
        }
    }

    private static String stranger(int i) {
        return "+120255501%02d".formatted(20 + i);
    }
}
