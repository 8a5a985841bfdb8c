package gateway.asking;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.alert.AcknowledgeResult;
import gateway.alert.AlertId;
import gateway.alert.CheckInResult;
import gateway.alert.CheckIns;
import gateway.alert.Ladder;
import gateway.alert.LadderId;
import gateway.asking.Matching.Need;
import gateway.asking.Matching.Regard;
import gateway.asking.StepPlan.Candidate;
import gateway.entry.Way;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.EscalationStep;
import gateway.escalation.NextStep;
import gateway.escalation.PolicyId;
import gateway.member.BarReason;
import gateway.member.Choices;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Quiet;
import gateway.member.Role;
import gateway.phone.Language;
import gateway.phone.PhoneNumber;
import gateway.roster.Discipline;
import gateway.roster.OnCall;
import gateway.roster.Roster;
import gateway.roster.RosterId;
import gateway.roster.Shift;
import gateway.safety.Obstacles;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/**
 * Over random people, rosters, policies, replies and silences, and edits of all of them while it goes on: an open alert always
 * has a live lease, a future moment or a raised alarm. What is pure is run as {@link EscalationClock} runs it.
 */
class NeverStrandedTest {

    /** What the gateway does next, or who answers, by chance. */
    private static final int MOMENTS = 120;

    @Property(tries = 400)
    void an_open_alert_always_has_a_live_lease_a_future_moment_or_a_raised_alarm(@ForAll long seed) {
        var world = new World(new Random(seed));

        for (var i = 0; i < MOMENTS; i++) {
            world.goesOn();
            world.isNotStranded();
        }
    }

    @Property(tries = 400)
    void if_all_are_silent_everybody_of_the_policy_who_can_be_asked_is_asked_and_then_the_last_resort_for_ever(@ForAll long seed) {
        var world = new World(new Random(seed));
        var steps = world.rungs(Discipline.PEER_ADVOCATE);

        for (var i = 0; i < steps + 3; i++) {
            world.turnsToTheNextMoment();
            world.isNotStranded();
        }

        var climb = world.ladders.getOrDefault(Discipline.PEER_ADVOCATE, List.of()).getFirst().climb();
        assertEquals(steps, climb.step(), "the whole policy was climbed");
        assertTrue(climb.round() >= 1, "and the last resort asked");
    }

    /** One alert with its ladders, and everybody around it. */
    private static final class World {

        private static final ZoneId ZONE = ZoneId.of("Asia/Phnom_Penh");
        private static final CheckIns CHECK_INS = CheckIns.DEFAULT;

        private final Random random;
        private final Map<MemberId, Member> members = new LinkedHashMap<>();
        private final Map<RosterId, Roster> rosters = new LinkedHashMap<>();
        private final Map<PolicyId, EscalationPolicy> policies = new HashMap<>();
        private final Set<MemberId> reporting = new HashSet<>();
        private final Map<Discipline, Set<MemberId>> passed = new EnumMap<>(Discipline.class);
        /** A list of one, so that a ladder can be exchanged while they are walked through. */
        private final Map<Discipline, List<Ladder>> ladders = new EnumMap<>(Discipline.class);
        private Instant now = Instant.parse("2026-03-02T07:10:00Z");

        World(Random random) {
            this.random = random;
            IntStream.range(0, 1 + random.nextInt(8)).forEach(this::hire);
            IntStream.range(0, 1 + random.nextInt(4)).forEach(this::plan);
            var policy = write(1);
            policy.ladders().keySet().forEach(discipline -> begin(discipline, policy));
        }

        int rungs(Discipline discipline) {
            var policy = policies.values().iterator().next();
            return policy.ladders().getOrDefault(discipline, List.of()).stream().mapToInt(EscalationStep::rounds).sum()
                    * policy.rounds();
        }

        void turnsToTheNextMoment() {
            now = ladders.values().stream().map(one -> one.getFirst().nextAt().orElseThrow()).min(Instant::compareTo).orElseThrow();
            // Only the peers' ladder is followed to its end, so another's moment is let pass too.
            var peers = ladders.getOrDefault(Discipline.PEER_ADVOCATE, List.of()).getFirst().nextAt().orElseThrow();
            now = peers.isAfter(now) ? peers : now;
            attend();
        }

        void goesOn() {
            switch (random.nextInt(12)) {
                case 0 -> hire(random.nextInt(8));
                case 1 -> plan(random.nextInt(4));
                case 2 -> write(2 + random.nextInt(100));
                case 3 -> reporting.add(anybody());
                case 4 -> loses(anybody());
                case 5, 6 -> each((discipline, ladder) -> answers(discipline, ladder, anybody()));
                case 7 -> each((_, ladder) -> ladder instanceof Ladder.Climbing climbing ? climbing.askAfresh(now) : ladder);
                case 8 -> each((_, ladder) -> ladder instanceof Ladder.Climbing climbing ? climbing.escalate(now) : ladder);
                case 9 -> now = now.plusSeconds(random.nextInt(7200));
                default -> now = ladders.values().stream().map(one -> one.getFirst().nextAt().orElseThrow())
                        .min(Instant::compareTo).filter(now::isBefore).orElse(now);
            }
            attend();
        }

