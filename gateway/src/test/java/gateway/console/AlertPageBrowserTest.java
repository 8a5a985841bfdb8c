package gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import gateway.TestBrowser;
import gateway.TestConsole;
import gateway.console.frame.VisibleText;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One alert's page in a browser: it changes under its reader, is used by keyboard, and shows words as words. */
@SuppressWarnings("NullAway.Init")
class AlertPageBrowserTest {

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @Test
    void a_responders_done_is_confirmed_with_the_outcome_it_named() {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        var number = CONSOLE.newestAlert();
        var code = CONSOLE.codeOf(TestConsole.ROSA);
        CONSOLE.texts(TestConsole.ROSA, "TAKE " + code);
        CONSOLE.texts(TestConsole.ROSA, "DONE " + code + " 3 home now");
        try (var page = BROWSER.page(true, 1280, 900)) {
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/alerts/" + number);

            assertThat(page.locator("#now")).containsText("Rosa says it is over");
            assertThat(page.locator("#now")).containsText("home now");
            assertThat(page.locator("#outcome-1")).hasValue("released_vouched");
            page.locator("button", text("Confirm and resolve")).click();

            assertThat(page.locator("#state")).hasText("Resolved");
        }
    }

    @Test
    void who_is_overdue_can_be_cleared_though_the_alert_was_a_wrong_number_and_is_erased_by_now() {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        CONSOLE.texts(TestConsole.ROSA, "TAKE " + CONSOLE.codeOf(TestConsole.ROSA));
        CONSOLE.texts(TestConsole.ROSA, "IN 5");
        var alert = CONSOLE.address + "/alerts/" + CONSOLE.newestAlert();
        try (var page = BROWSER.page(false, 390, 844)) {
            signIn(page, "Noon");
            page.navigate(alert);
            page.locator("summary", text("Wrong number")).click();
            page.locator("form[action$='/wrong-number'] button").click();
            CONSOLE.turnClock(Duration.ofDays(2));
            signIn(page, "Noon");
            page.navigate(alert);
            assertThat(page.locator("main")).containsText("erased");
            page.locator("form[action$='/timer-clearance'] input[name=reason]").fill("She rang me");
            page.locator("form[action$='/timer-clearance'] button").click();

            assertThat(page.locator(".notice.good")).containsText("Rosa");
            assertThat(page.locator("form[action$='/timer-clearance']")).hasCount(0);
            assertEquals(List.of(), BROWSER.complaints());
        } finally {
            CONSOLE.now = Instant.parse("2026-03-02T14:10:00Z");
        }
    }

    @Test
    void a_note_half_written_stays_when_something_changes() {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        try (var page = BROWSER.page(true, 1280, 900)) {
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/alerts/" + CONSOLE.newestAlert());
            page.locator("summary", text("Write a note")).click();
            page.locator("#note-words").fill("Her sister");

            CONSOLE.texts(TestConsole.ROSA, "TAKE " + CONSOLE.codeOf(TestConsole.ROSA));

            assertThat(page.locator("#now")).containsText("Rosa has had it");
            assertThat(page.locator("#timeline")).containsText("Rosa has it");
            assertThat(page.locator("#note-words")).hasValue("Her sister");
            assertThat(page.locator("#note-words")).isFocused();
        }
    }

    @Test
    void all_that_matters_is_done_by_keyboard_alone() {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        try (var page = BROWSER.page(true, 1280, 900)) {
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/alerts");
            TestBrowser.tabTo(page, "#alert-" + CONSOLE.newestAlert());
            page.keyboard().press("Enter");
            assertThat(page.locator("#now")).isVisible();
            TestBrowser.tabTo(page, "#acknowledgement-peer-advocate");
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice.good")).containsText("You have alert");
            TestBrowser.tabTo(page, "#resolution summary");
            page.keyboard().press("Enter");
            TestBrowser.tabTo(page, "#outcome-1");
            page.keyboard().type("Escaped");
            TestBrowser.tabTo(page, "#resolution button");
            page.keyboard().press("Enter");

            assertThat(page.locator("#state")).hasText("Resolved");
        }
    }

    @Test
    void a_focused_button_keeps_its_focus_when_the_page_changes() {
        CONSOLE.texts(TestConsole.REPORTER, "2 daun penh");
        try (var page = BROWSER.page(true, 1280, 900)) {
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/alerts/" + CONSOLE.newestAlert());
            page.locator("#escalation-peer-advocate").focus();

            CONSOLE.texts(TestConsole.LINA, "TAKE " + CONSOLE.codeOf(TestConsole.LINA));

            assertThat(page.locator("#now")).containsText("Lina has had it");
            assertThat(page.locator("#escalation-peer-advocate")).isFocused();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2 <img src=x onerror=alert(1)>", "2 <script>alert(1)</script>", "2 '; DROP TABLE alert; --",
            "<Response><Message>hello</Message></Response>", "2 \u202Ereversed", "2 javascript:alert(1) \" onclick=alert(1) x=\"",
            "2 ${7*7} {alias} <style>*{display:none}</style>"})
    void hostile_words_are_only_words(String words) {
        CONSOLE.texts(TestConsole.REPORTER, words);
        var number = CONSOLE.newestAlert();
        try (var page = BROWSER.page(true, 1280, 900)) {
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/alerts/" + number);
            page.locator("summary", text("Write a note")).click();
            page.locator("#note-words").fill(words);
            page.locator("button", text("Keep the note")).click();

            assertThat(page.locator("#said")).containsText(VisibleText.of(words));
            assertThat(page.locator("#timeline")).containsText(VisibleText.of(words));
            assertThat(page.locator("main img, main script, main style, main Message")).hasCount(0);
            page.navigate(CONSOLE.address + "/alerts");
            assertThat(page.locator("#alert-" + number)).isVisible();
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    private void signIn(Page page, String alias) {
        page.navigate(CONSOLE.link(alias));
        page.locator("main button").click();
        page.navigate(CONSOLE.address + "/alerts");
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
