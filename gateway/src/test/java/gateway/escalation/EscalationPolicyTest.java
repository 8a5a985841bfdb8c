package gateway.escalation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.escalation.EscalationStep.Way;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.roster.RosterId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EscalationPolicyTest {

    private static final RosterId COORDINATORS = new RosterId(new UUID(0, 9));
    private static final EscalationStep PEERS = step(1, 2);
    private static final EscalationStep BACKUP = step(2, 1);

    @Test
    void a_step_is_asked_as_often_as_it_says_and_all_steps_as_often_as_the_policy_says_then_the_last_resort_for_ever() {
        var policy = policy(Map.of(Discipline.PEER_ADVOCATE, List.of(PEERS, BACKUP)), 2);

        assertEquals(List.of("1", "1", "2", "1", "1", "2", "last 5m 1", "last 5m 2", "last 5m 3"),
                climb(policy, Discipline.PEER_ADVOCATE, 9));
    }

    @Test
    void what_is_done_again_is_told_from_what_is_done_for_the_first_time() {
        var policy = policy(Map.of(Discipline.PEER_ADVOCATE, List.of(PEERS, BACKUP)), 2);
        var repeats = new ArrayList<Boolean>();
        var climb = Climb.START;
        for (var i = 0; i < 8; i++) {
            repeats.add(policy.isRepeat(Discipline.PEER_ADVOCATE, climb));
            climb = policy.after(Discipline.PEER_ADVOCATE, climb).after();
        }

        assertEquals(List.of(false, true, false, true, true, true, false, true), repeats);
    }

    @Test
    void a_ladder_beside_the_peers_asks_the_last_resort_less_often_since_the_coordinators_are_told_in_between() {
        var policy = policy(Map.of(Discipline.PEER_ADVOCATE, List.of(BACKUP), Discipline.LEGAL_AID, List.of(BACKUP)), 1);

        assertEquals(List.of("2", "last 30m 1", "last 30m 2"), climb(policy, Discipline.LEGAL_AID, 3));
    }

    @Test
    void a_discipline_without_steps_is_not_asked_by_itself_and_a_ladder_of_it_asks_the_last_resort_at_once() {
        var policy = policy(Map.of(Discipline.PEER_ADVOCATE, List.of(BACKUP)), 3);

        assertFalse(policy.asks(Discipline.MEDICAL_LINK));
        assertTrue(policy.asks(Discipline.PEER_ADVOCATE));
        assertEquals(List.of("last 30m 1"), climb(policy, Discipline.MEDICAL_LINK, 1));
    }

    private static List<String> climb(EscalationPolicy policy, Discipline discipline, int rungs) {
        var asked = new ArrayList<String>();
        var climb = Climb.START;
        for (var i = 0; i < rungs; i++) {
            var next = policy.after(discipline, climb);
            asked.add(switch (next) {
                case NextStep.Ask(var step, _) -> Long.toString(step.rosters().getFirst().value().getLeastSignificantBits());
                case NextStep.Exhausted(_, var wait, var after) -> "last " + wait.toMinutes() + "m " + after.round();
            });
            climb = next.after();
        }
        return asked;
    }

    private static EscalationPolicy policy(Map<Discipline, List<EscalationStep>> ladders, int rounds) {
        return new EscalationPolicy(new PolicyId(new UUID(0, 1)), "Street", 1, ladders, rounds, COORDINATORS);
    }

    private static EscalationStep step(int roster, int rounds) {
        return new EscalationStep(List.of(new RosterId(new UUID(0, roster))), List.of(new MemberId(new UUID(0, 7))), Way.TEXT,
                Duration.ofMinutes(5), rounds);
    }
}
