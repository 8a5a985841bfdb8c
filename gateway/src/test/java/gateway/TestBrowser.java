package gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Pages in a real browser, which is one for all tests of this JVM: the machine's own Chromium where there is one, else
 * Playwright installs its own. Register it as an extension: after each test its pages are closed and its complaints forgotten.
 */
public final class TestBrowser implements AfterEachCallback {

    private static final Path ON_THE_MACHINE = Path.of("/usr/bin/chromium");
    private static final int MOST_TABS = 150;
    /** Playwright waits for five seconds unless told otherwise, and a busy machine may need more. */
    private static final double PATIENCE_MILLIS = 60_000;

    private final List<String> complaints = new ArrayList<>();
    private final List<BrowserContext> contexts = new ArrayList<>();

    /** What the pages of this test have complained of: errors and warnings of the console, errors of scripts, dialogs. */
    public List<String> complaints() {
        return complaints;
    }

    /** An empty page in a context of its own. */
    public Page page(NewContextOptions options) {
        var context = Only.BROWSER.newContext(options.setLocale("en-GB"));
        contexts.add(context);
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (List.of("error", "warning").contains(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onDialog(dialog -> {
            complaints.add("dialog");
            dialog.dismiss();
        });
        return page;
    }

    /** A page of this size, with script or without. */
    public Page page(boolean script, int width, int height) {
        return page(new NewContextOptions().setJavaScriptEnabled(script).setViewportSize(width, height));
    }

    /** Presses a button that sends a form, and waits for the page that answers; a page that renews itself meanwhile loses no press. */
    public static void send(Locator button) {
        var page = button.page();
        page.evaluate("window.isBefore = true");
        button.dispatchEvent("click");
        page.waitForFunction("() => !window.isBefore && document.readyState === 'complete'");
    }

    /** Fails unless axe finds nothing (WCAG and its best practices) and the page fits its width; its picture is kept under target/. */
    public static void check(Page page, String picture) {
        photograph(page, picture);
        assertEquals(List.of(), violations(page), picture);
        assertFits(page, picture);
    }

    /** What axe finds wrong. Only violations are asked for: the report of all that is right takes longer than the search. */
    public static List<String> violations(Page page) {
        var options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).setLegacyMode(true).options(options).analyze().getViolations().stream()
                .map(violation -> violation.getId() + " " + violation.getNodes().getFirst().getHtml()).toList();
    }

    /** Fails if one must scroll sideways. */
    public static void assertFits(Page page, String picture) {
        assertEquals(true, page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), picture + " is too wide");
    }

    /** Keeps a picture of the whole page as build output. */
    public static void photograph(Page page, String picture) {
        page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", picture + ".png")));
    }

    /** Presses Tab until this has the focus. */
    public static void tabTo(Page page, String selector) {
        for (var presses = 0; presses < MOST_TABS; presses++) {
            page.keyboard().press("Tab");
            if (page.locator(selector + ":focus").count() == 1) {
                return;
            }
        }
        throw new AssertionError("the keyboard does not reach " + selector);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        complaints.clear();
    }

    private static final class Only {

        static final Browser BROWSER = launch();

        private static Browser launch() {
            PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MILLIS);
            var isOnTheMachine = Files.isExecutable(ON_THE_MACHINE);
            var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(
                    isOnTheMachine ? Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1") : Map.of()));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
            var options = new LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage",
                    "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream"));
            if (isOnTheMachine) {
                options.setExecutablePath(ON_THE_MACHINE);
            }
            return playwright.chromium().launch(options);
        }
    }
}
