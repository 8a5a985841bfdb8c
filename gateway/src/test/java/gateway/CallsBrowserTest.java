package gateway;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import gateway.database.DurableServer;
import gateway.database.TestDatabase;
import gateway.settings.Settings;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The whole gateway as the first command starts it, and calls on its virtual phones in a real browser. */
@SuppressWarnings("NullAway.Init")
@ExtendWith(DurableServer.class)
class CallsBrowserTest {

    private static final String REPORTER = "12025550150";
    private static final String ROSA = "12025550111";
    private static final ContainsTextOptions SOON = new ContainsTextOptions().setTimeout(20_000);


    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    final TestDatabase database = new TestDatabase();

    @TempDir
    Path folder = Path.of("");
    private @Nullable Running gateway;

    @BeforeEach
    void network() throws IOException {
        Files.writeString(folder.resolve("network.yaml"), Files.readString(Path.of("gateway/src/test/resources/network.yaml")));
    }

    @AfterEach
    void close() {
        stop();
        database.close();
    }

    @Test
    void a_reporter_rings_hears_a_neutral_sentence_and_a_key_dispatches_rosa() throws IOException {
        try (var page = page(start())) {
            page.locator("#call-" + REPORTER).click();
            assertThat(said(page, REPORTER)).containsText("Hello, this is the shop.", SOON);
            page.keyboard().press("2");

            assertThat(said(page, REPORTER)).containsText("Thank you. Goodbye.", SOON);
            assertThat(thread(page, ROSA)).containsText(Pattern.compile("C2 .*TAKE \\d{6}"), SOON);
            assertThat(standing(page, REPORTER)).containsText("The call is over", SOON);
        }
    }

    @Test
    void who_hangs_up_at_once_with_a_withheld_number_is_an_alert_all_the_same() throws IOException {
        try (var page = page(start())) {
            page.locator("#withheld-" + REPORTER).check();
            page.locator("#call-" + REPORTER).click();
            page.locator("#hang-up-" + REPORTER).click();

            assertThat(standing(page, REPORTER)).containsText("You hung up");
            assertThat(thread(page, ROSA)).containsText(Pattern.compile("CM .*TAKE \\d{6}"), SOON);
        }
    }

    @Test
    void a_step_by_voice_rings_rosas_phone_and_a_key_of_hers_takes_the_alert() throws IOException {
        Files.writeString(folder.resolve("network.yaml"), Files.readString(folder.resolve("network.yaml"))
                .replace("{ ask: [Peers], wait: 5m }", "{ ask: [Peers], by: voice, wait: 5m }"));
        try (var page = page(start())) {
            page.locator("#words-" + REPORTER).fill("2");
            page.locator("#send-" + REPORTER).click();
            assertThat(standing(page, ROSA)).containsText("It rings: Phnom Penh line", SOON);
            page.locator("#answer-" + ROSA).click();
            assertThat(said(page, ROSA)).containsText("Hello, this is the shop.", SOON);
            page.locator("#key-5-" + ROSA).click();
            assertThat(said(page, ROSA)).containsText("Press one to take it", SOON);
            page.locator("#key-1-" + ROSA).click();

            assertThat(said(page, ROSA)).containsText("It is yours.", SOON);
            assertThat(standing(page, ROSA)).containsText("The call is over", SOON);
        }
    }

    @Test
    void a_start_ends_all_calls_and_the_phone_says_so() throws IOException {
        try (var page = page(start())) {
            page.locator("#call-" + REPORTER).click();
            assertThat(said(page, REPORTER)).containsText("Hello, this is the shop.", SOON);
        }
        stop();

        try (var page = page(start())) {
            assertThat(standing(page, REPORTER)).containsText("Cut off: the gateway stopped.");
            assertThat(page.locator("#call-" + REPORTER)).isVisible();
        }
    }

    private String start() throws IOException {
        var environment = new HashMap<>(Map.of(
                "GATEWAY_DATABASE_URL", database.runner().written(),
                "GATEWAY_DATABASE_MIGRATION_URL", database.owner().written(),
                "GATEWAY_SEALING_KEY", database.sealingKey().written(),
                "GATEWAY_DATA_DIRECTORY", folder.resolve("data").toString(),
                "GATEWAY_NETWORK", folder.resolve("network.yaml").toString()));
        for (var port : new String[] {"HTTP", "MANAGEMENT", "VIRTUAL"}) {
            environment.put("GATEWAY_" + port + "_PORT", String.valueOf(freePort()));
        }
        gateway = Running.start(Settings.read(Path.of("").toAbsolutePath(), environment), Seams.NONE);
        return gateway.greeting().getLast().replaceFirst("^.* ", "");
    }

    private void stop() {
        if (gateway != null) {
            gateway.close();
            gateway = null;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Page page(String address) {
        var page = BROWSER.page(true, 1440, 900);
        assertEquals(200, page.navigate(address).status());
        return page;
    }

    private static Locator said(Page page, String digits) {
        return page.locator("#said-" + digits);
    }

    private static Locator standing(Page page, String digits) {
        return page.locator("#standing-" + digits);
    }

    private static Locator thread(Page page, String digits) {
        return page.locator("#thread-" + digits);
    }
}
