package gateway.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;

/**
 * The database when none is configured: PostgreSQL's own server, kept in the data directory, durable, reached on
 * 127.0.0.1 alone. One gateway runs it; commands beside that gateway join its server instead of starting another.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    private static final String DATABASE = "umbrella";
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(20);
    /** How often a start looks again while the one before it is still leaving: one minute in all. */
    private static final int POLLS_FOR_LOCK = 3000;

    private final Folder folder;
    private final RolePasswords passwords;
    private final int port;
    private final Optional<PostgresServer> server;
    private final Optional<ServerLock> lock;

    private EmbeddedPostgres(Folder folder, RolePasswords passwords, int port, Optional<PostgresServer> server,
            Optional<ServerLock> lock) {
        this.folder = folder;
        this.passwords = passwords;
        this.port = port;
        this.server = server;
        this.lock = lock;
    }

    /**
     * Starts the server for a gateway that stays, and lets commands find it. Waits for a gateway that is just leaving.
     *
     * @throws CannotStart when a gateway already runs on this data directory
     */
    public static EmbeddedPostgres serve(Path dataDirectory, RandomGenerator random) {
        return open(dataDirectory, random, true);
    }

    /** For a command: joins the server of the gateway that runs on this data directory, or starts one for itself. */
    public static EmbeddedPostgres join(Path dataDirectory, RandomGenerator random) {
        return open(dataDirectory, random, false);
    }

    /** As the role that runs: it reads and writes, but only adds to the timeline. */
    public DatabaseUrl runner() {
        return url("umbrella", passwords.runner());
    }

    /** As the role that owns and migrates. */
    public DatabaseUrl owner() {
        return url("umbrella_owner", passwords.owner());
    }

    /** As the server's superuser; the gateway itself never needs it once the roles are made. */
    public DatabaseUrl superuser() {
        return url("postgres", passwords.superuser());
    }

    /** We are about to end: the next start waits for us rather than refusing, and commands no longer join us. */
    public void beginLeaving() {
        if (server.isPresent()) {
            try {
                Files.deleteIfExists(folder.running());
            } catch (IOException unwritable) {
                throw new CannotStart("cannot delete " + folder.running(), unwritable);
            }
        }
    }

    /** Stops the server cleanly, if it is ours. */
    @Override
    public void close() {
        beginLeaving();
        try {
            if (server.isPresent()) {
                server.get().stop();
            }
            if (lock.isPresent()) {
                lock.get().close();
            }
        } catch (IOException failure) {
            throw new CannotStart("cannot stop the embedded PostgreSQL: " + failure.getMessage(), failure);
        }
    }

    private static EmbeddedPostgres open(Path dataDirectory, RandomGenerator random, boolean staying) {
        try {
            var folder = new Folder(dataDirectory.toAbsolutePath().normalize().resolve("postgres"));
            PrivateFile.makeFolder(folder.path());
            for (var poll = 0; poll < POLLS_FOR_LOCK; poll++) {
                var lock = ServerLock.take(folder.lock());
                if (lock.isPresent()) {
                    return start(folder, random, lock.get(), staying);
                }
                if (Files.exists(folder.running())) {
                    if (staying) {
                        throw new CannotStart("a gateway is already running on " + dataDirectory);
                    }
                    return joined(folder);
                }
                LockSupport.parkNanos(POLL_NANOS);
            }
            throw new CannotStart("another command has been holding " + folder.lock() + " for a minute");
        } catch (IOException failure) {
            throw new CannotStart("cannot start the embedded PostgreSQL in " + dataDirectory + ": " + failure, failure);
        }
    }

    private static EmbeddedPostgres joined(Folder folder) throws IOException {
        var port = DatabaseUrl.read(Files.readAllLines(folder.running()).getFirst()).port();
        return new EmbeddedPostgres(folder, RolePasswords.read(folder.passwords()), port,
                Optional.empty(), Optional.empty());
    }

    private static EmbeddedPostgres start(Folder folder, RandomGenerator random, ServerLock lock, boolean staying)
            throws IOException {
        try {
            Files.deleteIfExists(folder.running());
            var passwords = RolePasswords.readOrMake(folder.passwords(), random);
            var server = PostgresServer.start(folder, passwords.superuser());
            var started = new EmbeddedPostgres(folder, passwords, server.port(),
                    Optional.of(server), Optional.of(lock));
            started.makeRoles();
            if (staying) {
                PrivateFile.write(folder.running(),
                        started.runner().written() + "\n" + started.owner().written() + "\n");
            }
            return started;
        } catch (IOException | RuntimeException failure) {
            lock.close();
            throw failure;
        }
    }

    /** Two roles and one database, each unless it is there. */
    private void makeRoles() {
        var admin = superuser().onDatabase("postgres");
        try (var connection = DriverManager.getConnection(admin.jdbc(), admin.user(), admin.password());
                var statement = connection.createStatement()) {
            for (var role : new DatabaseUrl[] {owner(), runner()}) {
                try (var found = statement.executeQuery(
                        "SELECT 1 FROM pg_roles WHERE rolname = '" + role.user() + "'")) {
                    if (found.next()) {
                        continue;
                    }
                }
                statement.execute("CREATE ROLE " + role.user() + " LOGIN PASSWORD '" + role.password() + "'");
            }
            try (var found = statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + DATABASE + "'")) {
                if (found.next()) {
                    return;
                }
            }
            statement.execute("CREATE DATABASE " + DATABASE + " OWNER " + owner().user());
        } catch (SQLException failure) {
            close();
            throw new CannotStart("the embedded PostgreSQL cannot be prepared: " + failure.getMessage(), failure);
        }
    }

    private DatabaseUrl url(String role, String password) {
        return new DatabaseUrl(role, password, "127.0.0.1", port, DATABASE, "");
    }

    /** Where everything of the embedded server lies. */
    record Folder(Path path) {

        Path lock() {
            return path.resolve("lock");
        }

        Path running() {
            return path.resolve("running");
        }

        Path passwords() {
            return path.resolve("passwords");
        }

        Path port() {
            return path.resolve("port");
        }

        Path cluster() {
            return path.resolve("cluster");
        }

        Path log() {
            return path.resolve("postgres.log");
        }
    }
}
