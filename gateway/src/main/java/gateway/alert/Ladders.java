package gateway.alert;

import gateway.alert.Ladder.Acknowledged;
import gateway.alert.Ladder.Climbing;
import gateway.alert.Ladder.Ended;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.Transaction;
import gateway.escalation.Climb;
import gateway.escalation.PolicyId;
import gateway.member.MemberId;
import gateway.roster.Discipline;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Keeps ladders, and finds those whose moment has come. A ladder changes only under the lock of its alert. */
public final class Ladders {

    private static final String ADD = """
            INSERT INTO ladder (id, alert_id, discipline, policy_id, step, round, state, due_at, nobody_since, known)
            VALUES ($1, $2, $3, $4, $5, $6, 'climbing', $7, $8, (SELECT known FROM alert WHERE id = $2))
            """;
    private static final String SAVE = """
            UPDATE ladder
               SET step = $2, round = $3, state = $4, holder_id = $5, held_since = $6, confirmed_at = $7, due_at = $8,
                   nobody_since = $9, failures = 0, alarmed_at = NULL
             WHERE id = $1
               AND (state <> 'ended' OR $4 = 'climbing')
            """;
    private static final String OF_ALERT = """
            SELECT id, alert_id, discipline, policy_id, step, round, state, holder_id, held_since, confirmed_at, due_at,
                   nobody_since
              FROM ladder
             WHERE alert_id = $1
            """;
    private static final String OF_ALERTS = """
            SELECT id, alert_id, discipline, policy_id, step, round, state, holder_id, held_since, confirmed_at, due_at,
                   nobody_since
              FROM ladder
             WHERE alert_id = ANY ($1)
            """;
    private static final String LIVING_BY_POLICY = """
            SELECT policy_id, count(*) AS living
              FROM ladder
             WHERE state <> 'ended'
             GROUP BY policy_id
            """;
    private static final String CLAIM_DUE = """
            WITH of_a_known_number AS (
                    SELECT alert.id
                      FROM ladder
                      JOIN alert ON alert.id = ladder.alert_id
                     WHERE ladder.known
                       AND ladder.due_at <= $1
                     ORDER BY ladder.due_at
                     LIMIT 1
                       FOR NO KEY UPDATE OF alert SKIP LOCKED),
                 of_a_stranger AS (
                    SELECT alert.id
                      FROM ladder
                      JOIN alert ON alert.id = ladder.alert_id
                     WHERE NOT ladder.known
                       AND ladder.due_at <= $1
                       AND NOT EXISTS (SELECT FROM of_a_known_number)
                     ORDER BY ladder.due_at
                     LIMIT 1
                       FOR NO KEY UPDATE OF alert SKIP LOCKED)
            SELECT id FROM of_a_known_number
             UNION ALL
            SELECT id FROM of_a_stranger
            """;
    private static final String NEXT_DUE = """
            SELECT least((SELECT min(due_at) FROM ladder WHERE known AND due_at IS NOT NULL),
                         (SELECT min(due_at) FROM ladder WHERE NOT known AND due_at IS NOT NULL)) AS at
            """;
    private static final String PUT_OFF = """
               UPDATE ladder
                  SET failures = failures + 1, due_at = $2::timestamptz + least(failures + 1, 30) * interval '2 seconds'
                WHERE alert_id = $1
                  AND due_at <= $2
            RETURNING failures
            """;
    private static final String FAILING = """
            SELECT id, number
              FROM alert
             WHERE EXISTS (SELECT FROM ladder WHERE alert_id = alert.id AND failures >= 3)
             ORDER BY id
             LIMIT 200
            """;
    private static final String LOCK = """
            SELECT id
              FROM alert
             WHERE id = $1
               FOR NO KEY UPDATE
            """;
    private static final String ALARM = """
            UPDATE ladder
               SET alarmed_at = $2
             WHERE alert_id = $1
               AND failures >= 3
               AND alarmed_at IS NULL
            """;

    private static final FaultyRow.Named NAMED = new FaultyRow.Named("ladder", "id", "discipline", "alert_id");
    static final FaultyRow.Named ALERT = new FaultyRow.Named("alert", "id", "number");

    private final UnattendedLadders unattended = new UnattendedLadders();

    /** Those that nobody has. */
    public UnattendedLadders unattended() {
        return unattended;
    }

    /** When the first is due, or was. */
    public Optional<Instant> nextDue(Transaction tx) {
        return tx.moment(NEXT_DUE);
    }

