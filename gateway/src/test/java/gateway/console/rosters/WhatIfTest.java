package gateway.console.rosters;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.console.Browserless;
import gateway.database.TestDatabase;
import gateway.member.Choices;
import gateway.member.Quiet;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What the what-if page says is what the gateway then does. */
@SuppressWarnings("NullAway.Init")
class WhatIfTest {

    /** A Friday at three in the morning in Phnom Penh. */
    private static final Instant FRIDAY_AT_THREE = Instant.parse("2026-11-26T20:00:00Z");

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final Pattern STEP = Pattern.compile("<time>([^<]*)</time>[^§]*?(?:<strong><bdi>([^<]*)</bdi></strong>|state open)");

    /** Who is asked at a step, and who is asked to come beside. */
    private static final Pattern NAMED = Pattern.compile("<strong><bdi>([^<]*)</bdi></strong>");
    private static final Pattern BESIDE = Pattern.compile("not to take it: <bdi>([^<]*)</bdi>");

    TestConsole console;

    @BeforeEach
    void open(@TempDir Path folder) throws Exception {
        var network = Files.readString(Path.of("gateway/src/test/resources/network.yaml"))
                .replace("- { member: Rosa, days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"00:00\" }",
                        "- { member: Rosa, days: [thu], from: \"22:00\", to: \"03:02\" }\n    rotations:\n"
                        + "      - { members: [Lina, Noon], every: 1h, starts: 2026-11-27, hand-over: \"03:02\", days: [fri], from: \"03:00\", to: \"04:00\" }\n"
                        + "    covers:\n      - { stand-in: Amir, for: Rosa, from: \"2026-11-27 03:00\", to: \"2026-11-27 03:01\" }\n"
                        + "      - { add: Lina, from: \"2026-11-26 23:00\", to: \"2026-11-26 23:30\" }")
                .replace("- { member: Amir, days: [mon, tue, wed, thu, fri, sat, sun], from: \"00:00\", to: \"00:00\" }",
                        "- { member: Amir, days: [fri], from: \"03:20\", to: \"04:00\" }");
        console = new TestConsole(DATABASE, Files.writeString(folder.resolve("network.yaml"), network));
        console.empty();
        console.now = FRIDAY_AT_THREE;
        DATABASE.tamper("UPDATE member SET verified_at = '2026-11-20T00:00:00Z' WHERE verified");
    }

    @AfterEach
    void close() {
        console.close();
    }

    @Test
    void who_would_be_asked_is_who_is_asked() {
        var page = Browserless.text(new Browserless(console).as("Noon").get("/rosters/what-if?code=2&area=DP&at=2026-11-27T03:00"));
        var would = new TreeMap<String, String>();
        for (var ladder : page.substring(page.indexOf("id=\"answer\"")).split("<h3>")) {
            for (var step : ladder.split("<li class=\"box\">")) {
                Stream.of(NAMED, BESIDE).flatMap(names -> names.matcher(step).results()).flatMap(found -> Stream.of(found.group(1).split(", ")))
                        .forEach(who -> would.putIfAbsent(ladder.split("<")[0] + " " + who, step.replaceFirst("(?s).*?<time>([^<]*)<.*", "$1")));
            }
        }

        console.texts(TestConsole.REPORTER, "2 daun penh");
        var firstAsked = new TreeMap<String, String>();
        asked().forEach(firstAsked::putIfAbsent);
        // Until the last resort reaches no further: the peers' in its eighth round, that of legal aid, too.
        for (var minutes = 0; minutes < 4 * 60; minutes++) {
            console.turnClock(Duration.ofMinutes(1));
            asked().forEach(firstAsked::putIfAbsent);
        }

        assertEquals(Map.of("Peer advocates Amir", "2026-11-27 03:00", "Peer advocates Noon", "2026-11-27 03:05",
                "Peer advocates Rosa", "2026-11-27 03:15", "Peer advocates Lina", "2026-11-27 03:15",
                "Legal aid Lina", "2026-11-27 03:00", "Legal aid Noon", "2026-11-27 03:10",
                "Legal aid Rosa", "2026-11-27 05:40", "Legal aid Amir", "2026-11-27 05:40"), would);
        assertEquals(would, firstAsked);
        assertEquals(2, page.split("The phones of other organisations are rung", -1).length - 1, "at the end of each ladder");
        assertEquals(2, page.split("Later rounds reach no further", -1).length - 1);
        assertTrue(page.contains("Nobody can be asked; the next step is asked at once"), page);
        assertTrue(page.contains("Doun Penh"), page);
    }

