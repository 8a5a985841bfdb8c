package gateway.console;

import static java.time.Duration.ofMinutes;
import static java.util.stream.Collectors.joining;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.TestHouse;
import gateway.alert.Alert;
import gateway.alert.Proposal;
import gateway.contact.Enrolments;
import gateway.contact.ReplyMode;
import gateway.contact.Wishes;
import gateway.member.Choices;
import gateway.member.Quiet;
import gateway.phone.Language;
import gateway.stories.Phone;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Each table with a column that is sealed or parsed, poisoned in turn while an alert is open: others are still asked, every page
 * opens, the board shows the row and the check command names it. Then the row is mended, and the next is poisoned.
 */
class PoisonedRowsTest {

    private static final String BROKEN = "decode('00', 'hex')";
    private static final String UNKNOWN = "'astrologer'";
    private static final List<String> PAGES = List.of("/alerts", "/unread", "/members", "/rosters", "/policies", "/hand-over", "/shifts",
            "/enrolments", "/prompts");

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("""
              - name: Legal aid
                discipline: legal-aid
            """.indent(0), """
                rotations:
                  - { members: [Amir, Noon], every: week, starts: "2026-01-05", hand-over: "09:00" }
                surges:
                  - name: Festival
                    on: ["2026-03-02", "2026-03-03"]
                    shifts:
                      - { member: Noon, from: "00:00", to: "00:00" }
                covers:
                  - { add: Noon, from: "2026-03-01 00:00", to: "2026-03-09 00:00" }
                closed:
                  - { days: [sun], from: "00:00", to: "00:00" }
              - name: Legal aid
                discipline: legal-aid
            """.indent(0)) + """
            outside-contacts:
              - { name: Partner, number: "+12025550160", language: en }
            """).withoutFolding();

    /**
     * One way to damage a table.
     *
     * @param key   the columns of its primary key
     * @param where which rows, all where it is empty
     * @param shown what the board and the check call it
     */
    private record Poison(String table, String column, String value, String key, String where, String shown) {

        Poison(String table, String column, String value) {
            this(table, column, value, "id", "true", table.replace('_', ' '));
        }

        Poison by(String otherKey) {
            return new Poison(table, column, value, otherKey, where, shown);
        }

        Poison of(String rows, String name) {
            return new Poison(table, column, value, key, rows, (shown + " " + name).strip());
        }

        String saved() {
            return "saved_" + table + "_" + column;
        }

        @Override
        public String toString() {
            return table + "." + column;
        }
    }

    private static final String ROSAS = "alias = 'Rosa'";
    private static final String BACKUP = "name = 'Backup'";

    /** What is poisoned at once: nothing in a line hides another. With {@code -Dpoisoned=each} it is one after the other. */
    private static final List<List<Poison>> POISONS = List.of(
            List.of(new Poison("member", "phone_sealed", BROKEN).of(ROSAS, "Rosa"),
                    new Poison("member_choices", "areas_sealed", BROKEN).by("member_id"),
                    new Poison("shift", "days", "'{someday}'").of("position = 0", ""),
                    new Poison("rotation", "days", "'{someday}'"),
                    new Poison("closed_hours", "days", "'{someday}'"),
                    new Poison("surge_shift", "dates", "'{NULL}'"),
                    new Poison("cover", "change", UNKNOWN),
                    new Poison("hotline", "time_zone", "'Asia/Nowhere'"),
                    new Poison("outside_contact", "number_sealed", BROKEN),
                    new Poison("timeline_entry", "payload", BROKEN).by("alert_id, sequence").of("sequence = 1", "#1"),
                    new Poison("report", "words_sealed", BROKEN),
                    new Poison("unread", "guess_sealed", BROKEN).by("report_id"),
                    new Poison("proposal", "what_sealed", BROKEN)),
            List.of(new Poison("member", "roles", "'{astrologer}'").of(ROSAS, "Rosa"),
                    new Poison("roster", "time_zone", "'Asia/Nowhere'").of(BACKUP, "Backup"),
                    new Poison("escalation_step", "way", UNKNOWN).by("policy_id, discipline, position").of("position = 0", ""),
                    new Poison("timeline_entry", "kind", UNKNOWN).by("alert_id, sequence").of("sequence = 2", "#2"),
                    new Poison("proposal", "kind", UNKNOWN),
                    new Poison("member_text", "words_sealed", BROKEN),
                    new Poison("contact_point", "reply_mode", UNKNOWN).of("enrolment_id IS NOT NULL", ""),
                    new Poison("enrolment", "alias_sealed", BROKEN),
                    new Poison("dispatch", "code_sealed", BROKEN)),
            List.of(new Poison("roster", "discipline", UNKNOWN).of(BACKUP, "Backup"),
                    new Poison("enrolment", "reply_mode", UNKNOWN),
                    new Poison("notice", "values_sealed", BROKEN),
                    new Poison("message", "words_sealed", BROKEN)),
            List.of(new Poison("rotation", "member_ids", "'{}'"),
                    new Poison("notice", "purpose", UNKNOWN),
                    new Poison("message", "purpose", UNKNOWN),
                    new Poison("safety_timer", "kind", UNKNOWN),
                    new Poison("promise", "state", UNKNOWN),
                    new Poison("warning", "kind", UNKNOWN)),
            List.of(new Poison("roster", "swaps", UNKNOWN).of(BACKUP, "Backup"),
                    new Poison("ladder", "discipline", UNKNOWN).of("alert_id = :alert", "astrologer"),
                    new Poison("hand_over", "state", UNKNOWN + ", due_at = '2026-03-02T07:20:00Z'")),
            List.of(new Poison("wrapped_key", "wrapped", BROKEN).of("id = :alert", "alert")),
            List.of(new Poison("alert", "number", "'no number'").of("id = :alert", "no number")),
            List.of(new Poison("dispatch", "state", UNKNOWN).of("state = 'asked' AND alert_id = :alert", "")));

    private Browserless noon;
    private Browserless rosa;
    private Alert alert;
    private int turn;

    @TestFactory
    Stream<DynamicTest> others_are_asked_every_page_opens_and_the_row_is_named() {
        var console = new TestConsole(house);
        setTheScene();
        noon = new Browserless(console).as("Noon");
        rosa = new Browserless(console).as("Rosa");
        var together = "each".equals(System.getProperty("poisoned"))
                ? POISONS.stream().flatMap(List::stream).map(List::of).toList() : POISONS;
        return together.stream().map(poisons -> DynamicTest.dynamicTest(poisons.stream().map(Poison::toString).collect(joining(", ")),
                () -> poison(poisons))).onClose(console::close);
    }

    private void poison(List<Poison> poisons) {
        for (var poison : poisons) {
            var where = poison.where.replace(":alert", "'" + alert.id() + "'");
            assertTrue(count("SELECT count(*) AS rows FROM " + poison.table + " WHERE " + where) > 0, "a row to poison: " + poison);
            tamper("DROP TABLE IF EXISTS %1$s; CREATE TABLE %1$s AS SELECT * FROM %2$s; UPDATE %2$s SET %3$s = %4$s WHERE %5$s".formatted(
                    poison.saved(), poison.table, poison.column, poison.value, where));
        }
        var reporter = house.phone("+120255501" + (70 + turn++ % 3));
        try {
            attend(poisons, reporter);
        } finally {
            poisons.forEach(this::mend);
            tamper("DELETE FROM left_out_row");
            end(reporter);
        }
    }

    private void mend(Poison poison) {
        // What was asked meanwhile in the place of a dispatch that could not be read stays asked.
        if (!poison.toString().equals("dispatch.state")) {
            tamper("UPDATE %1$s SET %2$s = %5$s.%2$s FROM %5$s WHERE (%3$s) = (%4$s)".formatted(poison.table, poison.column,
                    prefixed(poison.table, poison.key), prefixed(poison.saved(), poison.key), poison.saved()));
        }
    }

    private void attend(List<Poison> poisons, Phone reporter) {
        reporter.texts("1");
        house.phone("+12025550155").texts("6 again");
        house.clock.turn(ofMinutes(6));
        house.turn();

        assertTrue(count("""
                SELECT count(*) AS rows FROM dispatch WHERE told_at IS NOT NULL AND alert_id =
                       (SELECT id FROM alert ORDER BY opened_at DESC LIMIT 1)""") > 0, "somebody is asked for the next alert");
        for (var page : Stream.concat(PAGES.stream(), Stream.of("/alerts/" + alert.number())).toList()) {
            assertTrue(noon.get(page).statusCode() < 500, page);
        }
        assertTrue(rosa.get("/alerts").statusCode() < 500, "the board of a responder");
        house.house().keepsLeftOut();
        var board = Browserless.text(noon.get("/alerts"));
        var found = house.house().findings();
        for (var poison : poisons) {
            assertTrue(board.contains("left out: " + poison.shown), () -> poison.shown + " is not on " + board);
            assertTrue(found.stream().anyMatch(line -> line.contains("row of " + poison.shown.replaceFirst(
                    poison.table.replace('_', ' '), poison.table))), () -> poison + " is not in " + found);
        }
    }

    private void end(Phone reporter) {
        var alert = house.alertOf(reporter);
        house.database(tx -> {
            house.house().resolve(tx, alert, house.member("Noon").id(), List.of("false_alarm"), "");
            return tx;
        });
        house.turn();
        assertEquals(List.of(), house.house().failing());
    }

    /** One row at least of each kind. */
    private void setTheScene() {
        tamper("""
                DO $$ DECLARE one record; BEGIN
                FOR one IN SELECT conrelid::regclass AS held, conname FROM pg_constraint
                            WHERE contype = 'c' AND connamespace = 'public'::regnamespace LOOP
                EXECUTE format('ALTER TABLE %s DROP CONSTRAINT %I', one.held, one.conname);
                END LOOP; END $$""");
        house.page().enrols(new Enrolments.Chosen("Srey", new Wishes(ReplyMode.COVER, Language.KM, false, false, false), Set.of(), null),
                Optional.empty(), "+12025550155");
        house.database(tx -> {
            house.house().chooses(tx, house.member("Amir").id(),
                    new Choices(Quiet.NEVER, null, Set.of(), Set.of(), Set.of(), ""));
            return tx;
        });
        house.reporter().texts("1");
        house.reporter().texts("qwxz zxwq vbnm");
        house.phoneOf("Rosa").texts("ok thx on my way");
        house.phoneOf("Amir").texts("STOP");
        house.phone("+12025550155").texts("6 daun penh");
        house.waits(ofMinutes(1));
        house.phoneOf("Rosa").takes();
        house.phoneOf("Rosa").texts("IN 30");
        var locked = house.alertOf(house.reporter());
        alert = locked.alert();
        house.database(tx -> {
            house.house().propose(tx, locked, Proposal.Kind.STAGE, "police_custody");
            return tx;
        });
        tamper("""
                INSERT INTO promise (id, roster_id, member_id, from_at, to_at, state, asked_at, changed_at)
                SELECT 'dddddddd-0000-7000-8000-000000000001', roster.id, member.id, '2026-03-02T12:00:00Z', '2026-03-09T12:00:00Z', 'asked',
                       '2026-03-02T07:00:00Z', '2026-03-02T07:00:00Z'
                  FROM roster, member
                 WHERE roster.name = 'Backup' AND alias = 'Amir';
                INSERT INTO hand_over (id, roster_id, at, alert_id, ladder_id, holder_id, state, due_at, changed_at)
                SELECT 'dddddddd-0000-7000-8000-000000000002', roster.id, '2026-03-02T07:00:00Z', ladder.alert_id, ladder.id, member.id, 'asked',
                       '2026-03-09T07:20:00Z', '2026-03-02T07:00:00Z'
                  FROM roster, member, ladder
                 WHERE roster.name = 'Backup' AND alias = 'Amir'
                 LIMIT 1""");
    }

    private static String prefixed(String table, String columns) {
        return Stream.of(columns.split(", ")).map(column -> table + "." + column).reduce((one, other) -> one + ", " + other).orElseThrow();
    }

    private void tamper(String sql) {
        house.testDatabase().tamper("SET session_replication_role = replica; " + sql);
    }

    private long count(String sql) {
        return house.database(tx -> tx.queryOne(sql, row -> row.count("rows"))).orElseThrow();
    }
}
