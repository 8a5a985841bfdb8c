package gateway;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real browser for tests: the machine's own Chromium where there is one, else Playwright installs its own. */
public final class Chromium implements AutoCloseable {

    private static final Path ON_THE_MACHINE = Path.of("/usr/bin/chromium");

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        var isOnTheMachine = Files.isExecutable(ON_THE_MACHINE);
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(
                isOnTheMachine ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
        var options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage",
                "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"));
        if (isOnTheMachine) {
            options.setExecutablePath(ON_THE_MACHINE);
        }
        browser = playwright.chromium().launch(options);
    }

    public Browser browser() {
        return browser;
    }

    /** Where pictures of pages are kept as build output. */
    public static Path screenshot(String name) {
        return Path.of("target", "screenshots", name + ".png");
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }
}
