package gateway.console.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import gateway.alert.AcknowledgeResult;
import gateway.alert.Alert;
import gateway.alert.AlertId;
import gateway.alert.AlertNumber;
import gateway.alert.CheckIns;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.contact.ContactPointId;
import gateway.entry.Way;
import gateway.escalation.PolicyId;
import gateway.member.MemberId;
import gateway.pack.TestPack;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BoardOrderTest {

    private static final Instant NOON_SHARP = Instant.parse("2026-03-02T12:00:00Z");
    private final Map<AlertId, List<Ladder>> ladders = new HashMap<>();
    private final List<Alert> alerts = new ArrayList<>();

    @Test
    void what_nobody_has_stands_before_what_somebody_has_and_of_those_the_gravest_then_the_oldest() {
        var acknowledged = alert("police", 0, taken(Discipline.PEER_ADVOCATE), taken(Discipline.LEGAL_AID));
        var lawyerMissing = alert("police", 1, taken(Discipline.PEER_ADVOCATE), climbing(Discipline.LEGAL_AID));
        var missedCall = alert("missed_call", 2, climbing(Discipline.PEER_ADVOCATE));
        var lately = alert("taken", 4, climbing(Discipline.PEER_ADVOCATE));
        var longAgo = alert("taken", 3, climbing(Discipline.PEER_ADVOCATE));

        alerts.sort(new BoardOrder(TestPack.PHNOM_PENH.codebook(), ladders).comparator());

        assertEquals(List.of(longAgo, lately, missedCall, lawyerMissing, acknowledged), alerts);
    }

    private Alert alert(String code, int minute, Ladder... its) {
        var at = NOON_SHARP.plusSeconds(60L * minute);
        var alert = new Alert(new AlertId(new UUID(1, minute)), AlertNumber.draw(new Random(minute), 4), null, new ContactPointId(new UUID(2, minute)),
                code, "phnom-penh 1", null, at, at, null, null, null, null, false);
        alerts.add(alert);
        ladders.put(alert.id(), List.of(its));
        return alert;
    }

    private static Ladder climbing(Discipline discipline) {
        return Ladder.start(new LadderId(new UUID(3, 1)), new AlertId(new UUID(1, 0)), discipline, new PolicyId(new UUID(4, 1)), NOON_SHARP);
    }

    private static Ladder taken(Discipline discipline) {
        return assertInstanceOf(AcknowledgeResult.Taken.class, climbing(discipline).acknowledge(new MemberId(new UUID(5, 1)), Way.TEXT,
                NOON_SHARP, NOON_SHARP, CheckIns.DEFAULT)).ladder();
    }
}
