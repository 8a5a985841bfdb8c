package gateway.database;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.zip.CRC32;

/** One embedded server for all tests of this JVM, kept under target/ with a migrated database to copy from. */
final class TestServer {

    private static final Path MIGRATIONS = Path.of("migrations");
    private static final AtomicInteger MADE = new AtomicInteger();
    private static final Queue<String> EMPTIED = new ConcurrentLinkedQueue<>();

    /** Keeps aside what migrations have put into tables. */
    private static final String KEEP_ASIDE = """
            CREATE SCHEMA seed;
            DO $$
            DECLARE
                kept record;
                is_filled boolean;
            BEGIN
                FOR kept IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', kept.tablename) INTO is_filled;
                    IF is_filled THEN
                        EXECUTE format('CREATE TABLE seed.%1$I AS TABLE public.%1$I', kept.tablename);
                    END IF;
                END LOOP;
            END $$;
            """;
    /** Without triggers and foreign keys, so that the order of the tables does not matter. */
    private static final String EMPTY = """
            SET session_replication_role = replica;
            DO $$
            DECLARE
                one record;
                is_filled boolean;
            BEGIN
                FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
                    EXECUTE format('SELECT EXISTS (SELECT FROM public.%I)', one.tablename) INTO is_filled;
                    IF is_filled THEN
                        EXECUTE format('DELETE FROM public.%I', one.tablename);
                    END IF;
                END LOOP;
                FOR one IN SELECT tablename FROM pg_tables WHERE schemaname = 'seed' LOOP
                    EXECUTE format('INSERT INTO public.%1$I SELECT * FROM seed.%1$I', one.tablename);
                END LOOP;
            END $$;
            """;

    /** Deletes, where there are rows: TRUNCATE writes two new files for each table and index, however empty. */
    private static final String CLEAR = """
            SET session_replication_role = replica;
            DO $$
            DECLARE
                one regclass;
                is_filled boolean;
            BEGIN
                FOR one IN
                    WITH RECURSIVE cleared(oid) AS (
                        SELECT name::regclass::oid FROM unnest(string_to_array('%s', ',')) AS name
                        UNION
                        SELECT conrelid FROM pg_constraint JOIN cleared ON confrelid = cleared.oid WHERE contype = 'f')
                    SELECT oid FROM cleared
                LOOP
                    EXECUTE format('SELECT EXISTS (SELECT FROM %%s)', one) INTO is_filled;
                    IF is_filled THEN
                        EXECUTE format('DELETE FROM %%s', one);
                    END IF;
                END LOOP;
            END $$;
            """;

    final EmbeddedPostgres postgres;
    final Vertx vertx;
    private final String template;

    private TestServer(EmbeddedPostgres postgres, Vertx vertx, String template) {
        this.postgres = postgres;
        this.vertx = vertx;
        this.template = template;
    }

    /** Made by whoever needs it first. */
    static TestServer only() {
        return Only.SERVER;
    }

    /** A migrated database that holds nothing but what migrations put there: one that was given back, or a fresh copy. Its name. */
    String copy() {
        var emptied = EMPTIED.poll();
        if (emptied != null) {
            return emptied;
        }
        var name = "test_" + MADE.incrementAndGet();
        asSuperuser("postgres", "CREATE DATABASE " + name + " TEMPLATE " + template);
        return name;
    }

    /** Emptied, it serves another test: a copy has a thousand files to write, and most tests fill a dozen tables with some rows. */
    void giveBack(String name) {
        asSuperuser("postgres", "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '" + name + "'");
        asSuperuser(name, EMPTY);
        EMPTIED.add(name);
    }

    /** Empties these tables and all that refer to them. */
    void clear(String database, List<String> tables) {
        asSuperuser(database, CLEAR.formatted(String.join(",", tables)));
    }

    void drop(String name) {
        asSuperuser("postgres", "DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
    }

    void asSuperuser(String database, String sql) {
        var url = postgres.superuser().onDatabase(database);
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    private List<String> databases() {
        var url = postgres.superuser().onDatabase("postgres");
        try (var connection = DriverManager.getConnection(url.jdbc(), url.user(), url.password());
                var found = connection.createStatement().executeQuery("SELECT datname FROM pg_database")) {
            var names = new ArrayList<String>();
            while (found.next()) {
                names.add(found.getString(1));
            }
            return names;
        } catch (SQLException failure) {
            throw new IllegalStateException(failure.getMessage(), failure);
        }
    }

    /** A machine that loses its power loses these tests as well; where durability is the subject, see {@link DurableServer}. */
    void setFsync(String setting) {
        asSuperuser("postgres", "ALTER SYSTEM SET fsync = " + setting);
        asSuperuser("postgres", "SELECT pg_reload_conf()");
    }

    /** Connections open by the thousand here, and 4,096 rounds of hashing (PostgreSQL's scram_iterations) for each protect nothing. */
    private void hashPasswordsOnce() {
        for (var role : List.of(postgres.superuser(), postgres.owner(), postgres.runner())) {
            asSuperuser("postgres", "SET scram_iterations = 1; ALTER ROLE " + role.user() + " PASSWORD '" + role.password() + "'");
        }
    }

    private void prepare() {
        setFsync("off");
        hashPasswordsOnce();
        var found = databases();
        found.stream().filter(name -> name.startsWith("test_")).forEach(this::drop);
        if (!found.contains(template)) {
            found.stream().filter(name -> name.startsWith("template_")).forEach(this::drop);
            drop("unfinished");
            asSuperuser("postgres", "CREATE DATABASE unfinished OWNER " + postgres.owner().user());
            new Migrations(MIGRATIONS).run(postgres.owner().onDatabase("unfinished"), postgres.runner().user());
            asSuperuser("unfinished", KEEP_ASIDE);
            asSuperuser("postgres", "ALTER DATABASE unfinished RENAME TO " + template);
        }
    }

    private static final class Only {

        /** Kept, since a channel that is forgotten is closed. */
        private static FileChannel held;
        static final TestServer SERVER = start();

        private static TestServer start() {
            var postgres = EmbeddedPostgres.join(folder(), new SecureRandom());
            Runtime.getRuntime().addShutdownHook(new Thread(postgres::close));
            var server = new TestServer(postgres, Vertx.vertx(), "template_2_" + fingerprint());
            server.prepare();
            return server;
        }

        /** JVMs that test side by side have a server each: in the first folder that nobody holds. */
        private static Path folder() {
            try {
                for (var number = 1; ; number++) {
                    var folder = Files.createDirectories(Path.of("target", "test-database-" + number));
                    held = FileChannel.open(folder.resolve("held"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    if (held.tryLock() != null) {
                        return folder;
                    }
                    held.close();
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
        }

        private static String fingerprint() {
            var sum = new CRC32();
            try (var files = Files.list(MIGRATIONS)) {
                for (var file : files.sorted().toList()) {
                    sum.update(file.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                    sum.update(Files.readAllBytes(file));
                }
            } catch (IOException failure) {
                throw new UncheckedIOException(failure);
            }
            return Long.toHexString(sum.getValue());
        }
    }
}