    /** Rosa and Lina are on call on Thursday at eleven in the evening. */
    @Test
    void what_members_chose_counts_as_it_does_when_it_happens_and_the_page_says_so() {
        console.now = Instant.parse("2026-11-26T16:00:00Z");
        chooses("Rosa", Set.of(), Set.of("prey-speu", "TK"));
        chooses("Lina", Set.of("vi"), Set.of());
        var noon = new Browserless(console).as("Noon");

        assertEquals("Lina", firstAsked(noon, "area=prey-speu"));
        assertEquals("Lina", firstAsked(noon, "area=TK"));
        assertEquals("Rosa, Lina", firstAsked(noon, "area=PC"));
        assertEquals("Lina, Rosa", firstAsked(noon, "area=PC&language=vi"));
        var page = Browserless.text(noon.get("/rosters/what-if?code=5&at=2026-11-26T23:00&area=TK"));
        assertTrue(page.contains("Rosa, is asked for this place only when nobody else is there"), page);

        console.texts(TestConsole.REPORTER, "5 prey speu");

        assertEquals(Set.of("Peer advocates Lina", "Legal aid Lina"), asked().keySet());
        var timeline = Browserless.text(noon.get("/alerts/" + console.newestAlert()));
        assertTrue(timeline.contains("others are asked first"), timeline);
        assertFalse(timeline.contains("Prey Speu"), "where she will not go");
    }

    private static String firstAsked(Browserless noon, String where) {
        var page = Browserless.text(noon.get("/rosters/what-if?code=5&at=2026-11-26T23:00&" + where));
        var first = STEP.matcher(page.substring(page.indexOf("id=\"answer\"")));
        assertTrue(first.find(), page);
        return first.group(2);
    }

    private void chooses(String alias, Set<String> languages, Set<String> notThere) {
        console.chooses(alias, new Choices(Quiet.NEVER, null, languages, Set.of(), notThere, ""));
    }

    @Test
    void a_report_that_calls_for_no_lawyer_asks_none_and_nonsense_asks_nothing() {
        var noon = new Browserless(console).as("Noon");

        var page = Browserless.text(noon.get("/rosters/what-if?code=9&at=2026-11-27T03:00"));
        assertTrue(page.contains("id=\"answer\""));
        for (var query : List.of("", "?code=", "?code=zz&area=zz&at=zz", "?at=2026-99-99T03:00", "?hotline=none")) {
            var answer = noon.get("/rosters/what-if" + query);
            assertEquals(200, answer.statusCode(), query);
            assertFalse(Browserless.text(answer).contains("id=\"answer\""), query);
        }
    }

    /** When each was asked last, as the dispatches have it. */
    private static Map<String, String> asked() {
        record Asked(String whom, String at) {}
        List<Asked> asked = DATABASE.database().inTransaction(tx -> tx.query("""
                SELECT CASE ladder.discipline WHEN 'legal-aid' THEN 'Legal aid' ELSE 'Peer advocates' END || ' '
                       || member.alias AS whom,
                       to_char(min(dispatch.asked_at) AT TIME ZONE 'Asia/Phnom_Penh', 'YYYY-MM-DD HH24:MI') AS at
                  FROM dispatch
                  JOIN ladder ON ladder.id = dispatch.ladder_id
                  JOIN member ON member.id = dispatch.member_id
                 GROUP BY ladder.discipline, member.alias
                """, row -> new Asked(row.text("whom"), row.text("at"))));
        return asked.stream().collect(Collectors.toMap(Asked::whom, Asked::at));
    }
}
