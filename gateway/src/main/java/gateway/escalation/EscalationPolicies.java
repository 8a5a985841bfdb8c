package gateway.escalation;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toUnmodifiableList;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.escalation.EscalationStep.Way;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import gateway.roster.RosterId;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Keeps the policies: each version is written once and never changed, so that a running climb cannot be stranded. */
public final class EscalationPolicies {

    private static final String POLICY = """
            SELECT escalation_policy.id, escalation_policy.name, escalation_policy.version,
                   escalation_policy.rounds AS policy_rounds, escalation_policy.last_resort_roster_id,
                   escalation_step.discipline, escalation_step.way, escalation_step.wait_seconds,
                   coalesce(escalation_step.call_after_seconds, 0) AS call_after_seconds,
                   escalation_step.roster_ids, escalation_step.member_ids, escalation_step.rounds
              FROM escalation_policy
              JOIN escalation_step ON escalation_step.policy_id = escalation_policy.id
            """;
    private static final String FIND = POLICY + """
             WHERE escalation_policy.id = $1
             ORDER BY escalation_step.discipline, escalation_step.position
            """;
    private static final String FIND_CURRENT = POLICY + """
             WHERE escalation_policy.name = $1
               AND escalation_policy.version = (SELECT max(version) FROM escalation_policy WHERE name = $1)
             ORDER BY escalation_step.discipline, escalation_step.position
            """;
    private static final String NAMES = """
            SELECT DISTINCT name
              FROM escalation_policy
             ORDER BY name
            """;
    private static final String ADD = """
            INSERT INTO escalation_policy (id, name, version, last_resort_roster_id, made_at, rounds)
            VALUES ($1, $2, $3, $4, $5, $6)
            """;
    private static final String ADD_STEP = """
            INSERT INTO escalation_step (policy_id, discipline, position, way, wait_seconds, roster_ids, member_ids, rounds,
                                         call_after_seconds)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;

    /** A step that cannot be read is passed over; the policy goes on with the others. */
    private static final FaultyRow.Named STEP = new FaultyRow.Named("escalation_step", "id", "name");


    public EscalationPolicies() {
    }

    /** The newest version of the name, which new ladders climb. */
    public Optional<EscalationPolicy> current(Transaction tx, String name) {
        return fold(tx.querySound(STEP, FIND_CURRENT, EscalationPolicies::read, name));
    }

    /** The newest version of every name. */
    public List<EscalationPolicy> allCurrent(Transaction tx) {
        return tx.query(NAMES, row -> row.text("name")).stream().flatMap(name -> current(tx, name).stream()).toList();
    }

    public Optional<EscalationPolicy> find(Transaction tx, PolicyId id) {
        return fold(tx.querySound(STEP, FIND, EscalationPolicies::read, id.value()));
    }

    /** Adds a version; a version that is there already is refused by the database. */
    public void save(Transaction tx, EscalationPolicy policy) {
        tx.execute(ADD, policy.id().value(), policy.name(), policy.version(), policy.lastResort().value(),
                tx.now(), policy.rounds());
        policy.ladders().forEach((discipline, steps) -> {
            var position = 0;
            for (var step : steps) {
                tx.execute(ADD_STEP, policy.id().value(), discipline.word(), position++,
                        step.way().name().toLowerCase(Locale.ROOT), (int) step.patience().toSeconds(),
                        step.rosters().stream().map(RosterId::value).toArray(UUID[]::new),
                        step.members().stream().map(MemberId::value).toArray(UUID[]::new), step.rounds(),
                        step.way() == Way.TEXT_THEN_CALL ? (int) step.callAfter().toSeconds() : null);
            }
        });
    }

    private record StepOf(PolicyId policy, String name, int version, int rounds, RosterId lastResort, Discipline discipline,
            EscalationStep step) {}

    private static Optional<EscalationPolicy> fold(List<StepOf> rows) {
        return rows.stream().findFirst().map(first -> new EscalationPolicy(first.policy(), first.name(),
                first.version(), ladders(rows), first.rounds(), first.lastResort()));
    }

    private static Map<Discipline, List<EscalationStep>> ladders(List<StepOf> rows) {
        return rows.stream().collect(collectingAndThen(
                groupingBy(StepOf::discipline, () -> new EnumMap<>(Discipline.class),
                        mapping(StepOf::step, toUnmodifiableList())),
                Map::copyOf));
    }

    private static StepOf read(Row row) {
        return new StepOf(new PolicyId(row.id("id")), row.text("name"), row.number("version"), row.number("policy_rounds"),
                new RosterId(row.id("last_resort_roster_id")),
                Discipline.read(row.text("discipline")).orElseThrow(),
                new EscalationStep(row.ids("roster_ids").stream().map(RosterId::new).collect(Collectors.toUnmodifiableList()),
                        row.ids("member_ids").stream().map(MemberId::new).collect(Collectors.toUnmodifiableList()),
                        Way.valueOf(row.text("way").toUpperCase(Locale.ROOT)),
                        Duration.ofSeconds(row.number("wait_seconds")), row.number("rounds"),
                        Duration.ofSeconds(row.number("call_after_seconds"))));
    }
}
