package gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import gateway.TestBrowser;
import gateway.TestConsole;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The pages about texts in a real browser: what machines wrote, who is muted, and why a text is read as it is. */
@SuppressWarnings("NullAway.Init")
class TextsBrowserTest {

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @ParameterizedTest
    @CsvSource({"en, 1200", "km, 390"})
    void a_reader_of_any_kind_can_use_the_pages_about_texts(String language, int width) {
        CONSOLE.empty();
        for (var i = 0; i < 22; i++) {
            CONSOLE.texts("Smart", "Enjoy 5GB for only 1$ today! " + "zxqwv".repeat(i));
        }
        CONSOLE.texts("171717", "សេវាថ្មី! ទទួលបាន 10GB ត្រឹមតែ 1ដុល្លារ");
        CONSOLE.sendsPicture(TestConsole.REPORTER, "");
        var picture = language + "-" + width;
        try (var page = BROWSER.page(new NewContextOptions().setViewportSize(width, 900))) {
            page.navigate(CONSOLE.link("Noon"));
            page.locator("main button").click();
            TestBrowser.send(page.locator("button[name=language][value=" + language + "]"));
            page.navigate(CONSOLE.address + "/unread");
            page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
            TestBrowser.check(page, "unread-machines-" + picture);
            page.locator("a[rel=next]").click();
            assertThat(page.locator("#machines ~ .box")).hasCount(3);
            TestBrowser.send(page.locator("form[action$='/mute'] button").last());
            TestBrowser.send(page.locator("form[action$='/mute'] button").last());

            page.navigate(CONSOLE.address + "/mutes");
            assertThat(page.locator("main li")).hasCount(2);
            TestBrowser.check(page, "mutes-" + picture);

            page.navigate(CONSOLE.address + "/reading");
            page.locator("#text").fill("zxqwv 2 police took my friend near the market, 5 of us");
            page.locator("details summary").click();
            page.locator("#word").fill("market");
            page.locator("#code").selectOption("4");
            page.locator("main form button").click();
            assertThat(page.locator("#answer ul li").first()).isVisible();
            TestBrowser.check(page, "reading-" + picture);
            assertThat(page).hasURL(CONSOLE.address + "/reading");
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @Test
    void what_a_coordinator_has_unfolded_stays_so_while_more_comes_in() {
        CONSOLE.empty();
        CONSOLE.texts("Smart", "Enjoy 5GB for only 1$ today!");
        try (var page = BROWSER.page(true, 390, 844)) {
            page.navigate(CONSOLE.link("Noon"));
            TestBrowser.send(page.locator("main button"));
            page.navigate(CONSOLE.address + "/unread");
            page.locator("summary", new Page.LocatorOptions().setHasText("It is a cry for help")).click();

            CONSOLE.texts("Cellcard", "Enjoy 7GB for only 1$ today!");

            assertThat(page.locator("#cards")).containsText("7GB");
            assertThat(page.locator("details[open]")).hasCount(1);
        }
    }
}
