package gateway.console;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import gateway.TestBrowser;
import gateway.TestConsole;
import gateway.database.TestDatabase;
import gateway.member.Choices;
import gateway.member.Quiet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rosters' pages in a real browser: by keyboard, on a telephone, without script. */
@SuppressWarnings("NullAway.Init")
class RostersBrowserTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    @RegisterExtension
    static final TestBrowser BROWSER = new TestBrowser();

    static TestConsole console;

    @BeforeAll
    static void open(@TempDir Path folder) throws Exception {
        var network = Files.readString(Path.of("gateway/src/test/resources/network.yaml"))
                .replaceFirst("days: \\[mon, tue, wed, thu, fri, sat, sun\\], from: \"00:00\", to: \"00:00\" }",
                        "days: [mon, tue, wed, thu, fri, sat], from: \"20:00\", to: \"06:00\" }\n"
                        + "      - { member: Amir, days: [thu], from: \"20:00\", to: \"06:00\" }\n"
                        + "    closed:\n      - { days: [sun], from: \"06:00\", to: \"12:00\" }");
        console = new TestConsole(DATABASE, Files.writeString(folder.resolve("network.yaml"), network));
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @BeforeEach
    void empty() {
        console.empty();
        DATABASE.clear("calendar_feed", "cover", "surge_shift", "member_choices", "promise", "shift_change", "hand_over", "relief", "wanted_hands");
    }

    /** It is Monday, 21:10, in Phnom Penh. */
    @Test
    void a_week_says_who_and_until_when_and_where_nobody_is() {
        try (var page = BROWSER.page(false, 390, 844)) {
            signIn(page);
            var peers = page.locator("section.box", new Page.LocatorOptions().setHasText("Covers and plans of Peers"));

            assertThat(peers.locator(".state")).hasText("Now: Rosa, until 2026-03-03 06:00");
            assertThat(peers.locator(".day")).hasCount(7);
            assertThat(peers.locator(".day.today .parts li")).hasText(new String[] {"00:00–20:00 nobody",
                "20:00–24:00 Rosa until 2026-03-03 06:00"});
            assertThat(peers.locator(".day").nth(6).locator(".parts li")).hasText(new String[] {
                "00:00–06:00 Rosa", "06:00–12:00 nobody, by design", "12:00–24:00 nobody until 2026-03-09 20:00"});
            assertThat(peers.locator(".day.today rect.now")).hasAttribute("x", "1270");
            assertThat(peers.locator("rect.now")).hasCount(1);
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @Test
    void a_cover_and_a_surge_are_made_and_withdrawn_by_keyboard_on_a_telephone_without_script() {
        try (var page = BROWSER.page(false, 390, 844)) {
            signIn(page);
            TestBrowser.tabTo(page, "a[href='/rosters/Peers']");
            page.keyboard().press("Enter");
            TestBrowser.tabTo(page, "#cover summary");
            page.keyboard().press("Enter");
            page.locator("#change").selectOption("stand-in");
            page.locator("#member").selectOption("Amir");
            page.locator("#away").selectOption("Rosa");
            page.locator("#from").fill("2026-03-02T22:00");
            page.locator("#to").fill("2026-03-03T01:00");
            TestBrowser.tabTo(page, "#cover button");
            page.keyboard().press("Enter");

            assertThat(page.locator(".notice.good")).containsText("The cover stands.");
            assertThat(page.locator(".rows").first()).containsText("Amir stands in for Rosa, 2026-03-02 22:00 to 2026-03-03 01:00");
            assertThat(page.locator(".day.today .parts")).containsText("22:00–24:00 Amir");
            page.locator("#surge summary").click();
            page.locator("#plan").fill("Water Festival");
            page.locator("#surge-member").selectOption("Lina");
            page.locator("#dates").fill("2026-03-04, 2026-03-05");
            page.locator("#surge-from").fill("18:00");
            page.locator("#surge-to").fill("23:00");
            page.locator("#surge button").click();
            assertThat(page.locator(".day").nth(2).locator(".parts")).containsText("20:00–23:00 Rosa, Lina");
            page.locator(".rows button").first().click();
            assertThat(page.locator(".notice.good")).containsText("It is withdrawn");
            page.locator(".rows button").first().click();
            assertThat(page.locator(".rows button")).hasCount(0);
            assertThat(page.locator(".day").nth(2).locator(".parts")).not().containsText("Lina");
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @Test
    void a_cover_that_leaves_a_gap_says_so_and_a_wrong_one_changes_nothing() {
        try (var page = BROWSER.page(false, 1280, 844)) {
            signIn(page);
            page.navigate(console.address + "/rosters/Peers");
            page.locator("#cover summary").click();
            page.locator("#change").selectOption("remove");
            page.locator("#member").selectOption("Rosa");
            page.locator("#from").fill("2026-03-02T23:00");
            page.locator("#to").fill("2026-03-02T23:30");
            page.locator("#cover button").click();
            assertThat(page.locator(".notice.good")).containsText("leaves a time with nobody");
            assertThat(page.locator(".day.today .parts .gap").last()).containsText("23:00–23:30 nobody");

            page.locator("#cover summary").click();
            page.locator("#change").selectOption("stand-in");
            page.locator("#member").selectOption("Amir");
            page.locator("#from").fill("2026-03-02T23:00");
            page.locator("#to").fill("2026-03-02T23:30");
            page.locator("#cover button").click();
            assertThat(page.locator(".notice.bad")).containsText("for whom she or he stands in");
            page.locator("#cover summary").click();
            page.locator("#change").selectOption("add");
            page.locator("#from").fill("2026-03-02T23:00");
            page.locator("#to").fill("2026-03-02T22:30");
            page.locator("#cover button").click();
            assertThat(page.locator(".notice.bad")).containsText("The end must be after the start");
        }
    }

    @Test
    void a_policy_is_drawn_as_a_ladder_with_whoever_would_be_asked_now() {
        console.chooses("Rosa", new Choices(Quiet.NEVER, Duration.ofMinutes(3), Set.of(), Set.of(), Set.of(), ""));
        console.texts(TestConsole.REPORTER, "2 daun penh");
        try (var page = BROWSER.page(false, 390, 844)) {
            signIn(page);
            page.locator("a[href='/policies']").click();
            page.locator("a[href='/policies/Street']").click();

            var peers = page.locator(".ladders > div").first();
            assertThat(peers.locator("h2")).hasText("Peer advocates");
            assertThat(peers.locator(".rung bdi").first()).hasText("Peers");
            assertThat(peers.locator(".rung")).hasCount(4);
            assertThat(peers.locator(".rung").nth(0)).containsText(Pattern.compile("Peers · by text 21:10\\s+Rosa\\s+"
                    + "Rosa: a call follows the text, if nobody has it by then\\.\\s+↓ 5 min, then the next"));
            assertThat(peers.locator(".rung").nth(2)).containsText(Pattern.compile("Coordinators · by call 21:20\\s+Noon"));
            assertThat(peers.locator(".rung.last")).containsText(Pattern.compile("Noon\\s+↻ again every 5 min"));
            assertThat(page.locator(".ladders > div").nth(1).locator(".rung").first()).containsText("Lina");
            assertThat(page.locator("main")).containsText("2 ladders of unresolved alerts stand on version 1.");
            DATABASE.tamper("UPDATE member SET verified = false WHERE alias = 'Amir'");
            page.reload();
            assertThat(peers.locator(".rung.gap")).containsText("Nobody can be asked; the next step is asked at once");
            assertThat(peers.locator(".rung.gap")).containsText("Amir, the phone is not verified");
            assertEquals(List.of(), BROWSER.complaints());
        } finally {
            DATABASE.tamper("UPDATE member SET verified = true WHERE alias = 'Amir'");
        }
    }

    @Test
    void a_shift_is_offered_accepted_and_taken_back_on_a_telephone_without_script() {
        try (var rosa = BROWSER.page(false, 390, 844); var amir = BROWSER.page(false, 390, 844)) {
            signIn(rosa, "Rosa");
            rosa.navigate(console.address + "/shifts");
            assertThat(rosa.locator(".rows li").first()).containsText("2026-03-02 20:00 – 2026-03-03 06:00");
            rosa.locator("form[action='/shifts/offers'] button").nth(1).click();
            assertThat(rosa.locator(".notice.good")).containsText("You stay on call until somebody covers");

            signIn(amir, "Amir");
            amir.navigate(console.address + "/shifts");
            assertThat(amir.locator("form[action$='/acceptance']")).hasCount(1);
            amir.locator("form[action$='/acceptance'] button").click();
            assertThat(amir.locator(".notice.good")).containsText("It stands");
            amir.navigate(console.address + "/rosters");
            assertThat(amir.locator("section.box", new Page.LocatorOptions().setHasText("Hand-over of Peers")).locator(".day").nth(1)
                    .locator(".parts")).containsText("20:00–24:00 Amir");

            rosa.navigate(console.address + "/shifts");
            assertThat(rosa.locator("main")).containsText("Amir covers Rosa");
            amir.navigate(console.address + "/shifts");
            amir.locator("form[action$='/withdrawal'] button").click();
            assertThat(amir.locator(".notice.good")).containsText("It is undone");
            amir.navigate(console.address + "/rosters");
            assertThat(amir.locator("section.box", new Page.LocatorOptions().setHasText("Hand-over of Peers")).locator(".day").nth(1)
                    .locator(".parts")).containsText("20:00–24:00 Rosa");
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @Test
    void a_holder_asks_for_more_hands_and_who_comes_on_call_takes_it_over_by_keyboard_on_a_telephone_without_script() {
        console.texts(TestConsole.REPORTER, "1 daun penh");
        console.texts(TestConsole.ROSA, "TAKE " + console.codeOf(TestConsole.ROSA));
        var alert = console.address + "/alerts/" + console.newestAlert();
        try (var rosa = BROWSER.page(false, 390, 844); var lina = BROWSER.page(false, 390, 844)) {
            signIn(rosa, "Rosa");
            rosa.navigate(alert);
            rosa.locator("summary", new Page.LocatorOptions().setHasText("More hands")).press("Enter");
            TestBrowser.tabTo(rosa, "#more-count");
            rosa.keyboard().press("Enter");
            assertThat(rosa.locator(".notice.good")).containsText("Asked to come: 1.");
            assertThat(rosa.locator("#timeline")).containsText("Amir asked to come beside; wanted in all: 1.");
            rosa.locator("summary", new Page.LocatorOptions().setHasText("More hands")).press("Enter");
            rosa.locator("button", new Page.LocatorOptions().setHasText("Ask as well: Medical link")).press("Enter");
            assertThat(rosa.locator(".notice.good")).containsText("Asked as well: Medical link.");
            assertThat(rosa.locator("#now")).containsText("Medical link");

            signIn(lina, "Lina");
            console.changesShift("Peers", "Lina", "Rosa");
            lina.navigate(alert);
            assertThat(lina.locator("#acknowledgement-peer-advocate")).hasText("Take it over");
            TestBrowser.photograph(lina, "rosters-take-over-en-390");
            assertEquals(true, lina.evaluate("document.documentElement.scrollWidth <= window.innerWidth"));
            TestBrowser.tabTo(lina, "#acknowledgement-peer-advocate");
            lina.keyboard().press("Enter");

            assertThat(lina.locator(".notice.good")).containsText("You have alert");
            assertThat(lina.locator("#now")).containsText("Lina has had it since");
            rosa.navigate(alert);
            assertThat(rosa.locator("#check-in-peer-advocate")).hasCount(0);
            assertEquals(List.of(), BROWSER.complaints());
        } finally {
            console.now = Instant.parse("2026-03-02T14:10:00Z");
        }
    }

    @Test
    void the_brief_of_a_hand_over_says_who_goes_and_what_is_open() {
        try (var page = BROWSER.page(false, 390, 844)) {
            console.texts(TestConsole.REPORTER, "1 daun penh");
            signIn(page);
            page.navigate(console.address + "/rosters/Peers/hand-over");

            assertThat(page.locator("main")).containsText("Next at 2026-03-03 06:00: Rosa goes off call. To take over: nobody.");
            assertThat(page.locator(".rows li")).hasCount(1);
            assertThat(page.locator(".rows li")).containsText(console.newestAlert());
            assertThat(page.locator(".rows li")).containsText("C1 DP");
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    @ParameterizedTest
    @CsvSource({"en, 1280, LIGHT", "km, 390, DARK", "en, 320, LIGHT"})
    void a_reader_of_any_kind_can_use_the_rosters_pages(String language, int width, ColorScheme colours) {
        try (var page = BROWSER.page(new NewContextOptions().setViewportSize(width, 900).setColorScheme(colours))) {
            var picture = language + "-" + width;
            signIn(page);
            TestBrowser.send(page.locator("button[name=language][value=" + language + "]"));
            page.navigate(console.address + "/rosters");
            TestBrowser.check(page, "rosters-week-" + picture);
            page.navigate(console.address + "/rosters/Peers");
            page.locator("details").evaluateAll("all => all.forEach(one => one.open = true)");
            TestBrowser.check(page, "rosters-covers-" + picture);
            page.navigate(console.address + "/rosters/what-if?code=2&area=DP&at=2026-11-27T03:00");
            TestBrowser.check(page, "rosters-what-if-" + picture);
            page.navigate(console.address + "/policies");
            TestBrowser.check(page, "rosters-policies-" + picture);
            page.navigate(console.address + "/policies/Street");
            TestBrowser.check(page, "rosters-policy-" + picture);
            page.navigate(console.address + "/rosters");
            page.locator("main summary").last().click();
            page.locator("form[action='/calendars'] button").first().click();
            TestBrowser.check(page, "rosters-calendar-" + picture);
            page.navigate(console.address + "/shifts");
            TestBrowser.check(page, "rosters-shifts-" + picture);
            page.navigate(console.address + "/rosters/Peers/hand-over");
            TestBrowser.check(page, "rosters-hand-over-" + picture);
            assertEquals(List.of(), BROWSER.complaints());
        }
    }

    private void signIn(Page page) {
        signIn(page, "Noon");
    }

    private void signIn(Page page, String alias) {
        page.navigate(console.link(alias));
        TestBrowser.send(page.locator("main button"));
        page.navigate(console.address + "/rosters");
    }
}
