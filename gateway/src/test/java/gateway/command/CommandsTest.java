package gateway.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.Gateway;
import gateway.database.DurableServer;
import gateway.database.TestDatabase;
import gateway.member.Members;
import gateway.sealing.SealingKey;
import gateway.settings.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(DurableServer.class)
class CommandsTest {

    static final String EXAMPLE = "config/network.example.yaml";

    final TestDatabase database = new TestDatabase();
    final Members members = new Members(database.keyRing());
    final Map<String, String> environment = new HashMap<>();

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void settings() {
        environment.put("GATEWAY_DATABASE_URL", database.runner().written());
        environment.put("GATEWAY_DATABASE_MIGRATION_URL", database.owner().written());
        environment.put("GATEWAY_SEALING_KEY", database.sealingKey().written());
        environment.put("GATEWAY_DATA_DIRECTORY", folder.resolve("data").toString());
    }

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void a_dry_run_says_what_the_load_then_does_and_the_second_load_changes_nothing() {
        var rehearsed = run("load", EXAMPLE, "--dry-run");
        var loaded = run("load", EXAMPLE);
        var again = run("load", EXAMPLE);

        assertEquals(0, rehearsed.code());
        assertEquals(12, loaded.out().size(), loaded.toString());
        assertEquals(loaded.out(), rehearsed.out().subList(0, 12));
        assertEquals(CommandWords.REHEARSED, rehearsed.out().getLast());
        assertEquals(new Ran(0, List.of(CommandWords.NO_CHANGE), List.of()), again);
    }

    @Test
    void a_faulty_file_is_told_fault_by_fault_and_changes_nothing() throws Exception {
        var faulty = Files.readString(Path.of(EXAMPLE)).replace("alias: Lina", "alias: Li na").replace("wait: 10m", "wait: 10d");
        var file = Files.writeString(folder.resolve("network.yaml"), faulty);
        var line = faulty.substring(0, faulty.indexOf("alias: Li na")).lines().count();

        var ran = run("load", file.toString());

        assertEquals(2, ran.code());
        assertEquals(4, ran.err().size(), ran.toString());
        assertTrue(ran.err().getFirst().startsWith(file + ": line " + line + ": \"Li na\" is no alias"), ran.toString());
        assertTrue(database.database().inTransaction(members::all).isEmpty());
    }

    @Test
    void numbers_for_fiction_are_not_loaded_for_a_real_carrier() {
        environment.put("GATEWAY_CARRIER", "twilio");
        environment.put("GATEWAY_PUBLIC_URL", "https://umbrella.example.org");
        environment.put("GATEWAY_TWILIO_ACCOUNT_SID", "AC0");
        environment.put("GATEWAY_TWILIO_AUTH_TOKEN", "token");

        var ran = run("load", EXAMPLE);

        assertEquals(2, ran.code());
        assertEquals(6, ran.err().size(), ran.toString());
        environment.put("GATEWAY_TWILIO_API_URL", "http://127.0.0.1:9");
        assertEquals(0, run("load", EXAMPLE).code());
    }

    @Test
    void an_invitation_is_a_link_of_its_own_each_time() {
        run("load", EXAMPLE);

        var one = run("invite", "noon");
        var other = run("invite", "Noon");

        assertTrue(one.out().getFirst().contains("15 minutes"), one.toString());
        assertTrue(one.out().getLast().matches("http://127\\.0\\.0\\.1:8080/sign-in/[A-Za-z0-9_-]{43}"), one.toString());
        assertFalse(one.out().getLast().equals(other.out().getLast()));
        assertEquals(new Ran(2, List.of(), List.of("there is no member Nobody")), run("invite", "Nobody"));
    }

    @Test
    void a_lost_phone_stays_lost_through_a_load() {
        run("load", EXAMPLE);

        var lost = run("lost", "rosa");
        var again = run("lost", "Rosa");
        run("load", EXAMPLE);

        assertEquals(0, lost.code());
        assertEquals(List.of(CommandWords.lostAlready("Rosa")), again.out());
        var rosa = database.database().inTransaction(tx -> members.byAlias(tx, "Rosa")).orElseThrow();
        assertTrue(rosa.askablePhone().isEmpty());
        assertTrue(run("check").out().contains("roster Peers: Rosa is not asked, for the phone is lost"));
        assertEquals(2, run("lost", "Nobody").code());
    }

