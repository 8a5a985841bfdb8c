package gateway;

import gateway.alert.CheckIns;
import gateway.database.CannotStart;
import gateway.database.Changes;
import gateway.database.Collisions;
import gateway.database.Database;
import gateway.database.DatabaseAway;
import gateway.database.DatabaseClock;
import gateway.database.DatabaseUrl;
import gateway.database.Durability;
import gateway.database.EmbeddedPostgres;
import gateway.database.FaultyRows;
import gateway.database.Migrations;
import gateway.database.PoolLimits;
import gateway.database.Pools;
import gateway.network.FictionNumbers;
import gateway.network.Finding;
import gateway.network.Network;
import gateway.network.NetworkFile;
import gateway.network.NetworkReading;
import gateway.pack.Pack;
import gateway.phone.PhoneNumber;
import gateway.sealing.KeyFile;
import gateway.sealing.KeyRing;
import gateway.settings.Secret;
import gateway.settings.Settings;
import io.vertx.core.Vertx;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The house with its database and its keys open, as the gateway and every command need it. Closes in reverse. */
public final class OpenHouse implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(OpenHouse.class);
    private static final int FIRST_ANSWERS = 10;
    private static final Duration BETWEEN_ANSWERS = Duration.ofMillis(500);
    private static final Duration DOOR_PATIENCE = Duration.ofMillis(2_500);
    private static final Duration LOOP_PATIENCE = Duration.ofSeconds(15);

    public final Settings settings;
    final Vertx vertx;
    final Changes changes = new Changes();
    final DatabaseUrl url;
    final Database doors;
    public final Database database;
    public final DatabaseClock clock;
    public final SecureRandom random = new SecureRandom();
    public final House house;
    /** The row of the account our hotlines' numbers belong to. */
    public final UUID carrierAccount;
    private final Optional<EmbeddedPostgres> embedded;
    final Collisions collisions = new Collisions();
    final FaultyRows faultyRows = new FaultyRows();
    private final Deque<AutoCloseable> open = new ArrayDeque<>();

    private OpenHouse(Settings settings, boolean staying, Runnable beforeCommit) {
        this.settings = settings;
        var complete = false;
        try {
            embedded = embedded(settings, staying);
            url = Optional.ofNullable(settings.database()).orElseGet(() -> embedded.orElseThrow().runner());
            new Migrations(settings.migrations()).run(owner(), url.user());
            vertx = Vertx.vertx();
            open.push(() -> vertx.close().await());
            var forDoors = open("umbrella doors", PoolLimits.forDoors(settings.limits().intakeConnections()), DOOR_PATIENCE, beforeCommit);
            var forLoops = open("umbrella loops", PoolLimits.forLoops(settings.limits().databaseConnections()), LOOP_PATIENCE,
                    () -> { });
            waitFor(forLoops);
            clock = DatabaseClock.start(forLoops);
            doors = forDoors.at(clock);
            database = forLoops.at(clock);
            var sealingKey = new KeyFile(settings.dataDirectory()).find(sealingKeyText(settings), database);
            var keys = database.inTransaction(tx -> KeyRing.open(tx, sealingKey, random, tx.now()));
            house = new House(doors, database, clock, random, keys, Pack.load(settings.pack()),
                    new HouseSettings(new CheckIns(settings.firstCheckIn(), settings.nextCheckIn(), CheckIns.DEFAULT.byText()),
                            settings.dispatchArea(), settings.deadlines(), settings.whispers()));
            carrierAccount = database.inTransaction(tx -> house.carrierAccounts.known(tx, carrierKind(), carrierAccountName()));
            complete = true;
        } finally {
            if (!complete) {
                close();
            }
        }
    }

    /** For the gateway itself, which stays. */
    static OpenHouse toServe(Settings settings, Runnable beforeCommit) {
        return new OpenHouse(settings, true, beforeCommit);
    }

    /** For a command, which joins the database of a running gateway, or opens it alone. */
    public static OpenHouse forCommand(Settings settings) {
        return new OpenHouse(settings, false, () -> { });
    }

    /** {@code virtual} or {@code twilio}. */
    String carrierKind() {
        return switch (settings.carrier()) {
            case VIRTUAL -> "virtual";
            case TWILIO -> "twilio";
        };
    }

    /** @throws CannotStart that tells every fault of the file, each with its line */
    public Network read(Path file) {
        return switch (NetworkFile.read(file, fiction(), this::isProven)) {
            case NetworkReading.Sound(var network) -> network;
            case NetworkReading.Faulty(var faults) -> throw new CannotStart(
                    faults.stream().map(fault -> file + ": " + fault).collect(Collectors.joining("\n")), null);
        };
    }

    /** Whether she is known by this very number, and it was verified. */
    private boolean isProven(String alias, PhoneNumber phone) {
        return database.inTransaction(tx -> house.people.members().byAlias(tx, alias))
                .filter(member -> member.verified() && phone.equals(member.phone())).isPresent();
    }

    /** Whose numbers are reserved for fiction, although the carrier is real; empty is as it must be. */
    public List<Finding> fictionNumbers() {
        return database.inTransaction(tx -> house.findings().fictionNumbers(tx, fiction()));
    }

    private FictionNumbers fiction() {
        var twilio = settings.twilio();
        return FictionNumbers.forCarrier(carrierKind(),
                twilio == null ? URI.create("http://127.0.0.1") : twilio.apiUrl());
    }

    /** The next start waits for this one to end, rather than refusing. */
    void beginLeaving() {
        embedded.ifPresent(EmbeddedPostgres::beginLeaving);
    }

    @Override
    public void close() {
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception failure) {
                // The others are closed all the same: a server left behind would keep the next start waiting.
                log.error("A part of the house could not be closed", failure);
            }
        }
    }

    /** A server that has just started on a busy machine may need a moment; one that does not answer at all is a fault. */
    private void waitFor(Database database) {
        for (var attempt = 1;; attempt++) {
            try {
                Durability.check(database);
                return;
            } catch (DatabaseAway away) {
                if (attempt == FIRST_ANSWERS) {
                    throw new CannotStart("the database does not answer: " + away.getMessage(), away);
                }
                LockSupport.parkNanos(BETWEEN_ANSWERS.toNanos());
            }
        }
    }

    private Optional<EmbeddedPostgres> embedded(Settings settings, boolean staying) {
        if (!settings.isEmbedded()) {
            return Optional.empty();
        }
        var server = staying ? EmbeddedPostgres.serve(settings.dataDirectory(), random)
                : EmbeddedPostgres.join(settings.dataDirectory(), random);
        open.push(server);
        return Optional.of(server);
    }

    private DatabaseUrl owner() {
        return Optional.ofNullable(settings.migrationDatabase()).orElseGet(() -> embedded.orElseThrow().owner());
    }

    private Database open(String name, PoolLimits limits, Duration patience, Runnable beforeCommit) {
        var pool = Pools.open(vertx, url, name, limits);
        open.push(() -> pool.close().await());
        return new Database(pool, limits.connect(), patience, changes, beforeCommit, collisions, faultyRows);
    }

    private String carrierAccountName() {
        var twilio = settings.twilio();
        return twilio == null ? "virtual" : twilio.accountSid().value();
    }

    private static Optional<String> sealingKeyText(Settings settings) {
        return Optional.ofNullable(settings.sealingKey()).map(Secret::value);
    }
}