        /** All that is due is attended to. */
        private void attend() {
            for (var discipline : List.copyOf(ladders.keySet())) {
                var turns = 0;
                while (isDue(discipline)) {
                    assertTrue(turns++ < 500, "it spins");
                    each(discipline, (_, ladder) -> attend(discipline, ladder));
                }
            }
        }

        private boolean isDue(Discipline discipline) {
            return !ladders.getOrDefault(discipline, List.of()).getFirst().nextAt().orElseThrow().isAfter(now);
        }

        private Ladder attend(Discipline discipline, Ladder ladder) {
            if (!(ladder instanceof Ladder.Climbing climbing)) {
                return assertInstanceOf(Ladder.Acknowledged.class, ladder).letGo(now);
            }
            var next = policies.get(ladder.policy()).after(discipline, ladder.climb());
            var onCall = new ArrayList<Candidate>();
            next.rosters().forEach(id -> OnCall.at(rosters.get(id), now).forEach(member -> add(onCall, member)));
            next.members().forEach(member -> add(onCall, member));
            var coordinators = members.values().stream().filter(member -> member.is(Role.COORDINATOR))
                    .map(member -> new Candidate(member, ZONE)).toList();
            var obstacles = obstacles(passed.getOrDefault(discipline, Set.of()));
            var plan = StepPlan.of(climbing, next, onCall, next instanceof NextStep.Exhausted ? coordinators : List.of(),
                    obstacles, matching(), now);
            assertEquals(onCall.stream().anyMatch(one -> StepPlan.whyNot(one.member(), obstacles,
                    next instanceof NextStep.Exhausted).isEmpty()) || next instanceof NextStep.Exhausted && !plan.asked().isEmpty(),
                    !plan.asked().isEmpty(), "whatever they chose, somebody is asked when somebody can be");
            if (plan.asked().isEmpty()) {
                raiseAlarm(next, coordinators, plan);
            }
            return plan.ladder();
        }

        /** Some of those who report do so about this very alert, some about one that was merged into it. */
        private Obstacles obstacles(Set<MemberId> not) {
            var first = reporting.stream().filter(one -> one.value().getLeastSignificantBits() % 3 == 0).collect(Collectors.toSet());
            var merged = reporting.stream().filter(one -> one.value().getLeastSignificantBits() % 3 == 1).collect(Collectors.toSet());
            return new Obstacles(reporting, first, merged, not, Set.of(), Map.of());
        }

        /** What each chose, and how tired she is, by chance. */
        private Matching matching() {
            var regards = new HashMap<MemberId, Regard>();
            members.keySet().forEach(member -> regards.put(member, new Regard(new Choices(Quiet.values()[random.nextInt(3)],
                    random.nextBoolean() ? null : Duration.ofMinutes(1 + random.nextInt(15)), Set.of(), Set.of(),
                    random.nextBoolean() ? Set.of() : Set.of("DP"), ""), now.minusSeconds(random.nextInt(9999)),
                    random.nextBoolean(), random.nextInt(4))));
            return new Matching(new Need("DP", Set.of(), null, random.nextBoolean()), regards);
        }

        /** Nobody is asked: the next step is asked at once, or there is nobody at all, whom a last resort could ask. */
        private void raiseAlarm(NextStep next, List<Candidate> coordinators, StepPlan plan) {
            switch (next) {
                case NextStep.Ask _ -> assertEquals(now, plan.entry().nextAt(), "an empty step is not waited for");
                case NextStep.Exhausted _ -> assertTrue(coordinators.stream().allMatch(one -> Standing.of(one.member(),
                        obstacles(Set.of())).turn() == Standing.Turn.NEVER), "a coordinator could have been asked");
            }
        }

        private void add(List<Candidate> onCall, MemberId id) {
            if (members.containsKey(id)) {
                onCall.add(new Candidate(members.get(id), ZONE));
            }
        }

        private Ladder answers(Discipline discipline, Ladder ladder, MemberId member) {
            var way = random.nextBoolean() ? Way.TEXT : Way.PAGE;
            return switch (random.nextInt(4)) {
                case 0 -> ladder.acknowledge(member, way, now, now, CHECK_INS) instanceof AcknowledgeResult.Taken(var taken, _)
                        ? taken : ladder;
                case 1 -> ladder instanceof Ladder.Acknowledged held && held.isHeldBy(member) ? checkedIn(held, way) : ladder;
                case 2 -> ladder instanceof Ladder.Acknowledged held && held.isHeldBy(member) ? held.letGo(now) : ladder;
                default -> {
                    passed.computeIfAbsent(discipline, _ -> new HashSet<>()).add(member);
                    yield ladder instanceof Ladder.Climbing climbing ? climbing.escalate(now) : ladder;
                }
            };
        }

