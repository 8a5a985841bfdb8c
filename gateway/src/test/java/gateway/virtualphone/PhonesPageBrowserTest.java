package gateway.virtualphone;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static gateway.virtualphone.TestPhones.AMIR;
import static gateway.virtualphone.TestPhones.LINA;
import static gateway.virtualphone.TestPhones.REPORTER;
import static gateway.virtualphone.TestPhones.ROSA;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import gateway.TestBrowser;
import gateway.database.TestDatabase;
import gateway.incoming.Receipt;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class PhonesPageBrowserTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    static TestPhones phones;

    @BeforeAll
    static void open() {
        phones = new TestPhones(DATABASE);
    }

    @BeforeEach
    void empty() {
        phones.empty();
    }

    @Test
    void a_text_typed_on_one_phone_goes_out_and_what_comes_in_is_seen_live() {
        try (var page = BROWSER.page(true, 1440, 900)) {
            page.navigate(phones.address);

            words(page, "12025550150").fill("2 daun penh");
            words(page, "12025550150").press("Enter");
            assertThat(thread(page, "12025550150")).containsText("2 daun penh");
            phones.send(phones.anAttempt(), ROSA, "K 4731-1 C2 DP 12:04. TAKE 482913 or PASS 482913");
            phones.send(phones.anAttempt(), LINA, "K 4731-1 C2 DP 12:04. TAKE 550162 or PASS 550162");

            assertThat(thread(page, "12025550111")).containsText("TAKE 482913");
            assertThat(thread(page, "12025550113")).containsText("TAKE 550162");
            assertThat(words(page, "12025550150")).hasValue("");
            assertThat(words(page, "12025550150")).isFocused();
            assertEquals("2 daun penh", phones.inbox.getFirst().words());
            assertEquals(List.of(), complaints());
        }
    }

    @Test
    void words_half_typed_on_one_phone_stay_when_another_gets_a_text() {
        try (var page = BROWSER.page(true, 1440, 900)) {
            page.navigate(phones.address);
            words(page, "12025550112").fill("TAKE 48");

            phones.send(phones.anAttempt(), AMIR, "K 4731-1 C2 DP 12:04. TAKE 482913 or PASS 482913");

            assertThat(thread(page, "12025550112")).containsText("TAKE 482913");
            assertThat(words(page, "12025550112")).hasValue("TAKE 48");
            assertThat(words(page, "12025550112")).isFocused();
        }
    }

    @Test
    void a_text_that_is_not_taken_in_says_so_and_keeps_its_words() {
        phones.inboxAway = true;
        try (var page = BROWSER.page(true, 1440, 900)) {
            page.navigate(phones.address);

            words(page, "12025550150").fill("2 daun penh");
            words(page, "12025550150").press("Enter");

            assertThat(page.locator("#notice")).containsText("could not take this in");
            assertEquals(List.of(), TestBrowser.violations(page));
            assertThat(words(page, "12025550150")).hasValue("2 daun penh");
            assertThat(thread(page, "12025550150")).containsText("not sent");
        }
    }

    @Test
    void a_switch_is_turned_by_keyboard_and_failure_is_seen() {
        try (var page = BROWSER.page(true, 1440, 900)) {
            page.navigate(phones.address);

            page.locator("#off-12025550111").focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("#off-12025550111")).hasAttribute("aria-pressed", "true");
            assertThat(page.locator("#off-12025550111")).isFocused();
            phones.send(phones.anAttempt(), ROSA, "K 4731-1 C2 DP 12:04. TAKE 482913 or PASS 482913");

            assertThat(thread(page, "12025550111")).containsText("not delivered (30003)");
            assertEquals(List.of(), complaints());
        }
    }

    @Test
    void all_of_it_works_with_script_off() {
        try (var page = BROWSER.page(false, 1440, 900)) {
            page.navigate(phones.address);

            page.locator("#reporter").selectOption("0157");
            page.locator(".reporter-choice button").click();
            words(page, "12025550157").fill("ប៉ូលិស 2 daun penh");
            page.locator("#send-12025550157").click();
            assertThat(thread(page, "12025550157")).containsText("ប៉ូលិស 2 daun penh");
            page.locator("#refused-12025550114").click();

            assertThat(page.locator("#refused-12025550114")).hasAttribute("aria-pressed", "true");
            assertThat(thread(page, "12025550157")).containsText("ប៉ូលិស 2 daun penh");
            assertEquals("+12025550157", phones.inbox.getFirst().from());
            assertEquals(List.of(), complaints());
        }
    }

    @Test
    void a_page_opens_one_stream_for_all_phones() {
        try (var page = BROWSER.page(true, 1440, 900)) {
            var streams = new ArrayList<String>();
            page.onRequest(request -> {
                if ("eventsource".equals(request.resourceType())) {
                    streams.add(request.url());
                }
            });

            page.navigate(phones.address);
            phones.send(phones.anAttempt(), ROSA, "K 4731-1");
            assertThat(thread(page, "12025550111")).containsText("K 4731-1");

            assertEquals(1, streams.size());
        }
    }

    @Test
    void a_reporter_rings_by_keyboard_and_two_phones_are_joined_and_speak() {
        try (var page = BROWSER.page(true, 1440, 900)) {
            page.navigate(phones.address);

            page.locator("#call-12025550150").click();
            assertThat(said(page, "12025550150")).containsText("Hello, this is the shop.");
            assertThat(page.locator("#key-1-12025550150")).isFocused();
            assertThat(page.locator("#words-12025550150")).isHidden();
            page.keyboard().press("0");
            assertThat(standing(page, "12025550111")).containsText("It rings: Phnom Penh line");
            page.locator("#answer-12025550111").click();
            page.locator("#key-1-12025550111").click();
            assertThat(standing(page, "12025550150")).containsText("Joined");
            page.locator("#line-12025550150").fill("They took my friend");
            page.locator("#line-12025550150").press("Enter");

            assertThat(said(page, "12025550111")).containsText("They took my friend");
            assertThat(page.locator("#line-12025550150")).hasValue("");
            assertThat(page.locator("#line-12025550150")).isFocused();
            page.locator("#hang-up-12025550111").click();
            assertThat(standing(page, "12025550111")).containsText("You hung up");
            assertThat(said(page, "12025550150")).containsText("Goodbye.");
            assertEquals(List.of(), complaints());
        }
    }

    @Test
    void a_line_half_said_stays_when_the_other_phone_speaks() {
        try (var page = BROWSER.page(true, 1440, 900)) {
            join();
            page.navigate(phones.address);
            page.locator("#line-12025550150").fill("They to");

            phones.exchange.say(ROSA, "Hello?");

            assertThat(said(page, "12025550150")).containsText("Hello?");
            assertThat(page.locator("#line-12025550150")).hasValue("They to");
            assertThat(page.locator("#line-12025550150")).isFocused();
        }
    }

    @Test
    void keys_pressed_in_quick_succession_are_all_heard() {
        try (var page = BROWSER.page(true, 1440, 900)) {
            phones.desk.wanted = 6;
            page.navigate(phones.address);
            page.locator("#call-12025550150").click();
            assertThat(page.locator("#key-1-12025550150")).isFocused();

            page.keyboard().type("482913");

            assertThat(said(page, "12025550150")).containsText("It is noted.");
            assertEquals("menu [1] [482913]", phones.desk.asked.getLast());
        }
    }

    @Test
    void a_ringing_phone_is_seen_live_and_a_recording_plays_on_while_more_is_said() {
        try (var page = BROWSER.page(true, 1440, 900)) {
            page.navigate(phones.address);

            phones.ring(phones.anAttempt(), ROSA);
            assertThat(standing(page, "12025550111")).containsText("It rings");
            page.locator("#decline-12025550111").click();
            assertThat(standing(page, "12025550111")).containsText("declined");
            page.locator("#call-12025550150").click();
            assertThat(said(page, "12025550150").locator("audio")).hasCount(1);
            assertThat(said(page, "12025550150").locator(".aloud")).hasCount(1);
            // What was asked for before the call may come late, and takes what is said away until the next answer.
            page.waitForFunction("() => !document.querySelector('.htmx-request') && document.querySelector('.said audio')");
            page.evaluate("""
                    () => {
                        window.sounding = document.querySelector('.said audio');
                        sounding.loop = true;
                        return sounding.play();
                    }""");
            page.evaluate("window.older = document.querySelector('#said-12025550150').cloneNode(true)");
            page.locator("#key-2-12025550150").click();
            assertThat(said(page, "12025550150")).containsText("It is noted.");

            assertThat(said(page, "12025550150").locator("audio")).hasCount(1);
            assertEquals(true, page.evaluate("sounding.isConnected && !sounding.paused"), "it plays on");
            assertEquals(false, page.evaluate("""
                    () => {
                        const target = document.querySelector('#said-12025550150');
                        const late = new CustomEvent('htmx:oobBeforeSwap', {bubbles: true,
                            detail: {target, fragment: older, shouldSwap: true}});
                        target.dispatchEvent(late);
                        return late.detail.shouldSwap;
                    }"""), "an older answer that comes last takes nothing away");
            assertThat(said(page, "12025550150")).containsText("It is noted.");
            assertEquals(List.of(), complaints());
        }
    }

    @Test
    void a_call_works_with_script_off_by_reloading() {
        try (var page = BROWSER.page(false, 390, 844)) {
            page.navigate(phones.address);

            page.locator("#withheld-12025550150").check();
            page.locator("#call-12025550150").click();
            assertThat(said(page, "12025550150")).containsText("Hello, this is the shop.");
            page.locator("#key-2-12025550150").click();
            assertThat(said(page, "12025550150")).containsText("It is noted.");
            page.locator("#hang-up-12025550150").click();
            assertThat(standing(page, "12025550150")).containsText("You hung up");
            phones.ring(phones.anAttempt(), ROSA);
            page.reload();
            page.locator("#answer-12025550111").click();
            assertThat(said(page, "12025550111")).containsText("Press 1 to take it.");
            phones.now = phones.now.plus(Duration.ofSeconds(30));
            phones.exchange.tick();
            page.locator("noscript a").first().click();

            assertThat(said(page, "12025550111")).containsText("It is yours.");
            assertEquals("ring anonymous +12025550100", phones.desk.asked.getFirst());
            assertEquals(List.of(), complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1200", "km, 1200", "en, 390", "km, 390", "en, 320"})
    void calls_are_for_a_reader_of_any_kind(String language, int width) {
        try (var page = BROWSER.page(true, width, 844)) {
            phones.send(phones.anAttempt(), ROSA, "K 4731-1 C2 DP 12:04. TAKE 482913 or PASS 482913");
            join();
            phones.exchange.say(REPORTER, "They took my friend");
            phones.exchange.say(ROSA, "Where are you?");
            phones.exchange.ring(AMIR, TestPhones.HOTLINE, false);
            phones.ring(phones.anAttempt(), LINA);
            phones.exchange.ring(TestPhones.NOON, TestPhones.HOTLINE, false);
            phones.exchange.hangUp(TestPhones.NOON);
            page.navigate(phones.address + "?language=" + language);
            page.evaluate("document.fonts.ready.then(() => true)");

            var violations = TestBrowser.violations(page);
            TestBrowser.photograph(page, "phones-calls-" + language + "-" + width);

            assertEquals(List.of(), violations);
            TestBrowser.assertFits(page, "phones");
            assertEquals(true, page.evaluate("[...document.querySelectorAll('.keypad button')]"
                    + ".every(key => key.getBoundingClientRect().height >= 44 && key.getBoundingClientRect().width >= 44)"));
            assertEquals(List.of(), complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1440", "km, 1440", "en, 1280", "km, 390", "en, 320"})
    void a_reader_of_any_kind_can_use_it(String language, int width) {
        try (var page = BROWSER.page(true, width, 950)) {
            page.navigate(phones.address + "?language=" + language);
            var empty = TestBrowser.violations(page);
            TestBrowser.photograph(page, "phones-empty-" + language + "-" + width);

            fill();
            assertThat(thread(page, "12025550114")).containsText("21211");
            page.reload();
            var full = TestBrowser.violations(page);
            TestBrowser.photograph(page, "phones-full-" + language + "-" + width);

            assertEquals(List.of(), empty);
            assertEquals(List.of(), full);
            TestBrowser.assertFits(page, "phones");
            assertEquals(List.of(), complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<img src=x onerror=alert(1)>", "<script>alert(1)</script>", "'; DROP TABLE virtual_text; --",
            "<Response><Message>hello</Message></Response>", "\u202Ereversed"})
    void hostile_words_are_only_words(String words) {
        try (var page = BROWSER.page(true, 1440, 900)) {
            phones.send(phones.anAttempt(), ROSA, words);

            page.navigate(phones.address);

            assertThat(thread(page, "12025550111").locator("img, script, Message")).hasCount(0);
            assertThat(thread(page, "12025550111").locator(".words")).containsText(words);
            assertEquals(List.of(), complaints());
        }
    }

    private static void join() {
        phones.exchange.ring(REPORTER, TestPhones.HOTLINE, false);
        phones.exchange.press(REPORTER, '0');
        phones.exchange.answer(ROSA);
        phones.exchange.press(ROSA, '1');
    }

    /** Every kind of text, on every kind of phone. */
    private static void fill() {
        var database = DATABASE.database();
        var texting = new Texting(database, phones.texts, _ -> Receipt.TAKEN, phones.account,
                DATABASE.rowIds());
        texting.text(REPORTER, TestPhones.HOTLINE, "2 daun penh");
        phones.send(phones.anAttempt(), ROSA, "K 4731-1 C2 DP 12:04. TAKE 482913 or PASS 482913");
        phones.send(phones.anAttempt(), LINA, "K 4731-1 C2 DP 12:04. TAKE 550162 or PASS 550162");
        phones.now = phones.now.plus(Duration.ofMinutes(1));
        texting.text(ROSA, TestPhones.HOTLINE, "TAKE 482913");
        phones.now = phones.now.plusMillis(1);
        phones.send(phones.anAttempt(), ROSA,
                "It is yours. HERE 482913 by 12:20 to keep it, BACK 482913 to hand it back, DONE 482913 when it is over.");
        texting.text(REPORTER, TestPhones.HOTLINE, "ប៉ូលិសបានចាប់មិត្តខ្ញុំពីរនាក់ នៅដូនពេញ");
        phones.switches.turn(AMIR, PhoneSwitch.SLOW);
        phones.send(phones.anAttempt(), AMIR, "K 4731-1 C2 DP 12:04. TAKE 771204 or PASS 771204");
        phones.switches.turn(LINA, PhoneSwitch.OFF);
        phones.send(phones.anAttempt(), LINA, "K 4731-1 មានគេទទួលហើយ។ សូមអរគុណ។");
        phones.switches.turn(TestPhones.NOON, PhoneSwitch.REFUSED);
        phones.send(phones.anAttempt(), TestPhones.NOON, "K 4731-1 C2 DP 12:04. TAKE 204913 or PASS 204913");
    }

    private static Locator words(Page page, String digits) {
        return page.locator("#words-" + digits);
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

    /** Two parts may be under way at once: what comes for an element that has just gone is dropped, and that is as it should be. */
    private static List<String> complaints() {
        return BROWSER.complaints().stream()
                .filter(text -> !text.startsWith("htmx:oobErrorNoTarget") && !text.matches("#[a-z-]+[0-9]*")).toList();
    }
}
