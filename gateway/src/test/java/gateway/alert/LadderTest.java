package gateway.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.entry.HoldingEntry;
import gateway.entry.Way;
import gateway.escalation.Climb;
import gateway.escalation.PolicyId;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.lang.reflect.Method;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final MemberId ROSA = new MemberId(new UUID(1, 1));
    private static final MemberId AMIR = new MemberId(new UUID(1, 2));
    private static final Instant NOON_SHARP = Instant.parse("2026-03-02T12:00:00Z");
    private static final Ladder.Climbing LADDER = Ladder.start(new LadderId(new UUID(2, 1)), new AlertId(new UUID(2, 2)),
            Discipline.PEER_ADVOCATE, new PolicyId(new UUID(2, 3)), NOON_SHARP);
    private static final Ladder.Acknowledged HELD = taken(LADDER.asked(new Climb(1, 0), NOON_SHARP.plusSeconds(300)), ROSA);

    @Test
    void the_first_wins_and_the_second_is_told_who_has_it() {
        var second = HELD.acknowledge(AMIR, Way.TEXT, NOON_SHARP.plusSeconds(60), NOON_SHARP.plusSeconds(60), CheckIns.DEFAULT);

        assertEquals(new AcknowledgeResult.AlreadyTaken(ROSA, NOON_SHARP), second);
    }

    @Test
    void an_acknowledgement_is_a_lease_of_a_quarter_of_an_hour() {
        assertEquals(NOON_SHARP.plus(Duration.ofMinutes(15)), HELD.nextAt().orElseThrow());
    }

    @Test
    void a_check_in_by_text_carries_an_hour_but_never_past_two_hours_since_she_took_it() {
        var first = checkedIn(HELD, Way.TEXT, 15);
        assertEquals(NOON_SHARP.plus(Duration.ofMinutes(75)), first.nextAt().orElseThrow());

        var result = first.checkIn(Way.TEXT, NOON_SHARP.plus(Duration.ofMinutes(70)), CheckIns.DEFAULT);

        assertEquals(NOON_SHARP.plus(Duration.ofMinutes(120)), assertInstanceOf(CheckInResult.LastByText.class, result).until());
    }

    @Test
    void a_check_in_on_the_page_begins_the_two_hours_anew() {
        var onThePage = checkedIn(HELD, Way.PAGE, 100);

        var byText = checkedIn(onThePage, Way.TEXT, 150);

        assertEquals(NOON_SHARP.plus(Duration.ofMinutes(210)), byText.nextAt().orElseThrow());
    }

    @Test
    void a_pin_begins_the_two_hours_anew_as_the_page_does() {
        var byPin = checkedIn(HELD, Way.PIN, 100);

        assertEquals(NOON_SHARP.plus(Duration.ofMinutes(210)), checkedIn(byPin, Way.TEXT, 150).nextAt().orElseThrow());
    }

    @Test
    void taking_it_again_by_text_begins_no_two_hours_of_its_own() {
        var lapsed = HELD.letGo(NOON_SHARP.plus(Duration.ofMinutes(110)));

        var again = again(lapsed, Way.TEXT, 115);

        assertEquals(NOON_SHARP.plus(Duration.ofMinutes(120)), assertInstanceOf(AcknowledgeResult.Taken.class, again).ladder()
                .nextAt().orElseThrow());
        assertInstanceOf(AcknowledgeResult.ProofNeeded.class, again(lapsed, Way.TEXT, 120));
        assertInstanceOf(AcknowledgeResult.ProofNeeded.class, again(lapsed, Way.CALL, 120));
        assertInstanceOf(AcknowledgeResult.Taken.class, again(lapsed, Way.PAGE, 120));
        assertInstanceOf(AcknowledgeResult.Taken.class, again(lapsed, Way.PIN, 120));
    }

    @Test
    void a_reminder_comes_five_minutes_before_and_never_before_two_thirds_of_a_short_lease_are_over() {
        assertEquals(Duration.ofMinutes(5), CheckIns.DEFAULT.warning());
        assertEquals(Duration.ofSeconds(20),
                new CheckIns(Duration.ofMinutes(1), Duration.ofMinutes(60), Duration.ofHours(2)).warning());
    }

    @Test
    void a_state_has_the_changes_that_it_allows_and_no_others() {
        assertEquals(Set.of("asked", "escalate", "askAfresh", "end"), changes(Ladder.Climbing.class));
        assertEquals(Set.of("letGo", "end"), changes(Ladder.Acknowledged.class));
        assertEquals(Set.of("reopen"), changes(Ladder.Ended.class));
    }

    private static Set<String> changes(Class<? extends Ladder> state) {
        return Arrays.stream(state.getMethods()).filter(method -> Ladder.class.isAssignableFrom(method.getReturnType()))
                .map(Method::getName).collect(Collectors.toSet());
    }

    @Test
    void whatever_ends_an_acknowledgement_goes_on_from_where_the_climb_was() {
        var later = NOON_SHARP.plusSeconds(900);
        assertEquals(new Ladder.Climbing(HELD.identity(), new Climb(1, 0), later, later), HELD.letGo(later));
    }

    @Test
    void since_when_nobody_has_it_is_counted_from_the_start_or_from_when_it_was_let_go() {
        var asked = LADDER.asked(new Climb(1, 0), NOON_SHARP.plusSeconds(300));

        assertEquals(NOON_SHARP, asked.since());
        assertEquals(NOON_SHARP, asked.askAfresh(NOON_SHARP.plusSeconds(90)).escalate(NOON_SHARP.plusSeconds(99)).since());
        assertEquals(NOON_SHARP.plusSeconds(900), HELD.letGo(NOON_SHARP.plusSeconds(900)).since());
        assertEquals(NOON_SHARP.plusSeconds(5), LADDER.end().reopen(NOON_SHARP.plusSeconds(5)).since());
    }

    @Test
    void asking_afresh_asks_the_next_step_at_once_and_never_moves_the_climb_back() {
        var asked = LADDER.asked(new Climb(1, 0), NOON_SHARP.plusSeconds(300));

        assertEquals(new Ladder.Climbing(asked.identity(), new Climb(1, 0), NOON_SHARP.plusSeconds(90), NOON_SHARP),
                asked.askAfresh(NOON_SHARP.plusSeconds(90)));
    }

    @Test
    void whoever_relieves_a_holder_has_it_at_once_with_a_lease_of_her_own_and_the_climb_stays() {
        var later = NOON_SHARP.plus(Duration.ofMinutes(10));

        var relieved = assertInstanceOf(AcknowledgeResult.Taken.class, HELD.relieve(AMIR, Way.TEXT, later, later, CheckIns.DEFAULT));

        var checkInBy = later.plus(Duration.ofMinutes(15));
        assertEquals(new Ladder.Acknowledged(HELD.identity(), AMIR, later, later, checkInBy, new Climb(1, 0)), relieved.ladder());
        assertEquals(new HoldingEntry.Relieved(Discipline.PEER_ADVOCATE, ROSA, AMIR, Way.TEXT, checkInBy), relieved.entry());
    }

    @Test
    void nobody_has_an_alert_by_her_word_that_is_over() {
        assertInstanceOf(AcknowledgeResult.Over.class, again(HELD.end(), Way.PAGE, 1));
    }

    @Test
    void whoever_relieves_is_carried_by_text_no_longer_than_two_hours_since_her_own_first_take() {
        assertInstanceOf(AcknowledgeResult.ProofNeeded.class, relieve(Way.TEXT, 120));
        var late = assertInstanceOf(AcknowledgeResult.Taken.class, relieve(Way.TEXT, 110));
        assertEquals(Optional.of(NOON_SHARP.plus(Duration.ofMinutes(120))), late.ladder().nextAt());
        var proved = assertInstanceOf(AcknowledgeResult.Taken.class, relieve(Way.PIN, 120));
        assertEquals(Optional.of(NOON_SHARP.plus(Duration.ofMinutes(135))), proved.ladder().nextAt());
        assertFalse(proved.ladder().isHeldBy(ROSA));
    }

    @Test
    void a_living_ladder_always_has_a_next_moment_and_an_ended_one_has_none() {
        assertTrue(LADDER.nextAt().isPresent());
        assertTrue(HELD.nextAt().isPresent());
        assertTrue(HELD.end().nextAt().isEmpty());
        assertFalse(HELD.end().reopen(NOON_SHARP).nextAt().isEmpty());
    }

    @Test
    void an_alert_is_open_while_one_of_its_ladders_has_no_holder() {
        assertEquals(AlertState.OPEN, AlertState.of(List.of(LADDER, HELD)));
        assertEquals(AlertState.ACKNOWLEDGED, AlertState.of(List.of(HELD, HELD)));
        assertEquals(AlertState.RESOLVED, AlertState.of(List.of(HELD.end(), LADDER.end())));
    }

    private static Ladder.Acknowledged taken(Ladder ladder, MemberId by) {
        return assertInstanceOf(AcknowledgeResult.Taken.class,
                ladder.acknowledge(by, Way.TEXT, NOON_SHARP, NOON_SHARP, CheckIns.DEFAULT)).ladder();
    }

    /** By somebody who first took it at noon. */
    private static AcknowledgeResult relieve(Way way, int minutes) {
        return HELD.relieve(AMIR, way, NOON_SHARP, NOON_SHARP.plus(Duration.ofMinutes(minutes)), CheckIns.DEFAULT);
    }

    private static AcknowledgeResult again(Ladder lapsed, Way way, int minutes) {
        return lapsed.acknowledge(ROSA, way, NOON_SHARP, NOON_SHARP.plus(Duration.ofMinutes(minutes)), CheckIns.DEFAULT);
    }

    private static Ladder.Acknowledged checkedIn(Ladder.Acknowledged ladder, Way way, int minutes) {
        return assertInstanceOf(CheckInResult.CheckedIn.class,
                ladder.checkIn(way, NOON_SHARP.plus(Duration.ofMinutes(minutes)), CheckIns.DEFAULT)).ladder();
    }
}
