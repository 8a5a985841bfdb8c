package gateway.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

    private static final Map<String, String> TWILIO = Map.of("GATEWAY_CARRIER", "twilio",
            "GATEWAY_PUBLIC_URL", "https://umbrella.example.org/", "GATEWAY_TWILIO_ACCOUNT_SID", "AC-account",
            "GATEWAY_TWILIO_AUTH_TOKEN", "the-token");

    @TempDir
    Path home;

    @BeforeEach
    void a_home_with_a_pack() throws IOException {
        Files.createDirectories(home.resolve("config/packs/phnom-penh"));
        Files.createDirectories(home.resolve("config/packs/elsewhere"));
    }

    @Test
    void the_file_as_it_is_shipped_holds_every_default() throws IOException {
        var shipped = Settings.read(Path.of(""), Map.of());
        var words = Files.readString(Path.of("config/gateway.yaml"));

        var defaults = Settings.from(Path.of(""),
                new SettingValues(Map.of("network", "config/network.example.yaml"), Map.of()));
        assertEquals(defaults, shipped);
        for (var key : SettingKey.values()) {
            assertEquals(!key.isSecret(), words.lines().anyMatch(line -> line.matches("(# )?" + key.written() + ": .*")),
                    key.written());
        }
    }

    @Test
    void the_example_of_the_secrets_names_each_and_holds_none() throws IOException {
        var lines = Files.readAllLines(Path.of("config/secrets.example.env"));

        for (var key : SettingKey.values()) {
            assertEquals(key.isSecret(), lines.contains("# " + key.variable() + "="), key.written());
        }
    }

    @Test
    void the_file_goes_before_the_default_and_the_environment_before_the_file() throws IOException {
        var settings = read("""
                http.port: 9090
                check.in.first: 10m
                pack: config/packs/elsewhere
                """, Map.of("GATEWAY_CHECK_IN_FIRST", "90s", "HOME", "/somewhere"));

        assertEquals(9090, settings.httpPort());
        assertEquals(URI.create("http://127.0.0.1:9090"), settings.publicUrl());
        assertEquals(Duration.ofSeconds(90), settings.firstCheckIn());
        assertEquals(Duration.ofMinutes(60), settings.nextCheckIn());
        assertEquals(home.resolve("config/packs/elsewhere"), settings.pack());
        assertEquals(home.resolve("data"), settings.dataDirectory());
        assertTrue(settings.isEmbedded());
    }

    @Test
    void an_empty_variable_takes_back_what_the_file_says() throws IOException {
        Files.writeString(home.resolve("network.yaml"), "");

        assertEquals(home.resolve("network.yaml"), read("network: network.yaml", Map.of()).network());
        assertTrue(Objects.isNull(read("network: network.yaml", Map.of("GATEWAY_NETWORK", "")).network()));
    }

    @Test
    void secrets_come_by_the_environment_or_from_a_file_it_names() throws IOException {
        var token = Files.writeString(home.resolve("token"), "from-a-file\n");
        var environment = with(TWILIO, "GATEWAY_TWILIO_AUTH_TOKEN_FILE", token.toString());
        environment.remove("GATEWAY_TWILIO_AUTH_TOKEN");

        var twilio = Objects.requireNonNull(read("", environment).twilio());

        assertEquals("AC-account", twilio.accountSid().value());
        assertEquals("from-a-file", twilio.authToken().value());
        assertEquals(URI.create("https://api.twilio.com"), twilio.apiUrl());
    }

    @Test
    void printed_settings_show_no_secret() throws IOException {
        var environment = with(TWILIO, "GATEWAY_TWILIO_AUTH_TOKEN_PREVIOUS", "older-secret");
        environment.put("GATEWAY_SEALING_KEY", "key-secret");
        environment.put("GATEWAY_DATABASE_URL", "postgresql://noon:db-secret@db/umbrella");
        environment.put("GATEWAY_DATABASE_MIGRATION_URL", "postgresql://rosa:owner-secret@db/umbrella");

        var printed = read("", environment).toString();

        assertFalse(printed.matches("(?s).*(secret\\b|the-token|AC-account).*"), printed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http.port: 0              | http.port is 0: it must be a whole number from 1 to 65535
            http.port: 65536          | http.port is 65536: it must be a whole number from 1 to 65535
            http.port: eighty         | http.port is eighty: it must be a whole number from 1 to 65535
            management.port: 8080     | management.port is 8080: it must differ from the other ports
            virtual.port: 8081        | virtual.port is 8081: it must differ from the other ports
            carrier: pigeon           | carrier is pigeon: it must be twilio or virtual
            dispatch.area: perhaps    | dispatch.area is perhaps: it must be true or false
            check.in.first: 0s        | check.in.first is 0s: it must be from 1m to 2h, written like 90s, 15m or 2h
            check.in.first: 3h        | check.in.first is 3h: it must be from 1m to 2h, written like 90s, 15m or 2h
            check.in.next: 60         | check.in.next is 60: it must be from 1m to 24h, written like 90s, 15m or 2h
            pack: config/packs/none   | pack is config/packs/none: it must name a folder that is there
            network: none.yaml        | network is none.yaml: it must name a file that is there
            limits.intake.connections: 0   | limits.intake.connections is 0: it must be a whole number from 1 to 40
            http.prot: 8080           | http.prot in gateway.yaml is not a setting
            public.url: https://u.org | public.url is https://u.org: it must be http on 127.0.0.1, or not be set, while \
            carrier is virtual
            public.url: http://u.org  | public.url is http://u.org: it must be an https address, or http on 127.0.0.1
            sealing.key: abc          | sealing.key is a secret and may not stand in gateway.yaml: set \
            GATEWAY_SEALING_KEY, or GATEWAY_SEALING_KEY_FILE to a file that holds it
            """)
    void a_fault_in_the_file_names_the_key_the_value_and_what_is_allowed(String line, String fault) {
        assertEquals(List.of(fault), faults(line, Map.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GATEWAY_HTTP_PROT         | 8080      | GATEWAY_HTTP_PROT in the environment is not a setting
            GATEWAY_HTTP_PORT_FILE    | /etc/port | GATEWAY_HTTP_PORT_FILE in the environment is not a setting
            GATEWAY_HTTP_PORT         | -1        | http.port is -1: it must be a whole number from 1 to 65535
            GATEWAY_SEALING_KEY_FILE  | /none/key | GATEWAY_SEALING_KEY_FILE is /none/key: it must name a file that can \
            be read
            GATEWAY_DATABASE_URL      | mysql://a:hidden@b/c | database.url must read \
            postgresql://user:password@host:port/name
            GATEWAY_DATABASE_MIGRATION_URL | postgresql://a:hidden@b/c | database.migration.url needs database.url beside it
            """)
    void a_fault_in_the_environment_is_named_too(String variable, String value, String fault) {
        assertEquals(List.of(fault), faults("", Map.of(variable, value)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GATEWAY_PUBLIC_URL         |                   | public.url must be set while carrier is twilio: the https \
            address it reaches us at
            GATEWAY_PUBLIC_URL         | http://u.org      | public.url is http://u.org: it must be an https address, or \
            http on 127.0.0.1
            GATEWAY_TWILIO_AUTH_TOKEN  |                   | twilio.auth.token must be set while carrier is twilio: by \
            GATEWAY_TWILIO_AUTH_TOKEN, or by GATEWAY_TWILIO_AUTH_TOKEN_FILE
            GATEWAY_TWILIO_ACCOUNT_SID |                   | twilio.account.sid must be set while carrier is twilio: by \
            GATEWAY_TWILIO_ACCOUNT_SID, or by GATEWAY_TWILIO_ACCOUNT_SID_FILE
            GATEWAY_TWILIO_API_URL     | http://api.org    | twilio.api.url is http://api.org: it must be an https \
            address, or http on 127.0.0.1
            GATEWAY_TWILIO_API_URL     | https://a@api.org | twilio.api.url is https://a@api.org: it must be an https \
            address, or http on 127.0.0.1
            """)
    void twilio_needs_its_address_account_and_token(String variable, String value, String fault) {
        assertEquals(List.of(fault), faults("", with(TWILIO, variable, value == null ? "" : value)));
    }

    @Test
    void all_faults_are_told_at_once() {
        assertEquals(2, faults("http.port: 0\ncarrier: pigeon", Map.of()).size());
    }

    @Test
    void a_file_that_cannot_be_understood_is_refused_with_its_line() {
        assertTrue(faults("http.port: 1\nhttp.port: 2", Map.of()).getFirst().contains("gateway.yaml line 2"));
        assertTrue(faults("http:\n  port: 1", Map.of()).getFirst().startsWith("http in "));
    }

    @Test
    void both_a_secret_and_its_file_are_one_too_many() {
        var environment = Map.of("GATEWAY_SEALING_KEY", "a", "GATEWAY_SEALING_KEY_FILE", "b");

        assertEquals(List.of("GATEWAY_SEALING_KEY and GATEWAY_SEALING_KEY_FILE are both set: only one may be"),
                faults("", environment));
    }

    @Test
    void no_two_keys_have_one_variable() {
        assertEquals(SettingKey.values().length,
                Arrays.stream(SettingKey.values()).map(SettingKey::variable).distinct().count());
    }

    private Settings read(String file, Map<String, String> environment) throws IOException {
        Files.writeString(home.resolve("config/gateway.yaml"), file);
        return Settings.read(home, environment);
    }

    private List<String> faults(String file, Map<String, String> environment) {
        return assertThrows(BadSettings.class, () -> read(file, environment)).faults();
    }

    private static Map<String, String> with(Map<String, String> environment, String variable, String value) {
        var changed = new HashMap<>(environment);
        changed.put(variable, value);
        return changed;
    }
}
