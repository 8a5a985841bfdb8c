package gateway.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedPostgresTest {

    /** One folder for all, so that the binaries are unpacked once; each test leaves its server stopped. */
    @TempDir
    static Path data;

    @Test
    void its_files_are_for_our_eyes_only_and_it_listens_on_loopback_alone() throws Exception {
        try (var server = serve()) {
            assertEquals("rwx------", mode(data.resolve("postgres")));
            assertEquals("rwx------", mode(data.resolve("postgres/cluster")));
            assertEquals("rw-------", mode(data.resolve("postgres/passwords")));
            assertEquals("rw-------", mode(data.resolve("postgres/running")));
            assertEquals("127.0.0.1", ask(server.runner(), "SHOW listen_addresses"));
            assertEquals("", ask(server.superuser(), "SHOW unix_socket_directories"));
            assertEquals("on", ask(server.runner(), "SHOW data_checksums"));
            assertEquals("scram-sha-256", ask(server.runner(), "SHOW password_encryption"));
        }
    }

    @Test
    void ctrl_c_reaches_the_gateway_alone() throws Exception {
        try (var server = serve()) {
            assertTrue(answers(server.runner()));
            assertNotEquals(processGroup(ProcessHandle.current()), processGroup(postmaster()));
        }
    }

    @Test
    void nobody_enters_without_the_password() throws Exception {
        try (var server = serve()) {
            var wrong = new DatabaseUrl("postgres", "wrong", "127.0.0.1", server.runner().port(), "postgres", "");

            assertThrows(SQLException.class, () -> ask(wrong, "SELECT 1"));
        }
    }

    @Test
    void a_second_gateway_is_refused_and_a_command_joins_the_first() throws Exception {
        try (var first = serve()) {
            var refusal = assertThrows(CannotStart.class, EmbeddedPostgresTest::serve);
            assertEquals("a gateway is already running on " + data, refusal.why());

            try (var command = EmbeddedPostgres.join(data, new SecureRandom())) {
                assertEquals(first.owner(), command.owner());
            }
            assertEquals("1", ask(first.runner(), "SELECT 1"), "the command left it running");
        }
    }

    @Test
    void the_next_start_waits_for_a_gateway_that_is_leaving() throws Exception {
        var leaving = serve();
        leaving.beginLeaving();
        var next = CompletableFuture.supplyAsync(EmbeddedPostgresTest::serve);
        assertEquals("1", ask(leaving.runner(), "SELECT 1"));
        assertFalse(next.isDone());

        leaving.close();

        try (var started = next.get()) {
            assertEquals("1", ask(started.runner(), "SELECT 1"));
        }
    }

    @Test
    void it_comes_back_on_the_same_port_and_on_another_when_that_is_taken() throws Exception {
        int port;
        try (var server = serve()) {
            port = server.runner().port();
        }
        try (var again = serve()) {
            assertEquals(port, again.runner().port());
        }
        try (var thief = new ServerSocket(port, 1, InetAddress.getLoopbackAddress()); var elsewhere = serve()) {
            assertTrue(thief.isBound());
            assertNotEquals(port, elsewhere.runner().port());
        }
    }

    @Test
    void it_is_started_again_when_it_ends_by_itself() throws Exception {
        try (var server = serve()) {
            var first = postmaster();

            first.destroyForcibly();

            eventually(() -> answers(server.runner()));
            assertNotEquals(first.pid(), postmaster().pid());
        }
    }

    @Test
    void a_killed_gateway_takes_its_server_down_and_loses_nothing_it_has_committed() throws Exception {
        var gateway = committing(data);
        try (var said = gateway.inputReader()) {
            assertEquals("committed", said.readLine());
            var server = postmaster();

            gateway.destroyForcibly().waitFor();

            eventually(() -> !server.isAlive());
            try (var next = serve()) {
                assertEquals("kept", ask(next.owner(), "SELECT word FROM kept"));
            }
        } finally {
            gateway.destroyForcibly();
        }
    }

    @Test
    void a_very_first_start_that_was_killed_is_begun_again_once_its_traces_have_ended(@TempDir Path fresh) throws Exception {
        var unfinished = fresh.resolve("postgres/cluster.unfinished/base");
        var gateway = committing(fresh);
        eventually(() -> Files.exists(unfinished));
        var initdb = gateway.descendants().filter(child -> child.info().command().orElse("").endsWith("/initdb"))
                .findFirst().orElseThrow();
        signal(initdb, "STOP");
        gateway.destroyForcibly().waitFor();

        var next = CompletableFuture.supplyAsync(() -> EmbeddedPostgres.serve(fresh, new SecureRandom()));
        try {
            for (var look = 0; look < 100; look++) {
                assertTrue(Files.exists(unfinished), "it is still being written to");
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            }
        } finally {
            signal(initdb, "CONT");
        }

        try (var server = next.get()) {
            assertEquals("1", ask(server.runner(), "SELECT 1"));
        }
    }

    private static void signal(ProcessHandle process, String name) throws Exception {
        assertEquals(0, new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor());
    }

    @Test
    void a_server_that_a_killed_gateway_left_behind_is_stopped_but_a_stranger_with_its_number_is_not() throws Exception {
        serve().close();
        Files.writeString(data.resolve("postgres/cluster/postmaster.pid"),
                ProcessHandle.current().pid() + "\n" + data.resolve("postgres/cluster") + "\n1\n1\n\n127.0.0.1\n0\n");

        try (var server = serve()) {
            assertEquals("1", ask(server.runner(), "SELECT 1"));
        }
    }

    @Test
    void a_trace_of_a_server_that_died_does_not_stop_the_next_even_when_its_number_is_taken() throws Exception {
        serve().close();
        var stranger = new ProcessBuilder("sleep", "60").start();
        try {
            Files.writeString(data.resolve("postgres/cluster/postmaster.pid"),
                    stranger.pid() + "\n" + data.resolve("postgres/cluster") + "\n1\n1\n\n127.0.0.1\n0\n");

            try (var server = serve()) {
                assertEquals("1", ask(server.runner(), "SELECT 1"));
            }
            assertTrue(stranger.isAlive());
        } finally {
            stranger.destroyForcibly();
        }
    }

    /** A gateway of its own process: it commits one word, says so, and stays until it is killed. */
    static final class Committing {

        private Committing() {}

        public static void main(String[] arguments) throws Exception {
            var server = EmbeddedPostgres.serve(Path.of(arguments[0]), new SecureRandom());
            var owner = server.owner();
            try (var connection = DriverManager.getConnection(owner.jdbc(), owner.user(), owner.password());
                    var statement = connection.createStatement()) {
                statement.execute("CREATE TABLE kept AS SELECT 'kept' AS word");
            }
            System.out.println("committed");
            Thread.currentThread().join();
        }
    }

    private static Process committing(Path data) throws IOException {
        return new ProcessBuilder(ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED", "-cp", System.getProperty("java.class.path"),
                Committing.class.getName(), data.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    private static EmbeddedPostgres serve() {
        return EmbeddedPostgres.serve(data, new SecureRandom());
    }

    private static ProcessHandle postmaster() throws IOException {
        var pid = Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).getFirst();
        return ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
    }

    private static String processGroup(ProcessHandle process) throws IOException {
        var stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return stat.substring(stat.lastIndexOf(')')).split(" ")[3];
    }

    private static boolean answers(DatabaseUrl url) {
        try {
            return "1".equals(ask(url, "SELECT 1"));
        } catch (SQLException notYet) {
            return false;
        }
    }

    private static String ask(DatabaseUrl url, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var answer = connection.createStatement().executeQuery(sql)) {
            answer.next();
            return answer.getString(1);
        }
    }

    private static String mode(Path file) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
    }

    private static void eventually(BooleanSupplier condition) {
        for (var look = 0; look < 3000 && !condition.getAsBoolean(); look++) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertTrue(condition.getAsBoolean());
    }
}
