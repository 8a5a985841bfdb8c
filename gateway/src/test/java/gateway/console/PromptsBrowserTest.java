package gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import gateway.TestBrowser;
import gateway.TestConsole;
import gateway.voice.SoundTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Recordings of sentences are brought and made in a browser. */
@SuppressWarnings("NullAway.Init")
class PromptsBrowserTest {

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @Test
    void a_coordinator_brings_a_recording_and_puts_it_in_use_without_script() {
        try (var page = BROWSER.page(false, 390, 844)) {
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/prompts");
            var line = page.locator("li.box").first();
            assertThat(line).containsText("Not recorded: the English is read out");

            line.locator("summary").last().click();
            line.locator("input[type=file]").setInputFiles(new FilePayload("greeting.wav", "audio/wav", SoundTest.wav(9)));
            line.locator("button").last().click();
            assertThat(page.locator(".notice")).containsText("The recording is kept");
            line.locator("summary").first().click();
            line.locator("button").first().click();

            assertThat(line).containsText("Version 1 in use since");
            assertThat(line.locator("audio").first()).isVisible();
        }
        CONSOLE.database().tamper("DELETE FROM prompt");
    }

    @Test
    void a_coordinator_records_a_sentence_with_the_machines_microphone() {
        try (var page = BROWSER.page(true, 390, 844)) {
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/prompts");
            var line = page.locator("li.box").first();
            line.locator("summary").last().click();
            var button = line.locator("form[enctype] button[type=button]");

            button.click();
            assertThat(button).hasText("Stop recording");
            button.click();
            assertThat(line.locator("[role=status]")).containsText("Recorded");
            line.locator("form[enctype] button:not([type=button])").click();

            assertThat(page.locator(".notice")).containsText("The recording is kept");
            TestBrowser.check(page, "console-prompts-recorded-en-390");
        }
        CONSOLE.database().tamper("DELETE FROM prompt");
    }

    private void signIn(Page page, String alias) {
        page.navigate(CONSOLE.link(alias));
        page.locator("main button").click();
        page.navigate(CONSOLE.address + "/alerts");
    }
}
