package gateway.settings;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The name of every setting, with its default; an empty default means none. */
enum SettingKey {
    HTTP_HOST("http.host", "127.0.0.1"),
    HTTP_PORT("http.port", "8080"),
    MANAGEMENT_PORT("management.port", "8081"),
    VIRTUAL_PORT("virtual.port", "8090"),
    PUBLIC_URL("public.url", ""),
    DATABASE_URL("database.url"),
    DATABASE_MIGRATION_URL("database.migration.url"),
    DATA_DIRECTORY("data.directory", "data"),
    PACK("pack", "config/packs/phnom-penh"),
    NETWORK("network", ""),
    CARRIER("carrier", "virtual"),
    TWILIO_API_URL("twilio.api.url", "https://api.twilio.com"),
    TWILIO_ACCOUNT_SID("twilio.account.sid"),
    TWILIO_AUTH_TOKEN("twilio.auth.token"),
    TWILIO_AUTH_TOKEN_PREVIOUS("twilio.auth.token.previous"),
    TWILIO_WHISPER("twilio.whisper", "true"),
    SEALING_KEY("sealing.key"),
    CHECK_IN_FIRST("check.in.first", "15m"),
    CHECK_IN_NEXT("check.in.next", "60m"),
    DISPATCH_AREA("dispatch.area", "true"),
    UNCLEAR_DEADLINE("unclear.deadline", "10m"),
    ERASE_WRONG_NUMBER("erase.wrong.number", "60m"),
    LIMITS_INTAKE_CONNECTIONS("limits.intake.connections", "16"),
    LIMITS_DATABASE_CONNECTIONS("limits.database.connections", "16");

    private final String written;
    private final String usual;
    private final boolean secret;

    SettingKey(String written, String usual) {
        this.written = written;
        this.usual = usual;
        this.secret = false;
    }

    /** A secret: it has no default and never stands in the file. */
    SettingKey(String written) {
        this.written = written;
        this.usual = "";
        this.secret = true;
    }

    static Optional<SettingKey> find(String written) {
        return Arrays.stream(values()).filter(key -> key.written.equals(written)).findFirst();
    }

    String written() {
        return written;
    }

    String usual() {
        return usual;
    }

    boolean isSecret() {
        return secret;
    }

    /** The environment variable that overrides it. */
    String variable() {
        return "GATEWAY_" + written.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
