package gateway.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.database.TestDatabase;
import gateway.member.MemberId;
import gateway.roster.Stint;
import java.io.StringReader;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.model.component.VEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars that go out and come in. */
@SuppressWarnings("NullAway.Init")
class ICalTest {

    private static final ZoneId PHNOM_PENH = ZoneId.of("Asia/Phnom_Penh");
    private static final MemberId ROSA = new MemberId(new UUID(0, 1));
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Pattern ADDRESS = Pattern.compile("http://[^<]*(/calendars/[A-Za-z0-9_-]{43}\\.ics)");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    static TestConsole console;

    @BeforeAll
    static void open() {
        console = new TestConsole(DATABASE, Path.of("config/network.example.yaml"));
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @BeforeEach
    void empty() {
        console.empty();
        DATABASE.tamper("TRUNCATE calendar_feed, busy_time, cover, surge_shift CASCADE");
    }

    @Test
    void a_members_feed_tells_when_and_nothing_else_to_whoever_has_its_address() throws Exception {
        var path = issue("Rosa", "/calendars");

        var feed = new Browserless(console).get(path);

        assertEquals(200, feed.statusCode());
        assertEquals("text/calendar; charset=utf-8", feed.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("no-store", feed.headers().firstValue("Cache-Control").orElseThrow());
        var written = Browserless.text(feed);
        for (var secret : List.of("Rosa", "Peers", "mbrella", "127.0.0.1", "+1202")) {
            assertFalse(written.contains(secret), secret);
        }
        var events = new CalendarBuilder().build(new StringReader(written)).<VEvent>getComponents("VEVENT");
        assertEquals(1, events.size());
        assertEquals(Instant.parse("2026-02-22T17:00:00Z"), Instant.from(events.getFirst().getStartDate().orElseThrow().getDate()));
        assertEquals(Instant.parse("2026-05-03T17:00:00Z"), Instant.from(events.getFirst().getEndDate().orElseThrow().getDate()));
        assertEquals("Shift", events.getFirst().getSummary().getValue());
    }

    /** By hand, as RFC 5545 writes it: lines end in CRLF and are at most 75 bytes long. */
    @Test
    void a_feed_is_written_as_the_standard_says() {
        var written = ShiftCalendar.write(List.of(new ShiftCalendar.Entry(Instant.parse("2026-11-24T11:00:00Z"),
                Instant.parse("2026-11-24T23:00:00Z"), "វេន, a; b\\c " + "long ".repeat(30))), "salt");

        assertTrue(written.startsWith("BEGIN:VCALENDAR\r\n"), written);
        assertTrue(written.endsWith("END:VCALENDAR\r\n"), written);
        assertFalse(written.replace("\r\n", "").contains("\n"), "a line ends in LF alone");
        for (var line : written.split("\r\n")) {
            assertTrue(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 75, line);
        }
        var unfolded = written.replaceAll("\r\n[ \t]", "");
        assertTrue(unfolded.contains("\r\nDTSTART:20261124T110000Z\r\n"), unfolded);
        assertTrue(unfolded.contains("\r\nDTEND:20261124T230000Z\r\n"), unfolded);
        assertTrue(unfolded.contains("\r\nSUMMARY:វេន\\, a\\; b\\\\c long "), unfolded);
        assertTrue(Pattern.compile("\r\nUID:[0-9a-f]{32}\r\n").matcher(unfolded).find(), unfolded);
        assertTrue(unfolded.contains("\r\nVERSION:2.0\r\n") && unfolded.contains("\r\nDTSTAMP:"), unfolded);
    }

    @Test
    void a_rosters_feed_names_aliases_and_gaps() throws Exception {
        DATABASE.tamper("""
                INSERT INTO cover (id, roster_id, origin, position, change, member_id, from_at, to_at, made_by, made_at)
                SELECT gen_random_uuid(), roster.id, 'page', 0, 'remove', member.id, '2026-03-03T01:00Z', '2026-03-03T02:00Z',
                       member.id, now()
                  FROM roster, member
                 WHERE roster.name = 'Peers' AND member.alias = 'Rosa'
                """);
        var path = issue("Noon", "/rosters/Peers/calendar");

        var events = new CalendarBuilder().build(new StringReader(Browserless.text(new Browserless(console).get(path))))
                .<VEvent>getComponents("VEVENT");

        assertEquals(List.of("Shift: Rosa", "Shift: nobody", "Shift: Rosa"),
                events.stream().map(event -> event.getSummary().getValue()).toList());
        assertEquals(Instant.parse("2026-03-03T01:00:00Z"), Instant.from(events.get(1).getStartDate().orElseThrow().getDate()));
    }

    @Test
    void a_feed_changes_only_when_the_shifts_do() {
        var path = issue("Rosa", "/calendars");
        var visitor = new Browserless(console);

        var first = visitor.get(path);
        console.turnClock(Duration.ofHours(30));
        var second = visitor.get(path);
        var unchanged = visitor.get(path, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());

        assertEquals(Browserless.text(first), Browserless.text(second));
        assertEquals(304, unchanged.statusCode());
        assertEquals(0, unchanged.body().length);
        console.now = Instant.parse("2026-03-02T14:10:00Z");
    }

    @Test
    void a_new_address_ends_the_one_before_and_only_its_hash_is_kept() {
        var old = issue("Rosa", "/calendars");
        var fresh = issue("Rosa", "/calendars");
        var visitor = new Browserless(console);

        assertNotEquals(old, fresh);
        assertEquals(404, visitor.get(old).statusCode());
        assertEquals(200, visitor.get(fresh).statusCode());
        var token = fresh.substring("/calendars/".length(), fresh.length() - ".ics".length());
        assertEquals(Optional.empty(), DATABASE.database().inTransaction(tx -> tx.queryOne(
                "SELECT 1 FROM calendar_feed WHERE convert_to($1, 'UTF8') = token_hash OR encode(token_hash, 'escape') = $1",
                row -> true, token)));
        new Browserless(console).as("Rosa").post("/calendars", Map.of("end", "yes"));
        assertEquals(404, visitor.get(fresh).statusCode());
    }

    @Test
    void a_lost_phone_ends_its_owners_feed() {
        var path = issue("Rosa", "/calendars");

        new Browserless(console).as("Noon").post("/members/Rosa/phone-loss", Map.of());

        assertEquals(404, new Browserless(console).get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calendars/.ics", "/calendars/x.ics", "/calendars/x", "/calendars/", "/calendars/%00.ics",
            "/calendars/..%2f.ics"})
    void an_address_that_was_never_made_finds_nothing(String path) {
        assertEquals(404, new Browserless(console).get(path).statusCode());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DTSTART:20260303T010000Z;DTEND:20260303T020000Z                          | 2026-03-03T01:00:00Z | 2026-03-03T02:00:00Z
            DTSTART:20260303T010000;DTEND:20260303T020000                            | 2026-03-02T18:00:00Z | 2026-03-02T19:00:00Z
            DTSTART,TZID=Asia/Tokyo:20260303T010000;DTEND,TZID=Asia/Tokyo:20260303T020000 | 2026-03-02T16:00:00Z | 2026-03-02T17:00:00Z
            DTSTART,VALUE=DATE:20260303;DTEND,VALUE=DATE:20260304                    | 2026-03-02T17:00:00Z | 2026-03-03T17:00:00Z
            DTSTART:20260303T010000Z;DURATION:PT90M                                  | 2026-03-03T01:00:00Z | 2026-03-03T02:30:00Z
            DTSTART:20200107T010000Z;DTEND:20200107T020000Z;RRULE:FREQ=WEEKLY,COUNT=600,UNTIL_=x | |
            DTSTART:20260303T010000Z;DTEND:20260303T020000Z;TRANSP:TRANSPARENT       | |
            DTSTART:20260303T010000Z;DTEND:20260303T020000Z;STATUS:CANCELLED         | |
            DTSTART:20250303T010000Z;DTEND:20250303T020000Z                          | |
            """)
    void busy_times_are_read_in_each_way_they_are_written(String event, String from, String to) {
        var read = read(calendar(event.replace("UNTIL_=x", "INTERVAL=500").replace(",", ";").replace(";DT", "\r\nDT")
                .replace(";DURATION", "\r\nDURATION").replace(";RRULE", "\r\nRRULE").replace(";TRANSP", "\r\nTRANSP")
                .replace(";STATUS", "\r\nSTATUS")));

        assertEquals(Optional.of(from == null ? List.of() : List.of(new Stint(ROSA, Instant.parse(from), Instant.parse(to)))), read);
    }

    @Test
    void what_repeats_is_read_for_as_long_as_we_look() {
        var read = read(calendar("DTSTART;TZID=Asia/Phnom_Penh:20200107T080000\r\nDTEND;TZID=Asia/Phnom_Penh:20200107T093000\r\n"
                + "RRULE:FREQ=WEEKLY;BYDAY=TU,TH")).orElseThrow();

        assertEquals(4, read.size());
        assertTrue(read.contains(new Stint(ROSA, Instant.parse("2026-03-03T01:00:00Z"), Instant.parse("2026-03-03T02:30:00Z"))),
                read.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hello", "BEGIN:VCALENDAR", "BEGIN:VCALENDAR\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n", "<html></html>",
            "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:yesterday\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"})
    void what_is_no_calendar_is_refused(String written) {
        assertEquals(Optional.empty(), read(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"SECONDLY", "MINUTELY", "HOURLY"})
    void what_would_be_read_for_ever_is_refused(String frequency) {
        assertEquals(Optional.empty(), read(calendar("DTSTART:19700101T000000Z\r\nDURATION:PT1S\r\nRRULE:FREQ=" + frequency)));
    }

    @Test
    void a_coordinator_pastes_a_calendar_and_the_week_warns() {
        var noon = new Browserless(console).as("Noon");

        var answer = noon.post("/busy-times", Map.of("member", "Rosa", "calendar",
                calendar("DTSTART:20260303T010000Z\r\nDTEND:20260303T020000Z\r\nSUMMARY:Court hearing of a friend")));

        assertEquals(303, answer.statusCode());
        var page = Browserless.text(noon.get("/rosters"));
        assertTrue(page.contains("The calendar of Rosa was read: 1 busy times"), page);
        assertTrue(page.contains("Rosa is on call, and her own calendar says she is busy: 2026-03-03 08:00 to 2026-03-03 09:00"));
        assertFalse(page.contains("Court hearing"));
        noon.post("/busy-times", Map.of("member", "Rosa", "calendar", "nothing"));
        assertTrue(Browserless.text(noon.get("/rosters")).contains("no calendar we can read"));
    }

    private static Optional<List<Stint>> read(String written) {
        return BusyCalendar.read(written, ROSA, PHNOM_PENH, MONDAY, MONDAY.plus(Duration.ofDays(14)));
    }

    private static String calendar(String event) {
        return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//x//EN\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTAMP:20260101T000000Z\r\n"
                + event + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
    }

    private static String issue(String alias, String path) {
        var page = Browserless.text(new Browserless(console).as(alias).post(path, Map.of()));
        var address = ADDRESS.matcher(page);
        assertTrue(address.find(), page);
        return address.group(1);
    }
}
