package gateway.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.asking.StepPlan.Candidate;
import gateway.dispatch.Manner;
import gateway.entry.AskingEntry.Skipped;
import gateway.escalation.Climb;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.EscalationStep;
import gateway.escalation.EscalationStep.Way;
import gateway.escalation.NextStep;
import gateway.escalation.PolicyId;
import gateway.member.BarReason;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Role;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.roster.Discipline;
import gateway.roster.RosterId;
import gateway.safety.Obstacles;
import gateway.safety.TimerStanding;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StepPlanTest {

    private static final ZoneId PHNOM_PENH = ZoneId.of("Asia/Phnom_Penh");
    private static final Instant NOW = Instant.parse("2026-03-02T14:10:00Z");
    private static final RosterId PEERS = new RosterId(new UUID(3, 1));
    private static final RosterId COORDINATORS = new RosterId(new UUID(3, 2));
    private static final EscalationPolicy POLICY = new EscalationPolicy(new PolicyId(new UUID(4, 1)), "Street", 1,
            Map.of(Discipline.PEER_ADVOCATE, List.of(
                    new EscalationStep(List.of(PEERS), Way.TEXT, Duration.ofMinutes(5)),
                    new EscalationStep(List.of(PEERS), Way.VOICE, Duration.ofMinutes(7)))), COORDINATORS);
    private static final Obstacles NONE = Obstacles.NONE;
    private static final Matching UNKNOWN = new Matching(new Matching.Need(null, Set.of(), null, true), Map.of());

    private static final Candidate ROSA = candidate("Rosa", 1, true, Set.of());
    private static final Candidate AMIR = candidate("Amir", 2, true, Set.of());
    private static final Candidate NOON = candidate("Noon", 4, true, Set.of());

    @Test
    void everybody_on_call_for_the_step_is_asked_once_and_the_next_is_due_after_its_wait() {
        var plan = plan(Climb.START, List.of(ROSA, AMIR, ROSA), NONE);

        assertEquals(List.of(ROSA, AMIR), plan.asked());
        assertEquals(climbing(new Climb(1, 0), NOW.plus(Duration.ofMinutes(5)), NOW), plan.ladder());
    }

    @Test
    void nobody_on_call_makes_the_next_step_due_at_once() {
        var plan = plan(Climb.START, List.of(), NONE);

        assertTrue(plan.asked().isEmpty());
        assertEquals(climbing(new Climb(1, 0), NOW, NOW), plan.ladder());
    }

    @Test
    void who_cannot_be_asked_is_skipped_and_the_reason_told() {
        var unverified = candidate("Bopha", 5, false, Set.of());
        var lost = candidate("Dara", 6, true, Set.of(BarReason.LOST));
        var obstacles = new Obstacles(Set.of(), Set.of(ROSA.member().id()), Set.of(), Set.of(AMIR.member().id()), Set.of(), Map.of());

        var plan = plan(Climb.START, List.of(unverified, lost, refused("Srey", 7), ROSA, AMIR, NOON), obstacles);

        assertEquals(List.of(NOON), plan.asked());
        assertEquals(List.of("unverified", "lost", "refused", "reported", "passed"),
                plan.entry().skipped().stream().map(Skipped::why).toList());
    }

    @Test
    void the_last_resort_is_asked_every_five_minutes_whether_or_not_anybody_is_there_and_who_passed_is_asked_again() {
        var passed = Obstacles.of(Set.of(NOON.member().id()), Set.of());

        var asked = plan(new Climb(2, 3), List.of(NOON), passed);
        var empty = plan(new Climb(2, 3), List.of(), List.of(), NONE);

        assertEquals(List.of(NOON), asked.asked());
        var inFiveMinutes = climbing(new Climb(2, 4), NOW.plus(Duration.ofMinutes(5)), NOW);
        assertEquals(inFiveMinutes, asked.ladder());
        assertEquals(inFiveMinutes, empty.ladder());
    }

    @Test
    void when_nobody_of_the_last_resort_can_be_asked_every_coordinator_is() {
        assertEquals(List.of(NOON), plan(new Climb(2, 0), List.of(), List.of(NOON), NONE).asked());
    }

    @Test
    void an_old_verification_is_passed_over_while_others_are_there_and_asked_at_the_last_resort_when_nobody_is() {
        var rosa = expired(ROSA);
        var noon = expired(NOON);

        var step = plan(Climb.START, List.of(rosa, AMIR), NONE);
        assertEquals(List.of(AMIR), step.asked());
        assertEquals(List.of("expired"), step.entry().skipped().stream().map(Skipped::why).toList());
        assertEquals(List.of(), plan(Climb.START, List.of(rosa), NONE).asked());
        assertEquals(List.of(AMIR), plan(new Climb(2, 0), List.of(rosa, AMIR), NONE).asked());
        assertEquals(List.of(NOON), plan(new Climb(2, 0), List.of(rosa), List.of(NOON), NONE).asked());
        assertEquals(List.of(rosa, noon), plan(new Climb(2, 0), List.of(rosa), List.of(noon), NONE).asked());
        assertEquals(List.of(noon), plan(new Climb(2, 0), List.of(rosa), List.of(noon),
                new Obstacles(Set.of(), Set.of(rosa.member().id()), Set.of(), Set.of(), Set.of(), Map.of())).asked());
    }

    @Test
    void from_the_second_round_of_the_last_resort_on_those_who_are_asked_last_are_asked_beside_the_others() {
        var srey = refused("Srey", 7);

        var again = plan(new Climb(2, 1), List.of(expired(ROSA), AMIR), List.of(NOON, srey), NONE);

        assertEquals(List.of(AMIR, expired(ROSA), srey), again.asked());
        assertEquals(Manner.TEXT, again.manner(expired(ROSA)));
        assertEquals(Manner.CALL, again.manner(srey));
        assertEquals(List.of(), again.entry().skipped());
    }

    @Test
    void whoever_has_reported_is_asked_as_ever_and_one_more_is_asked_beside_her_at_once() {
        var reporting = new Obstacles(Set.of(ROSA.member().id()), Set.of(), Set.of(), Set.of(), Set.of(), Map.of());

        var alone = plan(Climb.START, List.of(ROSA), reporting);
        assertEquals(List.of(ROSA), alone.asked());
        assertEquals(NOW, alone.entry().nextAt());
        var both = plan(Climb.START, List.of(ROSA, AMIR), reporting);
        assertEquals(List.of(ROSA, AMIR), both.asked());
        assertEquals(NOW.plus(Duration.ofMinutes(5)), both.entry().nextAt());
    }

    @Test
    void whoever_a_number_alone_says_is_inside_is_asked_last_and_by_text() {
        var said = new Obstacles(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(ROSA.member().id(), TimerStanding.BY_NUMBER_ALONE));

        assertEquals(List.of(AMIR), plan(Climb.START, List.of(ROSA, AMIR), said).asked());
        var alone = plan(new Climb(2, 0), List.of(ROSA), List.of(), said);
        assertEquals(List.of(ROSA), alone.asked());
        assertEquals(Manner.TEXT, alone.manner(ROSA));
    }

    @Test
    void the_phone_of_the_first_report_is_never_asked_and_that_of_a_merged_one_last() {
        var first = new Obstacles(Set.of(), Set.of(ROSA.member().id()), Set.of(), Set.of(), Set.of(), Map.of());
        var merged = new Obstacles(Set.of(), Set.of(), Set.of(ROSA.member().id()), Set.of(), Set.of(), Map.of());

        assertEquals(List.of(), plan(new Climb(2, 4), List.of(ROSA), List.of(ROSA), first).asked());
        assertEquals(List.of(AMIR), plan(Climb.START, List.of(ROSA, AMIR), merged).asked());
        assertEquals(List.of(ROSA), plan(new Climb(2, 0), List.of(ROSA), List.of(), merged).asked());
    }

    private static Candidate refused(String alias, int number) {
        var member = candidate(alias, number, true, Set.of()).member();
        return new Candidate(new Member(member.id(), alias, member.phone(), true, member.language(), member.roles(), Set.of(), false,
                NOW), PHNOM_PENH);
    }

    private static Candidate expired(Candidate candidate) {
        var member = candidate.member();
        return new Candidate(new Member(member.id(), member.alias(), member.phone(), true, member.language(), member.roles(),
                member.barred(), true), candidate.zone());
    }

    @Test
    void a_step_by_voice_says_so() {
        assertEquals("voice", plan(new Climb(1, 0), List.of(ROSA), NONE).entry().way());
    }

    @Test
    void who_asked_not_to_be_asked_yet_is_passed_over_also_by_the_last_resort_unless_there_is_nobody_else() {
        var later = Obstacles.of(Set.of(), Set.of(NOON.member().id()));

        var others = plan(new Climb(2, 1), List.of(NOON, AMIR), later);
        assertEquals(List.of(AMIR), others.asked());
        assertEquals("later", others.entry().skipped().getFirst().why());
        var alone = plan(new Climb(2, 1), List.of(NOON), later);
        assertEquals(List.of(NOON), alone.asked());
        assertEquals(List.of(), alone.entry().skipped());
    }

    @Test
    void once_the_time_she_named_is_over_nothing_of_her_no_is_left() {
        var passed = Map.of(NOON.member().id(), Optional.of(NOW), AMIR.member().id(), Optional.of(NOW.plusSeconds(1)),
                ROSA.member().id(), Optional.<Instant>empty());

        assertEquals(Obstacles.of(Set.of(ROSA.member().id()), Set.of(AMIR.member().id())),
                NONE.passed(passed, NOW));
    }

    @Test
    void on_the_last_resort_a_coordinator_is_asked_before_who_asked_not_to_be_yet() {
        var later = Obstacles.of(Set.of(), Set.of(NOON.member().id()));

        assertEquals(List.of(AMIR), plan(new Climb(2, 0), List.of(NOON), List.of(AMIR), later).asked());
    }

    @Test
    void on_the_last_resort_who_asked_for_later_is_asked_before_somebody_whose_number_may_be_another_s_by_now() {
        var later = Obstacles.of(Set.of(), Set.of(NOON.member().id()));

        assertEquals(List.of(NOON), plan(new Climb(2, 0), List.of(NOON, expired(AMIR)), List.of(), later).asked());
    }

    @Test
    void whoever_s_phone_counts_for_nothing_is_not_waited_for_and_the_last_resort_does_not_ask_her_either() {
        var doubted = new Obstacles(Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), Map.of(ROSA.member().id(), TimerStanding.QUIET, AMIR.member().id(), TimerStanding.FORCED));

        var first = plan(Climb.START, List.of(ROSA, AMIR), doubted);
        var last = plan(new Climb(2, 0), List.of(ROSA, AMIR), List.of(ROSA), doubted);

        assertEquals(List.of(), first.asked());
        assertEquals(NOW, first.entry().nextAt());
        assertEquals(List.of("inside", "others-first"), first.entry().skipped().stream().map(Skipped::why).toList());
        assertEquals(List.of(), last.asked());
        assertTrue(last.entry().nextAt().isAfter(NOW));
    }

    private static StepPlan plan(Climb climb, List<Candidate> onCall, Obstacles obstacles) {
        return plan(climb, onCall, List.of(NOON), obstacles);
    }

    private static StepPlan plan(Climb climb, List<Candidate> onCall, List<Candidate> coordinators, Obstacles obstacles) {
        NextStep next = POLICY.after(Discipline.PEER_ADVOCATE, climb);
        return StepPlan.of(climbing(climb, NOW, NOW), next, onCall, coordinators, obstacles, UNKNOWN, NOW);
    }

    private static Ladder.Climbing climbing(Climb climb, Instant dueAt, Instant since) {
        return new Ladder.Climbing(new Ladder.Identity(new LadderId(new UUID(5, 1)), new AlertId(new UUID(5, 2)),
                Discipline.PEER_ADVOCATE, POLICY.id()), climb, dueAt, since);
    }

    private static Candidate candidate(String alias, int number, boolean verified, Set<BarReason> barred) {
        return new Candidate(new Member(new MemberId(new UUID(6, number)), alias,
                new PhoneNumber("+1202555011" + number), verified, Language.EN, Set.of(Role.RESPONDER), barred), PHNOM_PENH);
    }
}