    @Test
    void a_lost_phone_is_signed_in_nowhere() {
        run("load", EXAMPLE);
        database.database().run(tx -> tx.execute("""
                INSERT INTO session (id_hash, member_id, made_at, seen_at, by_link)
                SELECT sha256(alias::bytea), id, $1, $1, false
                  FROM member
                """, Instant.EPOCH));

        run("lost", "Rosa");

        assertEquals(List.of("Amir", "Lina", "Mali", "Noon"), database.database().inTransaction(tx -> tx.query(
                "SELECT alias FROM session JOIN member ON member.id = member_id ORDER BY alias", row -> row.text("alias"))));
    }

    @Test
    void check_says_that_one_role_for_all_does_not_protect_the_timeline() {
        assertFalse(run("check").out().contains(CommandWords.ONE_ROLE));

        environment.put("GATEWAY_DATABASE_URL", database.owner().written());

        assertTrue(run("check").out().contains(CommandWords.ONE_ROLE));
    }

    @Test
    void check_names_each_sample_of_the_pack_that_is_read_otherwise_than_is_wanted() throws Exception {
        assertFalse(run("check").out().stream().anyMatch(line -> line.startsWith("samples.tsv")));
        var pack = Files.createDirectory(folder.resolve("spoiled"));
        try (var files = Files.list(Path.of("config/packs/phnom-penh"))) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, pack.resolve(file.getFileName()));
            }
        }
        Files.writeString(pack.resolve("samples.tsv"), "they arrested us\t1\nthey arrested us\t6\nno tab\n");
        environment.put("GATEWAY_PACK", pack.toString());

        assertEquals(List.of(CommandWords.wrongSample(2, "they arrested us", "6", "1"), CommandWords.noSample(3)),
                run("check").out().stream().filter(line -> line.startsWith("samples.tsv")).toList());
    }

    @Test
    void check_names_the_faults_of_the_network_file_that_a_start_would_load() throws Exception {
        var file = Files.writeString(folder.resolve("network.yaml"), "time-zone: Mars");
        environment.put("GATEWAY_NETWORK", file.toString());

        var ran = run("check");

        assertEquals(2, ran.code());
        assertTrue(ran.out().getFirst().startsWith(file + ": line 1: "), ran.toString());
    }

    @Test
    void verify_of_no_alerts_finds_every_timeline_whole() {
        assertEquals(new Ran(0, List.of(CommandWords.WHOLE), List.of()), run("verify"));
    }

    @Test
    void a_timeline_that_lost_an_entry_is_named_and_is_exit_code_3() {
        run("load", EXAMPLE);
        database.tamper("""
                INSERT INTO alert (id, number, contact_point_id, code, pack, opened_at, last_report_at, timeline_count,
                                   timeline_head)
                VALUES (gen_random_uuid(), '4731-1', gen_random_uuid(), '2', 'p', now(), now(), 1, '')
                """);

        assertEquals(new Ran(3, List.of("alert 4731-1: entry 1 is broken"), List.of()), run("verify"));
    }

    @Test
    void a_fault_in_settings_is_one_line_and_exit_code_2() {
        environment.put("GATEWAY_HTTP_PORT", "none");

        var ran = run("verify");

        assertEquals(2, ran.code());
        assertEquals(1, ran.err().size(), ran.toString());
    }

    @Test
    void another_sealing_key_is_refused_in_one_line() {
        environment.put("GATEWAY_SEALING_KEY", SealingKey.generate().written());

        assertEquals(new Ran(2, List.of(), List.of(CommandWords.WRONG_KEY)), run("check"));
    }

    @Test
    void an_unknown_command_or_option_is_exit_code_2() {
        assertEquals(2, run("laod").code());
        assertEquals(2, run("load").code());
    }

    private record Ran(int code, List<String> out, List<String> err) {}

    private Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        var code = Gateway.commandLine(() -> Settings.read(Path.of("").toAbsolutePath(), environment))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
        return new Ran(code, out.toString().lines().toList(), err.toString().lines().toList());
    }
}
