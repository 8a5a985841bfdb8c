package gateway.settings;

import gateway.database.DatabaseUrl;
import gateway.unread.Deadlines;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * All settings, checked. They come from {@code config/gateway.yaml} and the environment, which goes before it; secrets
 * come from the environment alone, or from a file it names. Paths are those under the home folder unless absolute.
 */
public record Settings(
        String httpHost,
        int httpPort,
        int managementPort,
        int virtualPort,
        URI publicUrl,
        @Nullable DatabaseUrl database,
        @Nullable DatabaseUrl migrationDatabase,
        Path dataDirectory,
        Path migrations,
        Path pack,
        @Nullable Path network,
        CarrierKind carrier,
        @Nullable Twilio twilio,
        @Nullable Secret sealingKey,
        Duration firstCheckIn,
        Duration nextCheckIn,
        boolean dispatchArea,
        Deadlines deadlines,
        boolean whispers,
        Limits limits) {


    /** Which phone network messages go to. */
    public enum CarrierKind { VIRTUAL, TWILIO }

    /** An account with Twilio, or with a carrier that speaks its language. */
    public record Twilio(URI apiUrl, Secret accountSid, Secret authToken, @Nullable Secret previousAuthToken) {}

    /** Database connections at most: for what carriers bring, and for all else. */
    public record Limits(int intakeConnections, int databaseConnections) {}

    /**
     * Reads the file and the environment.
     *
     * @param home the folder that holds config/ and migrations/
     * @throws BadSettings that names every fault at once
     */
    public static Settings read(Path home, Map<String, String> environment) {
        var file = home.resolve("config").resolve("gateway.yaml");
        return from(home, new SettingValues(SettingsFile.read(file), environment));
    }

    /** Whether the database is our own, in the data directory. */
    public boolean isEmbedded() {
        return database == null;
    }

    static Settings from(Path home, SettingValues values) {
        var carrier = values.choice(SettingKey.CARRIER,
                Map.of("virtual", CarrierKind.VIRTUAL, "twilio", CarrierKind.TWILIO), CarrierKind.VIRTUAL);
        var httpPort = port(values, SettingKey.HTTP_PORT);
        var database = values.database(SettingKey.DATABASE_URL);
        var migrationDatabase = values.database(SettingKey.DATABASE_MIGRATION_URL);
        if (migrationDatabase.isPresent() && database.isEmpty()) {
            values.fault(SettingKey.DATABASE_MIGRATION_URL, "needs database.url beside it");
        }
        var settings = new Settings(
                values.text(SettingKey.HTTP_HOST).orElseThrow(),
                httpPort,
                port(values, SettingKey.MANAGEMENT_PORT),
                port(values, SettingKey.VIRTUAL_PORT),
                publicUrl(values, carrier, httpPort),
                database.orElse(null),
                migrationDatabase.or(() -> database).orElse(null),
                home.resolve(values.text(SettingKey.DATA_DIRECTORY).orElseThrow()),
                home.resolve("migrations"),
                existing(values, home, SettingKey.PACK, "a folder").orElse(home),
                existing(values, home, SettingKey.NETWORK, "a file").orElse(null),
                carrier,
                carrier == CarrierKind.TWILIO ? twilio(values) : null,
                values.secret(SettingKey.SEALING_KEY).orElse(null),
                values.duration(SettingKey.CHECK_IN_FIRST, Duration.ofMinutes(1), Duration.ofHours(2)),
                values.duration(SettingKey.CHECK_IN_NEXT, Duration.ofMinutes(1), Duration.ofHours(24)),
                values.flag(SettingKey.DISPATCH_AREA),
                new Deadlines(values.duration(SettingKey.UNCLEAR_DEADLINE, Duration.ofMinutes(1), Duration.ofMinutes(60)),
                        values.duration(SettingKey.ERASE_WRONG_NUMBER, Duration.ofMinutes(5), Duration.ofHours(72))),
                values.flag(SettingKey.TWILIO_WHISPER),
                limits(values));
        portsDiffer(values, settings);
        values.throwFaults();
        return settings;
    }

    private static int port(SettingValues values, SettingKey key) {
        return values.number(key, 1, 65_535);
    }

    private static void portsDiffer(SettingValues values, Settings settings) {
        var taken = new HashSet<>(Set.of(settings.httpPort));
        if (!taken.add(settings.managementPort)) {
            values.fault(SettingKey.MANAGEMENT_PORT, "must differ from the other ports");
        }
        if (settings.carrier == CarrierKind.VIRTUAL && !taken.add(settings.virtualPort)) {
            values.fault(SettingKey.VIRTUAL_PORT, "must differ from the other ports");
        }
    }

    /** Virtual phones answer whoever knows their address, so they never stand where the world comes in. */
    private static URI publicUrl(SettingValues values, CarrierKind carrier, int httpPort) {
        var here = URI.create("http://127.0.0.1:" + httpPort);
        var written = values.address(SettingKey.PUBLIC_URL);
        if (carrier == CarrierKind.VIRTUAL && written.filter(url -> !SettingValues.isLoopback(url)
                || "https".equals(url.getScheme())).isPresent()) {
            values.fault(SettingKey.PUBLIC_URL, "must be http on 127.0.0.1, or not be set, while carrier is virtual");
        }
        if (carrier == CarrierKind.TWILIO && values.text(SettingKey.PUBLIC_URL).isEmpty()) {
            values.fault(SettingKey.PUBLIC_URL, "must be set while carrier is twilio: the https address it reaches us at");
        }
        return written.orElse(here);
    }

    private static @Nullable Twilio twilio(SettingValues values) {
        for (var needed : List.of(SettingKey.TWILIO_ACCOUNT_SID, SettingKey.TWILIO_AUTH_TOKEN)) {
            if (values.text(needed).isEmpty()) {
                values.fault(needed, "must be set while carrier is twilio: by " + needed.variable()
                        + ", or by " + needed.variable() + "_FILE");
            }
        }
        var apiUrl = values.address(SettingKey.TWILIO_API_URL);
        var sid = values.secret(SettingKey.TWILIO_ACCOUNT_SID);
        var token = values.secret(SettingKey.TWILIO_AUTH_TOKEN);
        if (apiUrl.isEmpty() || sid.isEmpty() || token.isEmpty()) {
            return null;
        }
        return new Twilio(apiUrl.get(), sid.get(), token.get(),
                values.secret(SettingKey.TWILIO_AUTH_TOKEN_PREVIOUS).orElse(null));
    }

    private static Optional<Path> existing(SettingValues values, Path home, SettingKey key, String kind) {
        return values.text(key).map(home::resolve).filter(path -> {
            var exists = kind.equals("a folder") ? Files.isDirectory(path) : Files.isRegularFile(path);
            if (!exists) {
                values.fault(key, "must name " + kind + " that is there");
            }
            return exists;
        });
    }

    private static Limits limits(SettingValues values) {
        return new Limits(
                values.number(SettingKey.LIMITS_INTAKE_CONNECTIONS, 1, 40),
                values.number(SettingKey.LIMITS_DATABASE_CONNECTIONS, 2, 40));
    }
}
