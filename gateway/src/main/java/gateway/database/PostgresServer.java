package gateway.database;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The embedded server's process: made ready, started, started again should it end by itself, stopped. */
final class PostgresServer {

    private static final Logger log = LoggerFactory.getLogger(PostgresServer.class);

    /** What it is told beyond PostgreSQL's defaults, which are durable; its log holds no statement and no value. */
    private static final List<String> SETTINGS = List.of(
            "listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "jit=off", "max_connections=100",
            "log_statement=none", "log_min_error_statement=panic", "log_error_verbosity=terse", "log_timezone=UTC");
    private static final long POLL_MILLIS = 20;
    /** Recovery after a crash may take its time: five minutes. */
    private static final int POLLS_UNTIL_READY = 15_000;
    /** What a killed server left running ends within moments: one minute at most. */
    private static final int POLLS_UNTIL_GONE = 3_000;
    /** A leftover that was itself just starting may be in the way of the first launch. */
    private static final int LAUNCHES_UNTIL_READY = 3;
    private static final int PID_FILE_STATUS_LINE = 7;

    private final PostgresBinaries binaries;
    private final EmbeddedPostgres.Folder folder;
    private final int port;
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Process process;
    private final AtomicInteger launches = new AtomicInteger();
    private volatile @Nullable IOException failure;

    private PostgresServer(PostgresBinaries binaries, EmbeddedPostgres.Folder folder, int port) {
        this.binaries = binaries;
        this.folder = folder;
        this.port = port;
        // A platform thread that lives on: the kernel stops the server when the thread that started it dies.
        this.thread = Thread.ofPlatform().daemon().name("postgres").unstarted(this::run);
    }

    static PostgresServer start(EmbeddedPostgres.Folder folder, String superuserPassword) throws IOException {
        var binaries = PostgresBinaries.under(folder.path());
        clearLeftover(binaries, folder);
        if (!Files.isDirectory(folder.cluster())) {
            makeCluster(binaries, folder, superuserPassword);
        }
        var server = new PostgresServer(binaries, folder, choosePort(folder));
        server.thread.start();
        server.awaitReady();
        return server;
    }

    int port() {
        return port;
    }

