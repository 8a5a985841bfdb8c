package gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import gateway.TestBrowser;
import gateway.TestConsole;
import gateway.messaging.SendOutcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway.Init")
class ConsoleBrowserTest {

    private static final String PASSWORD = "three quiet herons by the river";

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    @BeforeEach
    void empty() {
        CONSOLE.carrier = text -> new SendOutcome.Accepted("SM" + text.attempt());
    }

    @Test
    void the_board_shows_a_report_and_who_took_it_live() {
        try (var page = BROWSER.page(true, 1280, 900)) {
            signIn(page, "Noon");
            assertThat(page.locator("#board")).containsText("Nothing is open");

            CONSOLE.texts(TestConsole.REPORTER, "2 daun penh");

            assertThat(page.locator(".card.open")).containsText(CONSOLE.newestAlert());
            assertThat(page.locator(".card.open")).containsText("Held at the police");
            assertThat(page.locator("#summary")).containsText("Open: 1");

            CONSOLE.texts(TestConsole.ROSA, "TAKE " + CONSOLE.codeOf(TestConsole.ROSA));
            CONSOLE.texts(TestConsole.LINA, "TAKE " + CONSOLE.codeOf(TestConsole.LINA));

            assertThat(page.locator(".card.acknowledged")).containsText("Rosa has had it since 21:10");
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void an_alert_goes_its_whole_way_with_script_and_without(boolean script) {
        CONSOLE.texts(TestConsole.REPORTER, "2 daun penh");
        var number = CONSOLE.newestAlert();
        try (var page = BROWSER.page(script, 390, 844)) {
            page.navigate(CONSOLE.link("Noon"));
            page.locator("main button").click();
            page.locator("#password").fill(PASSWORD);
            page.locator("#again").fill(PASSWORD);
            page.locator("main button").click();
            assertThat(page.locator(".notice.good")).containsText("Your password is kept");
            page.locator("footer .self button").click();
            page.locator("#alias").fill("noon");
            page.locator("#password").fill(PASSWORD);
            page.locator("main button").click();
            page.locator("#alert-" + number).click();

            assertThat(page.locator("#sent")).containsText("Nothing, on purpose");
            assertThat(page.locator("#asked")).containsText("Rosa");
            page.locator("#acknowledgement-peer-advocate").click();
            assertThat(page.locator(".notice.good")).containsText("You have alert " + number);
            page.locator("#check-in-peer-advocate").click();
            assertThat(page.locator(".notice.good")).containsText("Noted");
            page.locator("#handback-peer-advocate").click();
            assertThat(page.locator(".notice.good")).containsText("handed alert");
            page.locator("#escalation-peer-advocate").click();
            assertThat(page.locator(".notice.good")).containsText("being asked now");
            CONSOLE.tick();
            page.locator("summary", text("Write a note")).click();
            page.locator("#note-words").fill("Her sister is at the gate.");
            page.locator("button", text("Keep the note")).click();
            assertThat(page.locator("#timeline")).containsText("Her sister is at the gate.");
            page.locator("summary", text("Show the reporter's number")).click();
            page.locator("#reveal-reason").fill("The lawyer asks");
            page.locator("button", text("Show the number")).click();
            assertThat(page.locator(".revealed")).hasText(TestConsole.REPORTER);
            page.navigate(CONSOLE.address + "/alerts/" + number);
            assertThat(page.locator("#timeline")).containsText("The reporter's number was shown");
            page.locator("summary", text("The phone is safe again")).click();
            page.locator("#seizure-reason").fill("She rang from her own flat");
            page.locator("button", text("The phone is safe again")).click();
            assertThat(page.locator(".notice.good")).containsText("no longer counts as seized");
            page.locator("#resolution summary").click();
            page.locator("#outcome-1").selectOption("released_vouched");
            page.locator("button", text("Resolve this alert")).click();
            assertThat(page.locator("#state")).hasText("Resolved");
            page.locator("summary", text("Open it again")).click();
            page.locator("#reopening-reason").fill("It was another person");
            page.locator("button", text("Open this alert again")).click();
            assertThat(page.locator("#state")).hasText("Open");
            page.navigate(CONSOLE.address + "/members");
            page.locator("summary", text("Rosa's phone is lost")).click();
            page.locator("button", text("Rosa's phone is lost")).click();
            assertThat(page.locator(".notice.good")).containsText("Rosa's phone is lost");
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_is_unread_is_read_and_coded_with_one_click_and_what_it_names_is_decided(boolean script) {
        CONSOLE.texts(TestConsole.REPORTER, "1 daun penh");
        var number = CONSOLE.newestAlert();
        CONSOLE.texts(TestConsole.REPORTER, "toul kork, i think <b>now</b>");
        CONSOLE.texts("+12025550152", "two pizzas please");
        try (var page = BROWSER.page(script, 390, 844)) {
            page.navigate(CONSOLE.link("Noon"));
            TestBrowser.send(page.locator("main button"));
            page.navigate(CONSOLE.address + "/alerts");
            assertThat(page.locator("#nav-unread")).containsText("2");
            page.locator("#nav-unread").click();
            check(script, page, "unread");
            assertThat(page.locator("main")).containsText("toul kork, i think <b>now</b>");
            assertThat(page.locator("main")).containsText("A guess: Tuol Kouk");
            assertThat(page.locator("main")).containsText("climbs in 10 min");
            page.locator("section.box").filter(new Locator.FilterOptions().setHasText("toul kork"))
                    .locator("button", new Locator.LocatorOptions().setHasText("Held at the police")).click();
            assertThat(page.locator(".notice.good")).containsText("as if it had come so");
            assertThat(page.locator("#proposed")).containsText("Another place: Tuol Kouk");
            check(script, page, "proposal");
            assertThat(page.locator("#proposed")).containsText("Where she is: Held at the police");
            page.locator("#proposed form").filter(new Locator.FilterOptions().setHasText("Another place"))
                    .locator("button[value=declined]").click();
            assertThat(page.locator(".notice.good")).containsText("It is declined");
            assertThat(page.locator("h1 + p")).containsText("Doun Penh");
            page.navigate(CONSOLE.address + "/unread");
            page.locator("button", text("Wrong number")).click();
            assertThat(page.locator(".notice.good")).containsText("ended as a wrong number");
            assertThat(page.locator("#state")).hasText("Resolved");
            page.navigate(CONSOLE.address + "/unread");
            assertThat(page.locator("main")).containsText("Nothing is unread");
            assertThat(page.locator("#nav-unread")).hasText("Unread");

            CONSOLE.texts("+12025550153", "7 they took her");
            var merged = CONSOLE.newestAlert();
            page.navigate(CONSOLE.address + "/alerts/" + merged);
            page.locator("summary", text("The same as another alert")).click();
            page.locator("#merge-into").fill(number);
            page.locator("button", text("They are the same")).click();
            assertThat(page.locator("main")).containsText("It is the same as alert " + number);
            check(script, page, "merged");
            page.navigate(CONSOLE.address + "/alerts/" + number);
            assertThat(page.locator("#said")).containsText("told to alert " + merged);
            CONSOLE.texts(TestConsole.ROSA, "STOP");
            page.navigate(CONSOLE.address + "/alerts");
            assertThat(page.locator("main")).containsText("A stop word came from Rosa's number");
            check(script, page, "warning");
            page.locator("button", text("Seen")).click();
            assertThat(page.locator("main")).not().containsText("A stop word came from Rosa's number");
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void somebody_is_enrolled_changes_her_mind_is_helped_by_her_card_and_withdraws(boolean script) {
        try (var page = BROWSER.page(script, 390, 844)) {
            signIn(page, "Noon");
            page.locator("nav a", text("Enrolled")).click();
            check(page, "enrolments-empty", script);
            page.locator("main a", text("Enrol somebody")).click();
            page.locator("#alias").fill("Srey");
            page.locator("#language").selectOption("en");
            page.locator("#phones").fill("+1 202 555 0160");
            page.locator("#tag").fill("#Lotus");
            page.locator("input[name=mode][value=plain]").check();
            page.locator("input[name=call-back]").check();
            page.locator("#safe-word").fill("mangrove");
            page.locator("#duress-word").fill("mangroves");
            page.locator("#medicine").fill("ARV at eight");
            page.locator("button", text("Enrol her")).click();
            assertThat(page.locator("#problem")).containsText("has not agreed");
            check(page, "enrolment-wrong", script);
            page.locator("input[name=consent-callback_voice]").check();
            page.locator("#safe-word").fill("mangrove");
            page.locator("#duress-word").fill("mangroves");
            page.locator("button", text("Enrol her")).click();
            assertThat(page.locator("#problem")).containsText("too much alike");
            page.locator("#safe-word").fill("mangrove");
            page.locator("#duress-word").fill("tamarind");
            page.locator("button", text("Enrol her")).click();
            assertThat(page.locator(".notice.good")).containsText("She is enrolled");
            assertThat(page.locator("main")).containsText("…0160");
            assertThat(page.locator("main")).not().containsText("2025550160");
            assertThat(page.locator("#medicine")).hasValue("");
            check(page, "enrolment", script);

            page.locator("input[name=mode][value=silent]").check();
            page.locator("button", text("Keep what she chose")).click();
            assertThat(page.locator(".notice.good")).containsText("What she chose is kept");
            assertThat(page.locator("input[name=mode][value=silent]")).isChecked();
            page.locator("nav a", text("Enrolled")).click();
            check(page, "enrolments", script);

            CONSOLE.texts("+12025550151", "1 #lotus");
            page.navigate(CONSOLE.address + "/alerts/" + CONSOLE.newestAlert());
            assertThat(page.locator("main")).containsText("About Srey, from a borrowed phone.");
            page.locator("summary", text("Open the card")).click();
            page.locator("#card-reason").fill("the nurse asks");
            page.locator("button", text("Open the card now")).click();
            assertThat(page.locator("main")).containsText("ARV at eight");
            check(page, "card", script);
            CONSOLE.texts("+12025550151", "no need any more");
            page.navigate(CONSOLE.address + "/alerts/" + CONSOLE.newestAlert());
            assertThat(page.locator("#timeline")).containsText("Srey's card was opened.");
            assertThat(page.locator("#said")).containsText("Sent while the phone is presumed seized.");
            assertThat(page.locator("main")).not().containsText("ARV at eight");
            assertThat(page.locator("#who a")).hasCount(0);
            var borrowed = CONSOLE.newestAlert();
            CONSOLE.texts("+12025550160", "6");
            page.navigate(CONSOLE.address + "/alerts/" + CONSOLE.newestAlert());
            assertThat(page.locator("#who a")).hasText(borrowed);

            page.locator("nav a", text("Enrolled")).click();
            page.locator("main a", text("Srey")).click();
            page.locator("summary", text("She withdraws")).click();
            page.locator("button", text("Yes, erase")).click();
            assertThat(page.locator(".notice.good")).containsText("She has withdrawn");
            assertThat(page.locator("main")).containsText("Nobody is enrolled");
            assertEquals(List.of(), BROWSER.complaints().stream().filter(complaint -> !complaint.contains("status of 400")).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, LIGHT", "km, 1280, DARK", "en, 390, DARK", "km, 390, LIGHT", "en, 320, LIGHT"})
    void a_reader_of_any_kind_can_use_every_page_empty_and_full(String language, int width, ColorScheme colours) {
        var context = new NewContextOptions().setViewportSize(width, 900).setColorScheme(colours);
        var picture = language + "-" + width;
        try (var page = BROWSER.page(context)) {
            page.navigate(CONSOLE.address + "/sign-in");
            page.locator("button[name=language][value=" + language + "]").click();
            TestBrowser.check(page, "console-sign-in-" + picture);
            page.locator("#alias").fill("Nobody");
            page.locator("#password").fill("x");
            page.locator("main button").click();
            TestBrowser.check(page, "console-sign-in-wrong-" + picture);
            page.navigate(CONSOLE.link("Noon"));
            TestBrowser.check(page, "console-sign-in-link-" + picture);
            page.locator("main button").click();
            TestBrowser.check(page, "console-password-" + picture);
            page.navigate(CONSOLE.address + "/alerts");
            TestBrowser.check(page, "console-board-empty-" + picture);
            page.navigate(CONSOLE.address + "/alerts/0000-0");
            TestBrowser.check(page, "console-absent-" + picture);
            page.navigate(CONSOLE.address + "/unread");
            TestBrowser.check(page, "console-unread-empty-" + picture);
            page.navigate(CONSOLE.address + "/rosters");
            TestBrowser.check(page, "console-rosters-" + picture);
            page.navigate(CONSOLE.address + "/members");
            TestBrowser.check(page, "console-members-" + picture);
            page.navigate(CONSOLE.address + "/prompts");
            TestBrowser.check(page, "console-prompts-" + picture);
            page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
            TestBrowser.check(page, "console-prompts-forms-" + picture);
            page.navigate(CONSOLE.address + "/enrolments/new");
            TestBrowser.check(page, "console-enrolment-new-" + picture);

            CONSOLE.texts(TestConsole.REPORTER, "2 daun penh");
            page.navigate(CONSOLE.address + "/alerts/" + CONSOLE.newestAlert());
            TestBrowser.check(page, "console-alert-new-" + picture);

            page.navigate("about:blank");
            var number = aBusyNight();
            signIn(page, "Noon");
            page.navigate(CONSOLE.address + "/alerts");
            TestBrowser.check(page, "console-board-full-" + picture);
            page.navigate(CONSOLE.address + "/alerts/" + number);
            TestBrowser.check(page, "console-alert-full-" + picture);
            page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
            TestBrowser.check(page, "console-alert-forms-" + picture);
            page.locator("#reveal-reason").fill("a reason");
            page.locator("#reveal-reason").press("Enter");
            TestBrowser.check(page, "console-reveal-" + picture);
            page.navigate(CONSOLE.address + "/rosters");
            page.navigate(CONSOLE.address + "/members");
            page.locator("summary").first().click();
            TestBrowser.check(page, "console-members-lost-" + picture);
        }
        assertEquals(List.of(), BROWSER.complaints().stream().filter(complaint -> !complaint.contains("the server responded with a status of 40")).toList());
    }

    @Test
    void khmer_is_shown_in_the_font_we_ship_and_latin_pages_do_not_load_it() {
        try (var page = BROWSER.page(true, 1280, 900)) {
            var fonts = new ArrayList<String>();
            page.onRequest(request -> {
                if ("font".equals(request.resourceType())) {
                    fonts.add(request.url());
                }
            });

            page.navigate(CONSOLE.address + "/sign-in");
            page.locator("button[name=language][value=km]").click();
            page.evaluate("() => document.fonts.ready.then(() => true)");

            assertEquals("km", page.locator("html").getAttribute("lang"));
            assertEquals(true, page.evaluate("document.fonts.check('16px \"Umbrella Khmer\"', 'ភាសា')"));
            assertEquals(true, fonts.stream().allMatch(font -> font.startsWith(CONSOLE.address)));
        }
    }

    /** Alerts in every state; the number of one to which nearly everything has happened. */
    private static String aBusyNight() {
        CONSOLE.carrier = text -> text.to().e164().equals(TestConsole.AMIR) ? new SendOutcome.Refused("21211")
                : new SendOutcome.Accepted("SM" + text.attempt());
        CONSOLE.texts("+12025550151", "1 daun penh 3 girls");
        var number = CONSOLE.newestAlert();
        CONSOLE.texts("+12025550151", "2 ប៉ូលិសបានចាប់មិត្តខ្ញុំពីរនាក់ នៅដូនពេញ\u202E <b>come</b>");
        CONSOLE.turnClock(Duration.ofMinutes(5));
        CONSOLE.tick();
        CONSOLE.tick();
        var code = CONSOLE.codeOf(TestConsole.ROSA);
        CONSOLE.texts(TestConsole.ROSA, "TAKE " + code);
        CONSOLE.turnClock(Duration.ofMinutes(16));
        CONSOLE.texts(TestConsole.ROSA, "TAKE " + code);
        CONSOLE.texts(TestConsole.ROSA, "HERE " + code);
        CONSOLE.texts(TestConsole.ROSA, "DONE " + code + " 3 home now");
        CONSOLE.texts("+12025550152", "4 tuol kouk, she is bleeding");
        CONSOLE.texts("+12025550153", "what is this");
        CONSOLE.texts("+12025550154", "0");
        CONSOLE.texts(TestConsole.ROSA, "TAKE " + CONSOLE.codeOf(TestConsole.ROSA));
        return number;
    }

    private void signIn(Page page, String alias) {
        page.navigate(CONSOLE.link(alias));
        TestBrowser.send(page.locator("main button"));
        page.navigate(CONSOLE.address + "/alerts");
    }

    /** The reader's machine looks at a page by script, so only where there is one. */
    private static void check(Page page, String name, boolean script) {
        if (script) {
            TestBrowser.check(page, "console-" + name + "-en-390");
        }
    }

    /** Without scripts the page is the same, and axe, which is one, is very slow. */
    private static void check(boolean script, Page page, String name) {
        if (script) {
            TestBrowser.check(page, "console-" + name + "-en-390");
        }
        TestBrowser.assertFits(page, name);
    }

    private static Page.LocatorOptions text(String words) {
        return new Page.LocatorOptions().setHasText(words);
    }
}