        private Ladder checkedIn(Ladder.Acknowledged held, Way way) {
            return switch (held.checkIn(way, now, CHECK_INS)) {
                case CheckInResult.CheckedIn(var renewed, _, _) -> renewed;
                case CheckInResult.LastByText(var renewed, _, _) -> renewed;
                case CheckInResult.NotHolder _ -> held;
            };
        }

        /** Nobody here resolves it. */
        /** As {@code DoubtfulPhones} does. */
        private void loses(MemberId lost) {
            var member = members.get(lost);
            members.put(lost, new Member(lost, member.alias(), member.phone(), member.verified(), member.language(),
                    member.roles(), Set.of(BarReason.LOST)));
            each((_, ladder) -> ladder instanceof Ladder.Acknowledged held && held.isHeldBy(lost) ? held.letGo(now) : ladder);
        }

        void isNotStranded() {
            ladders.forEach((discipline, one) -> {
                var ladder = one.getFirst();
                var next = ladder.nextAt().orElseThrow(() -> new AssertionError("nothing is due any more: " + ladder));
                assertTrue(next.isAfter(now), () -> discipline + " is left behind at " + now + ": " + ladder);
                assertTrue(next.isBefore(now.plus(Duration.ofDays(1)).plusSeconds(1)), () -> "too far away: " + ladder);
                if (ladder instanceof Ladder.Climbing(_, _, _, var since)) {
                    assertTrue(!since.isAfter(now), "nobody has it since a moment that has been");
                }
            });
        }

        private void begin(Discipline discipline, EscalationPolicy policy) {
            ladders.put(discipline, new ArrayList<>(List.of(Ladder.start(new LadderId(new UUID(7, discipline.ordinal())),
                    new AlertId(new UUID(7, 99)), discipline, policy.id(), now))));
        }

        private void each(Change change) {
            List.copyOf(ladders.keySet()).forEach(discipline -> each(discipline, change));
        }

        private void each(Discipline discipline, Change change) {
            var one = ladders.getOrDefault(discipline, new ArrayList<>());
            one.set(0, change.of(discipline, one.getFirst()));
        }

        private interface Change {
            Ladder of(Discipline discipline, Ladder ladder);
        }

        private MemberId anybody() {
            return List.copyOf(members.keySet()).get(random.nextInt(members.size()));
        }

        /** Adds a member, or edits one. */
        private void hire(int number) {
            var id = new MemberId(new UUID(6, number));
            var phone = random.nextInt(6) == 0 ? null : new PhoneNumber("+1202555011" + number);
            var roles = random.nextInt(3) == 0 ? Set.of(Role.COORDINATOR) : Set.of(Role.RESPONDER);
            members.put(id, new Member(id, "M" + number, phone, phone != null && random.nextInt(5) > 0, Language.EN, roles,
                    random.nextInt(8) == 0 ? Set.of(BarReason.LOST) : Set.of(), random.nextInt(8) == 0,
                    random.nextInt(8) == 0 ? now : null));
        }

        /** Writes a roster, or another in its place; some have nobody, some have gaps. */
        private void plan(int number) {
            var id = new RosterId(new UUID(3, number));
            var shifts = IntStream.range(0, random.nextInt(4)).mapToObj(_ -> new Shift(anybody(),
                    EnumSet.of(DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.of(1 + random.nextInt(7)), DayOfWeek.MONDAY),
                    LocalTime.of(random.nextInt(24), 0), LocalTime.of(random.nextInt(24), 0))).toList();
            rosters.put(id, new Roster(id, "Roster " + number, Discipline.PEER_ADVOCATE, ZONE, shifts));
        }

        /** Writes a policy, or its next version: ladders under way keep theirs. */
        private EscalationPolicy write(int version) {
            var all = List.copyOf(rosters.keySet());
            var steps = new EnumMap<Discipline, List<EscalationStep>>(Discipline.class);
            steps.put(Discipline.PEER_ADVOCATE, steps(all));
            Discipline.beside().stream().filter(_ -> random.nextBoolean()).forEach(beside -> steps.put(beside, steps(all)));
            var policy = new EscalationPolicy(new PolicyId(new UUID(4, version)), "Street", version, Map.copyOf(steps),
                    1 + random.nextInt(3), all.get(random.nextInt(all.size())));
            return policies.computeIfAbsent(policy.id(), _ -> policy);
        }

        private List<EscalationStep> steps(List<RosterId> all) {
            return IntStream.range(0, 1 + random.nextInt(3)).mapToObj(_ -> new EscalationStep(
                    List.of(all.get(random.nextInt(all.size()))), random.nextBoolean() ? List.of(anybody()) : List.of(),
                    EscalationStep.Way.values()[random.nextInt(EscalationStep.Way.values().length)],
                    Duration.ofSeconds(30 + random.nextInt(900)), 1 + random.nextInt(3))).toList();
        }
    }
}