    void stop() throws IOException {
        stopping.countDown();
        stop(binaries, folder);
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void makeCluster(PostgresBinaries binaries, EmbeddedPostgres.Folder folder, String password)
            throws IOException {
        var unfinished = folder.path().resolve("cluster.unfinished");
        var passwordFile = folder.path().resolve("initdb.password");
        PostgresBinaries.delete(unfinished);
        PrivateFile.write(passwordFile, password + "\n");
        var exit = run(folder, binaries.command("initdb", "-D", unfinished.toString(), "-U", "postgres",
                "--pwfile", passwordFile.toString(), "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C",
                "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8", "--data-checksums",
                "--no-instructions"));
        Files.delete(passwordFile);
        if (exit != 0) {
            throw new CannotStart("initdb failed, see " + folder.log());
        }
        Files.move(unfinished, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * A server whose gateway was killed may still be there, or still be ending, or the first start was killed and is still
     * writing. Once none of ours is left, the file with the server's number means nothing any more, and goes: PostgreSQL
     * would refuse to start for as long as any process has that number, be it a stranger's or a dead one that nobody has
     * buried.
     */
    private static void clearLeftover(PostgresBinaries binaries, EmbeddedPostgres.Folder folder) throws IOException {
        var pidFile = folder.cluster().resolve("postmaster.pid");
        if (leftover(pidFile).filter(found -> isOurs(binaries, found)).isPresent()) {
            log.warn("Stopping the PostgreSQL that a killed gateway left behind");
            stop(binaries, folder);
        }
        for (var poll = 0; poll < POLLS_UNTIL_GONE; poll++) {
            if (ProcessHandle.allProcesses().noneMatch(found -> isOurs(binaries, found))) {
                Files.deleteIfExists(pidFile);
                return;
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(POLL_MILLIS));
        }
        throw new CannotStart("a PostgreSQL that a killed gateway left behind does not end: see " + folder.log());
    }

    private static Optional<ProcessHandle> leftover(Path pidFile) throws IOException {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        var lines = Files.readAllLines(pidFile);
        return lines.isEmpty() ? Optional.empty() : ProcessHandle.of(Long.parseLong(lines.getFirst().strip()));
    }

    /** Its programs lie in the data directory, so no other server has them. */
    private static boolean isOurs(PostgresBinaries binaries, ProcessHandle process) {
        return process.info().command().filter(binaries::has).isPresent();
    }

    private static void stop(PostgresBinaries binaries, EmbeddedPostgres.Folder folder) throws IOException {
        if (Files.exists(folder.cluster().resolve("postmaster.pid"))) {
            run(folder, binaries.command("pg_ctl", "stop", "-D", folder.cluster().toString(), "-m", "fast", "-w",
                    "-t", "60"));
        }
    }

    /** The port of last time if it is still free, so that what was told of it stays true. */
    private static int choosePort(EmbeddedPostgres.Folder folder) throws IOException {
        if (Files.exists(folder.port())) {
            var remembered = Integer.parseInt(Files.readString(folder.port()).strip());
            if (isFree(remembered)) {
                return remembered;
            }
        }
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            PrivateFile.write(folder.port(), socket.getLocalPort() + "\n");
            return socket.getLocalPort();
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    private void run() {
        try {
            while (stopping.getCount() > 0) {
                var started = launch();
                process = started;
                launches.incrementAndGet();
                var exit = started.waitFor();
                if (stopping.getCount() > 0) {
                    log.error("The embedded PostgreSQL ended by itself with exit code {}; see {}", exit, folder.log());
                    stopping.await(1, TimeUnit.SECONDS);
                }
            }
        } catch (IOException unstartable) {
            failure = unstartable;
            log.error("The embedded PostgreSQL cannot be started", unstartable);
        } catch (InterruptedException asked) {
            Thread.currentThread().interrupt();
        }
    }

    private Process launch() throws IOException {
        clearLeftover(binaries, folder);
        var command = binaries.commandThatDiesWithUs("postgres", "-D", folder.cluster().toString(),
                "-p", Integer.toString(port));
        for (var setting : SETTINGS) {
            command.add("-c");
            command.add(setting);
        }
        return processOf(command, folder.log().toFile()).start();
    }

    private void awaitReady() throws IOException {
        try {
            for (var poll = 0; poll < POLLS_UNTIL_READY && !isReady(); poll++) {
                var started = process;
                if (failure != null || launches.get() >= LAUNCHES_UNTIL_READY && started != null && !started.isAlive()) {
                    stopping.countDown();
                    throw new CannotStart("the embedded PostgreSQL does not start, see " + folder.log()
                            + "; it needs the programs setsid, setpriv and, for root, unshare (package util-linux)");
                }
                stopping.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            stop();
            throw new CannotStart("interrupted while PostgreSQL started", interrupted);
        }
    }

    private boolean isReady() throws IOException {
        var started = process;
        var pidFile = folder.cluster().resolve("postmaster.pid");
        if (started == null || !Files.exists(pidFile)) {
            return false;
        }
        var lines = Files.readAllLines(pidFile);
        return lines.size() > PID_FILE_STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(started.pid()))
                && lines.get(PID_FILE_STATUS_LINE).strip().equals("ready");
    }

    private static int run(EmbeddedPostgres.Folder folder, List<String> command) throws IOException {
        try {
            return processOf(command, folder.log().toFile()).start().waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("interrupted while waiting for " + command.getFirst(), interrupted);
        }
    }

    private static ProcessBuilder processOf(List<String> command, File output) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output));
        builder.environment().put("LC_ALL", "C");
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("GATEWAY_"));
        return builder;
    }
}