    /**
     * Locks one alert that has a ladder whose moment has come, so that only one gateway attends to it: a known number's
     * before all others, then the one that has been due longest.
     */
    public Optional<AlertId> claimDue(Transaction tx, Instant now) {
        return tx.queryOne(CLAIM_DUE, row -> new AlertId(row.id("id")), now);
    }

    /** After a failed turn: this alert alone waits a little, longer each time, a minute at most. */
    public void putOff(Transaction tx, AlertId alert, Instant now) {
        tx.query(PUT_OFF, row -> row.number("failures"), alert.value(), now);
    }

    /** An alert three turns of which failed one after the other. */
    public record Failing(AlertId alert, AlertNumber number) {}

    public List<Failing> failing(Transaction tx) {
        return tx.querySound(ALERT, FAILING, row -> new Failing(new AlertId(row.id("id")), AlertNumber.read(row.text("number")).orElseThrow()));
    }

    /** The coordinators are told that its turns fail; says whether they have not been. */
    public boolean alarm(Transaction tx, AlertId alert, Instant now) {
        tx.execute(LOCK, alert.value());
        tx.announce();
        return tx.execute(ALARM, alert.value(), now) > 0;
    }

    public void add(Transaction tx, Climbing ladder) {
        tx.write(ADD, ladder.id().value(), ladder.alert().value(), ladder.discipline().word(), ladder.policy().value(),
                ladder.climb().step(), ladder.climb().round(), ladder.dueAt(), ladder.since());
        tx.announce();
    }

    public void save(Transaction tx, Ladder ladder) {
        var climb = ladder.climb();
        var held = ladder instanceof Acknowledged acknowledged ? acknowledged : null;
        tx.write(SAVE, ladder.id().value(), climb.step(), climb.round(), word(ladder),
                held == null ? null : held.by().value(), held == null ? null : held.since(),
                held == null ? null : held.confirmedAt(), ladder.nextAt().orElse(null),
                ladder instanceof Climbing climbing ? climbing.since() : null);
        tx.announce();
    }

    /** How many ladders that have not ended began with each version of a policy. */
    public Map<PolicyId, Long> livingByPolicy(Transaction tx) {
        record Living(PolicyId policy, long ladders) {}
        return tx.query(LIVING_BY_POLICY, row -> new Living(new PolicyId(row.id("policy_id")), row.count("living"))).stream()
                .collect(Collectors.toMap(Living::policy, Living::ladders));
    }

    public List<Ladder> of(Transaction tx, AlertId alert) {
        return ask(tx, alert).get();
    }

    /** The same, whose answer is waited for later. */
    Supplier<List<Ladder>> ask(Transaction tx, AlertId alert) {
        var asked = tx.ask(OF_ALERT, Ladders::read, alert.value());
        return () -> inOrder(asked.get());
    }

    /** The ladders of many alerts in one question, those that can be read: for pages. */
    public List<Ladder> ofAll(Transaction tx, List<AlertId> alerts) {
        return inOrder(tx.querySound(NAMED, OF_ALERTS, Ladders::read, (Object) alerts.stream().map(AlertId::value).toArray(UUID[]::new)));
    }

    /** The peers' first, then the others in the order of their disciplines. */
    private static List<Ladder> inOrder(List<Ladder> found) {
        return found.stream().sorted(Comparator.comparing(Ladder::discipline)).toList();
    }

    private static String word(Ladder ladder) {
        return switch (ladder) {
            case Climbing _ -> "climbing";
            case Acknowledged _ -> "acknowledged";
            case Ended _ -> "ended";
        };
    }

    private static Ladder read(Row row) {
        var identity = new Ladder.Identity(new LadderId(row.id("id")), new AlertId(row.id("alert_id")),
                Discipline.read(row.text("discipline")).orElseThrow(), new PolicyId(row.id("policy_id")));
        var climb = new Climb(row.number("step"), row.number("round"));
        var dueAt = row.momentIfAny("due_at");
        if (dueAt.isEmpty()) {
            return new Ended(identity, climb);
        }
        return row.idIfAny("holder_id")
                .<Ladder>map(holder -> new Acknowledged(identity, new MemberId(holder), row.moment("held_since"),
                        row.moment("confirmed_at"), dueAt.get(), climb))
                .orElseGet(() -> new Climbing(identity, climb, dueAt.get(), row.moment("nobody_since")));
    }
}
