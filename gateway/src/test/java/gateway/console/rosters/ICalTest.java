package gateway.console.rosters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.console.Browserless;
import gateway.member.MemberId;
import java.io.StringReader;
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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Calendars that go out and come in. */
@SuppressWarnings("NullAway.Init")
class ICalTest {

    private static final ZoneId PHNOM_PENH = ZoneId.of("Asia/Phnom_Penh");
    private static final MemberId ROSA = new MemberId(new UUID(0, 1));
    private static final Instant MONDAY = Instant.parse("2026-03-02T00:00:00Z");
    private static final Pattern ADDRESS = Pattern.compile("http://[^<]*(/calendars/[A-Za-z0-9_-]{43}\\.ics)");

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @BeforeEach
    void empty() {
        CONSOLE.database().clear("calendar_feed", "cover", "surge_shift");
    }

    @Test
    void a_members_feed_tells_when_and_nothing_else_to_whoever_has_its_address() throws Exception {
        var path = issue("Rosa", "/calendars");

        var feed = new Browserless(CONSOLE).get(path);

        assertEquals(200, feed.statusCode());
        assertEquals("text/calendar; charset=utf-8", feed.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("no-store", feed.headers().firstValue("Cache-Control").orElseThrow());
        var written = Browserless.text(feed);
        for (var secret : List.of("Rosa", "Peers", "mbrella", "127.0.0.1", "+1202")) {
            assertFalse(written.contains(secret), secret);
        }
        var events = new CalendarBuilder().build(new StringReader(written)).<VEvent>getComponents("VEVENT");
        assertEquals(1, events.size());
        assertEquals(Instant.parse("2026-02-22T17:00:00Z"), Instant.from(events.getFirst().getDateTimeStart().getDate()));
        assertEquals(Instant.parse("2026-05-03T17:00:00Z"), Instant.from(events.getFirst().getEndDate().orElseThrow().getDate()));
        assertEquals("Shift", events.getFirst().getSummary().getValue());
    }

    /** By hand, as RFC 5545 writes it: lines end in CRLF and are at most 75 bytes long. */
    @Test
    void a_feed_is_written_as_the_standard_says() {
        var written = ShiftCalendar.write(List.of(new ShiftCalendar.Entry(Instant.parse("2026-11-24T11:00:00Z"),
                Instant.parse("2026-11-24T23:00:00Z"), "វេន, a; b\\c " + "long ".repeat(30), true)), "salt");

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
        assertTrue(unfolded.contains("\r\nREFRESH-INTERVAL;VALUE=DURATION:PT6H\r\n"), unfolded);
        assertTrue(unfolded.contains("BEGIN:VALARM\r\nTRIGGER:-PT1H\r\nACTION:DISPLAY\r\nDESCRIPTION:វេន"), unfolded);
        assertTrue(unfolded.contains("\r\nVERSION:2.0\r\n") && unfolded.contains("\r\nDTSTAMP:"), unfolded);
    }

    @Test
    void a_rosters_feed_names_aliases_and_gaps() throws Exception {
        CONSOLE.database().tamper("""
                INSERT INTO cover (id, roster_id, origin, position, change, member_id, from_at, to_at, made_by, made_at)
                SELECT gen_random_uuid(), roster.id, 'page', 0, 'remove', member.id, '2026-03-03T01:00Z', '2026-03-03T02:00Z',
                       member.id, now()
                  FROM roster, member
                 WHERE roster.name = 'Peers' AND member.alias = 'Rosa'
                """);
        var path = issue("Noon", "/rosters/Peers/calendar");

        var events = new CalendarBuilder().build(new StringReader(Browserless.text(new Browserless(CONSOLE).get(path))))
                .<VEvent>getComponents("VEVENT");

        assertEquals(List.of("Shift: Rosa", "Shift: nobody", "Shift: Rosa"),
                events.stream().map(event -> event.getSummary().getValue()).toList());
        assertEquals(Instant.parse("2026-03-03T01:00:00Z"), Instant.from(events.get(1).getDateTimeStart().getDate()));
    }

    @Test
    void a_feed_changes_only_when_the_shifts_do() {
        var path = issue("Rosa", "/calendars");
        var visitor = new Browserless(CONSOLE);

        var first = visitor.get(path);
        CONSOLE.turnClock(Duration.ofHours(30));
        var second = visitor.get(path);
        var unchanged = visitor.get(path, "If-None-Match", first.headers().firstValue("ETag").orElseThrow());

        assertEquals(Browserless.text(first), Browserless.text(second));
        assertEquals(304, unchanged.statusCode());
        assertEquals(0, unchanged.body().length);
        CONSOLE.now = Instant.parse("2026-03-02T14:10:00Z");
    }

    @Test
    void a_new_address_ends_the_one_before_and_only_its_hash_is_kept() {
        var old = issue("Rosa", "/calendars");
        var fresh = issue("Rosa", "/calendars");
        var visitor = new Browserless(CONSOLE);

        assertNotEquals(old, fresh);
        assertEquals(404, visitor.get(old).statusCode());
        assertEquals(200, visitor.get(fresh).statusCode());
        var token = fresh.substring("/calendars/".length(), fresh.length() - ".ics".length());
        assertEquals(Optional.empty(), CONSOLE.database().database().inTransaction(tx -> tx.queryOne(
                "SELECT 1 FROM calendar_feed WHERE convert_to($1, 'UTF8') = token_hash OR encode(token_hash, 'escape') = $1",
                row -> true, token)));
        new Browserless(CONSOLE).as("Rosa").post("/calendars", Map.of("end", "yes"));
        assertEquals(404, visitor.get(fresh).statusCode());
    }

    @Test
    void a_feed_ends_with_the_membership() {
        var path = issue("Lina", "/calendars");

        CONSOLE.database().tamper("UPDATE member SET retired_at = now() WHERE alias = 'Lina'");
        try {
            assertEquals(404, new Browserless(CONSOLE).get(path).statusCode());
        } finally {
            CONSOLE.database().tamper("UPDATE member SET retired_at = NULL WHERE alias = 'Lina'");
        }
    }

    @Test
    void a_lost_phone_ends_its_owners_feed() {
        var path = issue("Rosa", "/calendars");

        new Browserless(CONSOLE).as("Noon").post("/members/Rosa/phone-loss", Map.of());

        assertEquals(404, new Browserless(CONSOLE).get(path).statusCode());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/calendars/.ics", "/calendars/x.ics", "/calendars/x", "/calendars/", "/calendars/%00.ics",
            "/calendars/..%2f.ics"})
    void an_address_that_was_never_made_finds_nothing(String path) {
        assertEquals(404, new Browserless(CONSOLE).get(path).statusCode());
    }

    private static String issue(String alias, String path) {
        var page = Browserless.text(new Browserless(CONSOLE).as(alias).post(path, Map.of()));
        var address = ADDRESS.matcher(page);
        assertTrue(address.find(), page);
        return address.group(1);
    }
}
