package gateway.stories;

import static java.time.Duration.ofMinutes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.alert.AlertState;
import gateway.entry.HoldingEntry;
import gateway.entry.TimelineEntry;
import gateway.entry.Way;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A whole night, minute by minute: what happens to three alerts, and how many texts and calls each helper got for it. */
class NightStory {

    private static final ZoneId PHNOM_PENH = ZoneId.of("Asia/Phnom_Penh");

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replaceFirst(
            "member: Rosa, days: (.*), from: \"00:00\", to: \"00:00\"", "member: Rosa, days: $1, from: \"18:00\", to: \"08:00\""));

    private final List<String> uncovered = new ArrayList<>();
    private int remindersAnswered;
    private int callsAnswered;
    private int minutes;

    private Phone rosa() {
        return house.phoneOf("Rosa");
    }

    private Phone amir() {
        return house.phoneOf("Amir");
    }

    private Phone noon() {
        return house.phoneOf("Noon");
    }

    @Test
    void from_the_evening_to_the_morning_nothing_is_ever_left_to_nobody_and_sleep_is_let_be() {
        house.clock.turn(ofMinutes(230));
        house.database(tx -> {
            house.house().keepsPin(tx, house.member("Rosa"), "4821", "9035");
            return tx;
        });
        var aPhone = house.phone("+12025550160");
        var bPhone = house.phone("+12025550161");
        var cPhone = house.phone("+12025550162");

        until("21:10");
        bPhone.texts("1");
        until("21:16");
        amir().takes();
        until("21:32");
        assertEquals(AlertState.OPEN, house.alertOf(bPhone).state(), "Amir has missed his check-in");
        noon().answersAndTakes();
        until("21:40");
        noon().texts("HERE " + taken(noon()));
        until("22:30");
        noon().texts("HERE " + taken(noon()));
        cPhone.texts("1");
        rosa().takes();
        until("22:40");
        rosa().texts("BACK " + rosa().lastDispatch().code());
        amir().takes();
        amir().texts("IN 30");
        until("22:50");
        amir().texts("HERE " + amir().lastDispatch().code());
        until("23:11");
        assertTrue(noon().calls() == 2 && noon().lastReceived().contains("Amir is overdue"), noon().lastReceived());
        noon().answers().presses("5").presses("1");
        until("23:20");
        house.database(tx -> house.house().clear(tx, house.alertOf(cPhone), house.member("Amir"), house.member("Noon").id(),
                "he rang me"));
        resolve(bPhone);
        until("23:45");
        amir().texts("HERE " + amir().lastDispatch().code());
        until("23:58");
        aPhone.texts("1");
        until("00:00");
        rosa().takes();
        remindersAnswered = reminders();
        until("00:10");
        resolve(cPhone);
        untilRosaAnswersAlone("07:00");
        resolve(aPhone);
        until("08:00");

        assertEquals(List.of(), uncovered);
        assertEquals(14 * 60, minutes);
        house.alerts().forEach(alert -> assertEquals(AlertState.RESOLVED, alert.state()));
        assertEquals(3, house.alerts().size());
        assertEquals(1, count(HoldingEntry.Lapsed.class));
        assertEquals(1, count(HoldingEntry.HandedBack.class));
        assertEquals(1, count(HoldingEntry.TimerOverdue.class));
        assertEquals(List.of("3 by PIN", "Rosa 24 texts 3 calls", "Amir 14 texts 0 calls", "Noon 5 texts 2 calls",
                "Lina 0 texts 0 calls"),
                List.of(renewedByPin() + " by PIN", spent("Rosa"), spent("Amir"), spent("Noon"), spent("Lina")));
        aPhone.receivedNothing();
        bPhone.receivedNothing();
        cPhone.receivedNothing();
    }

    private String spent(String alias) {
        return alias + " " + house.phoneOf(alias).received().size() + " texts " + house.phoneOf(alias).calls() + " calls";
    }

    /** The code by which a phone keeps what it took by a call. */
    private static String taken(Phone phone) {
        return phone.received().stream().filter(words -> words.contains(" is yours.")).reduce((one, later) -> later).orElseThrow()
                .replaceAll("^.*HERE (\\d{6}).*$", "$1");
    }

    private void resolve(Phone reporter) {
        house.database(tx -> {
            house.house().resolve(tx, house.alertOf(reporter), house.member("Noon").id(), List.of("released_no_payment"), "");
            return tx;
        });
        house.turn();
    }

    private long count(Class<? extends TimelineEntry> kind) {
        return house.alerts().stream().flatMap(alert -> house.database(tx -> house.house().timeline(tx, alert)).stream())
                .filter(told -> kind.isInstance(told.entry())).count();
    }

    private long renewedByPin() {
        return house.alerts().stream().flatMap(alert -> house.database(tx -> house.house().timeline(tx, alert)).stream())
                .filter(told -> told.entry() instanceof HoldingEntry.CheckedIn(_, _, var way, _) && way == Way.PIN).count();
    }

    /** Whenever she is reminded she texts HERE, and whenever she is rung she gives her PIN. */
    private void untilRosaAnswersAlone(String time) {
        callsAnswered = rosa().calls();
        while (!time.equals(now())) {
            minute();
            if (reminders() > remindersAnswered) {
                remindersAnswered = reminders();
                rosa().texts("HERE " + rosa().lastDispatch().code());
            }
            if (rosa().calls() > callsAnswered) {
                callsAnswered = rosa().calls();
                rosa().answers().presses("4821#");
                house.turn();
            }
        }
    }

    private int reminders() {
        return (int) rosa().received().stream().filter(words -> words.contains("still yours")).count();
    }

    private void until(String time) {
        while (!time.equals(now())) {
            minute();
        }
    }

    private String now() {
        return LocalTime.ofInstant(house.clock.instant(), PHNOM_PENH).truncatedTo(ChronoUnit.MINUTES).toString();
    }

    /** The loops find nothing to do where nothing is due, so they are spared the turn. */
    private void minute() {
        house.clock.turn(ofMinutes(1));
        minutes++;
        if (isAnythingDue(house.clock.instant())) {
            house.turn();
        }
        uncovered.addAll(uncovered(house.clock.instant()));
    }

    private boolean isAnythingDue(Instant now) {
        return house.database(tx -> tx.queryOne("""
                SELECT EXISTS (SELECT FROM ladder WHERE due_at <= $1)
                    OR EXISTS (SELECT FROM ladder JOIN lease ON ladder_id = id AND member_id = holder_id
                                WHERE due_at <= $1 + interval '5 minutes' AND reminded_for IS DISTINCT FROM due_at)
                    OR EXISTS (SELECT FROM message WHERE due_at <= $1)
                    OR EXISTS (SELECT FROM dispatch WHERE tell_at IS NOT NULL)
                    OR EXISTS (SELECT FROM safety_timer WHERE next_at <= $1) AS due
                """, row -> row.flag("due"), now)).orElseThrow();
    }

    /** Ladders of unresolved alerts with neither a live lease nor a moment to come, and timers nobody would look at again. */
    private List<String> uncovered(Instant now) {
        return house.database(tx -> tx.query("""
                SELECT 'ladder of ' || alert.number || ' ' || ladder.state AS what
                  FROM ladder
                  JOIN alert ON alert.id = ladder.alert_id
                 WHERE alert.resolved_at IS NULL
                   AND (ladder.due_at IS NULL OR ladder.due_at <= $1)
                 UNION ALL
                SELECT 'timer of ' || member_id
                  FROM safety_timer
                 WHERE ended_at IS NULL
                   AND cleared_at IS NULL
                   AND heard_at IS NULL
                   AND next_at <= $1
                """, row -> now() + " " + row.text("what"), now));
    }
}
