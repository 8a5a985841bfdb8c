package gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import gateway.TestBrowser;
import gateway.TestConsole;
import gateway.messaging.Outgoing;
import gateway.messaging.SendOutcome;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A member's page in a real browser: by keyboard, on a telephone, without script. */
@SuppressWarnings("NullAway.Init")
class MembersBrowserTest {

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @BeforeEach
    void empty() {
        CONSOLE.database().clear("member_choices");
    }

    @Test
    void a_responder_says_how_she_wants_to_be_asked_and_only_she_and_coordinators_see_it() {
        try (var page = BROWSER.page(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844))) {
            signIn(page, "Rosa");
            TestBrowser.tabTo(page, "footer a[href='/members/Rosa']");
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Rosa");
            TestBrowser.tabTo(page, "input[name=quiet]");
            page.keyboard().press("ArrowDown");
            page.locator("#call-after").selectOption("3");
            TestBrowser.tabTo(page, "input[name=speaks-km]");
            page.keyboard().press("Space");
            TestBrowser.tabTo(page, "input[name=reaches-DP]");
            page.keyboard().press("Space");
            TestBrowser.tabTo(page, "input[name=not-prey-speu]");
            page.keyboard().press("Space");
            page.locator("#choices-note").fill("Never on Sundays <b>before</b> noon");
            TestBrowser.tabTo(page, ".choices button");
            page.keyboard().press("Enter");

            assertThat(page.locator(".notice.good")).hasText("How Rosa wants to be asked is kept.");
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/members");
            page.locator("a.alias", new Page.LocatorOptions().setHasText("Rosa")).click();
            assertThat(page.locator("input[value=at_night]")).isChecked();
            assertThat(page.locator("#call-after")).hasValue("3");
            assertThat(page.locator("input:checked")).hasCount(4);
            assertThat(page.locator("#choices-note")).hasValue("Never on Sundays <b>before</b> noon");
            page.locator("input[name=not-prey-speu]").uncheck();
            page.locator(".choices button").click();
            assertThat(page.locator("input:checked")).hasCount(3);
            assertEquals(List.of(), BROWSER.complaints());
            signIn(page, "Amir");
            page.navigate(CONSOLE.address + "/members/Rosa");
            assertThat(page.locator("body")).containsText("There is nothing at this address");
        }
    }

    @Test
    void her_page_says_what_she_has_when_she_is_on_call_and_how_often_she_was_asked() {
        for (var minutes : List.of(0, 60)) {
            CONSOLE.turnClock(Duration.ofMinutes(minutes));
            CONSOLE.texts("+1202555015" + (minutes == 0 ? 1 : 2), "1 daun penh");
        }
        try (var page = BROWSER.page(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844))) {
            signIn(page, "Rosa");
            page.locator(".card a.number").first().click();
            TestBrowser.send(page.locator("#acknowledgement-peer-advocate"));
            page.navigate(CONSOLE.address + "/members/rosa");

            assertThat(page.locator("section[aria-labelledby=asked-title] li")).hasCount(2);
            assertThat(page.locator("section[aria-labelledby=asked-title] li").first()).containsText("has it");
            assertThat(page.locator("section[aria-labelledby=asked-title]")).containsText("2 alerts, 1 of them at night");
            assertThat(page.locator("section[aria-labelledby=asked-title]")).containsText("Asked tonight: 1 alerts");
            assertThat(page.locator("section[aria-labelledby=shifts-title] li")).hasText("from now on Peers");
            page.locator("section[aria-labelledby=asked-title] a").first().click();
            assertThat(page.locator("#now")).containsText("Rosa");
        } finally {
            CONSOLE.turnClock(Duration.ofMinutes(-60));
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1200, LIGHT", "km, 390, DARK", "en, 320, LIGHT"})
    void a_reader_of_any_kind_can_use_a_members_page(String language, int width, ColorScheme colours) {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        try (var page = BROWSER.page(new NewContextOptions().setViewportSize(width, 900).setColorScheme(colours))) {
            signIn(page, "Noon");
            TestBrowser.send(page.locator("button[name=language][value=" + language + "]"));
            page.navigate(CONSOLE.address + "/members/Rosa");
            page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
            TestBrowser.check(page, "member-" + language + "-" + width);
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @Test
    void a_responder_verifies_her_phone_and_chooses_a_pin_by_keyboard_alone_on_a_telephone() {
        var sent = new CopyOnWriteArrayList<String>();
        CONSOLE.carrier = outgoing -> {
            if (outgoing instanceof Outgoing.Text text) {
                sent.add(text.words());
            }
            return new SendOutcome.Accepted(UUID.randomUUID().toString());
        };
        try (var noon = BROWSER.page(new NewContextOptions().setViewportSize(390, 844));
                var page = BROWSER.page(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844))) {
            signIn(noon, "Noon");
            noon.navigate(CONSOLE.address + "/members");
            noon.locator("form[action='/members/Rosa/verification'] button").click();
            CONSOLE.tick();
            signIn(page, "Rosa");
            TestBrowser.tabTo(page, "footer a[href='/verification']");
            page.keyboard().press("Enter");
            assertThat(page.locator("#standing")).containsText("A code was sent and counts until");
            TestBrowser.tabTo(page, "#code");
            page.keyboard().type(sent.getLast().replaceAll("^Code (\\d{6}).*", "$1"));
            page.keyboard().press("Enter");
            assertThat(page.locator(".notice.good")).hasText("Your phone is verified.");
            assertThat(page.locator("#standing")).containsText("Verified until");

            TestBrowser.tabTo(page, "footer a[href='/pin']");
            page.keyboard().press("Enter");
            TestBrowser.tabTo(page, "#pin");
            page.keyboard().type("1111");
            page.keyboard().press("Tab");
            page.keyboard().type("1111");
            page.keyboard().press("Enter");
            assertThat(page.locator("#problem")).hasText("That is too easy to guess.");
            TestBrowser.tabTo(page, "#pin");
            for (var digits : List.of("7306", "7306", "9152", "9152")) {
                page.keyboard().type(digits);
                page.keyboard().press("Tab");
            }
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("Alerts");
            page.navigate(CONSOLE.address + "/pin");
            assertThat(page.locator("main")).containsText("You have one.");
        }
        try (var page = BROWSER.page(new NewContextOptions().setViewportSize(390, 844))) {
            signIn(page, "Rosa");
            for (var address : List.of("/verification", "/pin")) {
                page.navigate(CONSOLE.address + address);
                TestBrowser.check(page, "member" + address.replace('/', '-') + "-390");
            }
            assertEquals(List.of(), BROWSER.complaints().stream().filter(complaint -> !complaint.contains("status of 400")).toList());
        }
    }

    @Test
    void a_coordinator_says_on_a_telephone_without_scripts_that_a_phone_was_lost_and_found() {
        try (var page = BROWSER.page(new NewContextOptions().setJavaScriptEnabled(false).setViewportSize(390, 844))) {
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/members");
            page.locator("summary", new Page.LocatorOptions().setHasText("Lina's phone is lost or seized")).click();
            page.locator("form[action='/members/Lina/phone-loss'] button").click();
            assertThat(page.locator(".notice.good")).containsText("Lina's phone is lost.");
            assertThat(page.locator("main")).containsText("Not asked since");

            // Two codes of one moment would be one row.
            CONSOLE.turnClock(Duration.ofSeconds(1));
            page.locator("summary", new Page.LocatorOptions().setHasText("Lina's phone was found")).click();
            page.locator("form[action='/members/Lina/phone-found'] input[name=reason]").fill("she rang me");
            page.locator("form[action='/members/Lina/phone-found'] button").click();

            assertThat(page.locator(".notice.good")).containsText("A code went to Lina's phone.");
            assertThat(page.locator("main")).containsText("Not asked since");
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    private static void signIn(Page page, String alias) {
        page.navigate(CONSOLE.link(alias));
        TestBrowser.send(page.locator("main button"));
        page.navigate(CONSOLE.address + "/alerts");
    }
}
