package gateway.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.escalation.EscalationStep.Way;
import gateway.network.Network.ListedChange;
import gateway.roster.Discipline;
import gateway.roster.Hours;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkFileTest {

    static final String SOUND = """
            time-zone: Asia/Phnom_Penh
            members:
              - alias: Rosa
                phone: "+12025550111"
                verified: true
                language: en
                roles: [responder]
              - alias: Noon
                phone: "+12025550114"
                language: km
                roles: [coordinator, responder]
            rosters:
              - name: Peers
                discipline: peer-advocate
                shifts:
                  - { member: Rosa, days: [mon, fri], from: "22:00", to: "06:00" }
            policies:
              - name: Street
                steps:
                  - { ask: [Peers], wait: 5m }
                last-resort: Peers
            hotlines:
              - name: Phnom Penh line
                number: "+12025550100"
                languages: [km, en]
                answer: silent
                policy: Street
            """;

    @Test
    void a_step_names_members_beside_rosters_and_is_asked_in_rounds_and_other_disciplines_have_ladders_of_their_own() {
        var street = assertInstanceOf(NetworkReading.Sound.class, NetworkFile.read(SOUND.replace("ask: [Peers], wait: 5m", "ask: [noon, Peers], wait: 5m, rounds: 3")
                .replace("last-resort: Peers", """
                        rounds: 2
                            medical-link:
                              - { ask: [Rosa], wait: 1m }
                            interpreter:
                              - { ask: [Peers], wait: 2h }
                            last-resort: Peers"""), FictionNumbers.ALLOWED)).network().policies().getFirst();

        var step = street.ladders().getOrDefault(Discipline.PEER_ADVOCATE, List.of()).getFirst();
        assertEquals(List.of("Peers"), step.rosters());
        assertEquals(List.of("Noon"), step.members());
        assertEquals(3, step.rounds());
        assertEquals(2, street.rounds());
        var medics = street.ladders().getOrDefault(Discipline.MEDICAL_LINK, List.of()).getFirst();
        assertEquals(List.of(List.of(), List.of("Rosa"), 1), List.of(medics.rosters(), medics.members(), medics.rounds()));
        assertEquals(Set.of(Discipline.PEER_ADVOCATE, Discipline.MEDICAL_LINK, Discipline.INTERPRETER), street.ladders().keySet());
    }

    @Test
    void the_example_is_a_sound_network() {
        var network = assertInstanceOf(NetworkReading.Sound.class,
                NetworkFile.read(Path.of("config/network.example.yaml"), FictionNumbers.ALLOWED)).network();

        var street = network.policies().getFirst();
        assertEquals(List.of("Rosa", "Amir", "Lina", "Mali", "Noon"),
                network.members().stream().map(Network.ListedMember::alias).toList());
        assertEquals(Duration.ofMinutes(2), street.ladders().getOrDefault(Discipline.PEER_ADVOCATE, List.of()).getFirst().callAfter());
        assertEquals(Way.VOICE,
                street.ladders().getOrDefault(Discipline.PEER_ADVOCATE, List.of()).get(2).way());
        assertEquals(Duration.ofMinutes(10),
                street.ladders().getOrDefault(Discipline.LEGAL_AID, List.of()).getFirst().patience());
        assertEquals("Coordinators", street.lastResort());
    }

    @ParameterizedTest
    @MethodSource("faults")
    void a_fault_is_named_by_its_line_and_its_value_and_says_what_is_allowed(Slip slip) {
        assertTrue(SOUND.contains(slip.was()), "the sound file has no " + slip.was());
        var reading = NetworkFile.read(SOUND.replace(slip.was(), slip.now()), FictionNumbers.ALLOWED);

        var fault = assertInstanceOf(NetworkReading.Faulty.class, reading).faults().stream()
                .filter(found -> found.line() == slip.line() && found.value().equals(slip.value()))
                .findFirst();
        assertTrue(fault.isPresent(), reading.toString());
        assertTrue(fault.get().toString().contains(slip.allowed()), fault.get().toString());
    }

    record Slip(String was, String now, int line, String value, String allowed) {}

    static Stream<Slip> faults() {
        return Stream.of(
                new Slip("Asia/Phnom_Penh", "Moon/Base", 1, "Moon/Base", "such as Asia/Phnom_Penh"),
                new Slip("alias: Rosa", "alias: Rosa the Great", 3, "Rosa the Great", "1 to 20 letters"),
                new Slip("alias: Rosa", "alias: " + "R".repeat(21), 3, "R".repeat(21), "1 to 20 letters"),
                new Slip("alias: Noon", "alias: rosa", 8, "rosa", "already used"),
                new Slip("+12025550111", "2025550111", 4, "2025550111", "with its country code"),
                new Slip("+12025550111", "+1202", 4, "+1202", "with its country code"),
                new Slip("+12025550114", "+12025550111", 9, "+12025550111", "already used"),
                new Slip("+12025550100", "+12025550111", 24, "+12025550111", "already used"),
                new Slip("verified: true", "verified: yes", 5, "yes", "true and false"),
                new Slip("language: km", "language: fr", 10, "fr", "en, km"),
                new Slip("roles: [responder]", "roles: [boss]", 7, "boss", "coordinator, responder"),
                new Slip("roles: [responder]", "roles: []", 7, "", "one or more"),
                new Slip("roles: [responder]", "roles: responder", 7, "responder", "a list is wanted"),
                new Slip("roles: [responder]", "rolls: [responder]", 7, "rolls", "alias, areas, language"),
                new Slip("roles: [responder]", "roles: [responder]\n    alias: Rosa", 8, "alias", "twice"),
                new Slip("roles: [responder]", "roles: [responder]\n    languages: [km, Khmer]", 8, "Khmer", "such as km"),
                new Slip("roles: [responder]", "roles: [responder]\n    areas: [DP, 7M, downtown]", 8, "downtown", "such as DP"),
                new Slip("    language: en\n", "", 3, "", "\"language\" is missing"),
                new Slip("phone: \"+12025550114\"", "verified: true", 8, "Noon", "with a phone only"),
                new Slip("peer-advocate", "medical", 14, "medical",
                        "coordinator, interpreter, legal-aid, medical-link, peer-advocate, vouching-officer"),
                new Slip("member: Rosa", "member: Amir", 16, "Amir", "allowed are Noon, Rosa"),
                new Slip("[mon, fri]", "[mon, friday]", 16, "friday", "mon, tue"),
                new Slip("[mon, fri]", "[]", 16, "", "\"days\" is empty"),
                new Slip("22:00", "24:00", 16, "24:00", "\"23:59\""),
                new Slip("06:00", "6pm", 16, "6pm", "\"00:00\""),
                new Slip("name: Street", "name: \"\"", 18, "", "1 to 60 characters"),
                new Slip("- { ask: [Peers], wait: 5m }", "[]", 20, "", "\"steps\" is empty"),
                new Slip("ask: [Peers]", "ask: [Peers, Backup]", 20, "Backup",
                        "allowed are the rosters Peers and the members Noon, Rosa"),
                new Slip("name: Peers", "name: Rosa", 20, "Peers", "the rosters Rosa and the members Noon, Rosa"),
                new Slip("ask: [Peers]", "ask: [noon, Rosa, Rosalind]", 20, "Rosalind", "one member of this file"),
                new Slip("time-zone:", "outside-contacts: [{ name: Partner, number: \"12\", language: en }]\ntime-zone:", 1, "12", "phone number"),
                new Slip("wait: 5m", "wait: 5m, rounds: 0", 20, "0", "1 to 10"),
                new Slip("wait: 5m", "wait: 5m, rounds: 11", 20, "11", "1 to 10"),
                new Slip("wait: 5m", "wait: 5m, rounds: twice", 20, "twice", "1 to 10"),
                new Slip("last-resort: Peers", "rounds: 6\n    last-resort: Peers", 21, "6", "1 to 5"),
                new Slip("last-resort: Peers", "medical-link: []\n    last-resort: Peers", 21, "", "\"medical-link\" is empty"),
                new Slip("last-resort: Peers", "medics: []\n    last-resort: Peers", 21, "medics", "interpreter, last-resort, legal-aid"),
                new Slip("wait: 5m", "wait: 29s", 20, "29s", "30s to 24h"),
                new Slip("wait: 5m", "wait: 25h", 20, "25h", "30s to 24h"),
                new Slip("wait: 5m", "wait: soon", 20, "soon", "30s to 24h"),
                new Slip("wait: 5m", "wait: 5m, by: pigeon", 20, "pigeon", "text, voice, text-then-call"),
                new Slip("wait: 5m", "wait: 5m, by: text-then-call, call-after: 5m", 20, "5m", "less than its wait"),
                new Slip("wait: 5m", "wait: 5m, by: voice, call-after: 2m", 20, "2m", "text-then-call"),
                new Slip("last-resort: Peers", "last-resort: Nobody", 21, "Nobody", "allowed are Peers"),
                new Slip("languages: [km, en]", "languages: [km, xx]", 25, "xx", "en, km"),
                new Slip("answer: silent", "answer: plain", 26, "plain", "silent, cover"),
                new Slip("policy: Street", "policy: Road", 27, "Road", "allowed are Street"),
                new Slip("time-zone: Asia/Phnom_Penh", "- a", 2, "", "is not YAML"),
                new Slip("policies:", "polices:", 17, "polices", "policies, rosters, time-zone"));
    }

    static final String WITH_MORE = SOUND.replace("""
            policies:
            """, """
                rotations:
                  - { members: [Rosa, Noon, Rosa], every: week, starts: "2026-01-05", hand-over: "09:00" }
                  - { members: [Noon], every: 12h, starts: 2026-01-05, hand-over: "06:00", days: [sat, sun], from: "20:00", to: "08:00" }
                surges:
                  - name: Water Festival
                    before: ["2026-11-23"]
                    days: 3
                    shifts:
                      - { member: Noon, from: "18:00", to: "06:00" }
                  - name: New year
                    on: ["2026-12-31", "2027-01-01"]
                    shifts:
                      - { member: Rosa, from: "00:00", to: "00:00" }
                covers:
                  - { stand-in: Noon, for: Rosa, from: "2026-11-20 18:00", to: "2026-11-22 06:00" }
                  - { add: Noon, from: "2026-11-24T18:00", to: "2026-11-24T20:00" }
                  - { remove: Rosa, from: "2026-11-25 18:00", to: "2026-11-26 06:00" }
                closed:
                  - { days: [sun], from: "06:00", to: "22:00" }
            policies:
            """);

    @Test
    void rotations_surges_covers_and_closed_hours_are_read_as_written() {
        var roster = assertInstanceOf(NetworkReading.Sound.class, NetworkFile.read(WITH_MORE, FictionNumbers.ALLOWED))
                .network().rosters().getFirst();

        assertEquals(List.of("Rosa", "Noon", "Rosa"), roster.rotations().getFirst().members());
        assertEquals(Duration.ofDays(7), roster.rotations().getFirst().every());
        assertEquals(LocalDateTime.parse("2026-01-05T09:00"), roster.rotations().getFirst().starts());
        assertEquals(Hours.ALWAYS, roster.rotations().getFirst().hours());
        assertEquals(new Hours(Set.of(DayOfWeek.SATURDAY, DayOfWeek.SUNDAY), LocalTime.of(20, 0), LocalTime.of(8, 0)),
                roster.rotations().getLast().hours());
        assertEquals(Set.of(LocalDate.parse("2026-11-20"), LocalDate.parse("2026-11-21"), LocalDate.parse("2026-11-22")),
                roster.surges().getFirst().dates());
        assertEquals("New year", roster.surges().getLast().plan());
        assertEquals(List.of(ListedChange.STAND_IN, ListedChange.ADD, ListedChange.REMOVE),
                roster.covers().stream().map(Network.ListedCover::change).toList());
        assertEquals("Rosa", roster.covers().getFirst().away());
        assertEquals(List.of(new Hours(Set.of(DayOfWeek.SUNDAY), LocalTime.of(6, 0), LocalTime.of(22, 0))), roster.closed());
    }

    @ParameterizedTest
    @MethodSource("faultsOfRosters")
    void a_fault_in_what_changes_a_roster_is_named_by_its_line_too(Slip slip) {
        assertTrue(WITH_MORE.contains(slip.was()), "the sound file has no " + slip.was());
        var reading = NetworkFile.read(WITH_MORE.replaceFirst(java.util.regex.Pattern.quote(slip.was()), slip.now()),
                FictionNumbers.ALLOWED);

        var faults = assertInstanceOf(NetworkReading.Faulty.class, reading).faults();
        assertEquals(List.of(slip.line() + " " + slip.value()),
                faults.stream().map(fault -> fault.line() + " " + fault.value()).toList(), faults.toString());
        assertTrue(faults.getFirst().toString().contains(slip.allowed()), faults.toString());
    }

    static Stream<Slip> faultsOfRosters() {
        return Stream.of(
                new Slip("members: [Rosa, Noon, Rosa]", "members: [Rosa, Amir]", 18, "Amir", "allowed are Noon, Rosa"),
                new Slip("members: [Rosa, Noon, Rosa]", "members: []", 18, "", "\"members\" is empty"),
                new Slip("members: [Rosa, Noon, Rosa], ", "", 18, "", "\"members\" is missing"),
                new Slip("every: week", "every: month", 18, "month", "day, week, and 1h to 744h"),
                new Slip("every: week", "every: 0h", 18, "0h", "1h to 744h"),
                new Slip("every: week", "every: 745h", 18, "745h", "1h to 744h"),
                new Slip("every: week", "every: week, each: day", 18, "each", "days, every, from, hand-over, members, starts, to"),
                new Slip("2026-01-05", "2026-02-30", 18, "2026-02-30", "such as \"2026-11-24\""),
                new Slip("2026-01-05", "5 January", 18, "5 January", "such as \"2026-11-24\""),
                new Slip("\"09:00\"", "\"9\"", 18, "9", "\"23:59\""),
                new Slip("from: \"20:00\", to: \"08:00\"", "from: \"20:00\"", 19, "20:00", "together, or neither"),
                new Slip("days: 3", "days: 3\n        after: x", 24, "after", "before, days, name, on, shifts"),
                new Slip("days: 3", "days: 32", 23, "32", "1 to 31"),
                new Slip("days: 3", "days: 0", 23, "0", "1 to 31"),
                new Slip("\"2026-11-23\"]", "\"2026-13-23\"]", 22, "2026-13-23", "is no date"),
                new Slip("before: [\"2026-11-23\"]\n        days: 3", "days: 3", 21, "Water Festival",
                        "either \"on\", or \"before\" and \"days\""),
                new Slip("days: 3", "on: [2026-11-23]", 21, "Water Festival", "either \"on\", or"),
                new Slip("name: New year", "name: water festival", 26, "water festival", "already used"),
                new Slip("member: Noon, from: \"18:00\"", "member: Nobody, from: \"18:00\"", 25, "Nobody", "allowed are Noon"),
                new Slip("stand-in: Noon, for: Rosa", "stand-in: Rosa, for: Rosa", 31, "Rosa", "another member"),
                new Slip("stand-in: Noon, for: Rosa", "stand-in: Noon", 31, "", "\"for\" is missing"),
                new Slip("add: Noon", "add: Noon, for: Rosa", 32, "Rosa", "allowed with it only"),
                new Slip("add: Noon", "add: Noon, remove: Rosa", 32, "Noon", "one of add, remove and stand-in"),
                new Slip("add: Noon, ", "", 32, "2026-11-24T18:00", "one of add, remove and stand-in"),
                new Slip("2026-11-24T20:00", "2026-11-24T18:00", 32, "2026-11-24T18:00", "a later day and time"),
                new Slip("2026-11-24T20:00", "tomorrow", 32, "tomorrow", "such as \"2026-11-24 18:00\""),
                new Slip("closed:\n      - { days: [sun]", "closed:\n      - { days: [so]", 35, "so", "mon, tue"));
    }

    @Test
    void a_roster_needs_shifts_or_rotations() {
        var rotationsOnly = WITH_MORE.replace("""
                shifts:
                  - { member: Rosa, days: [mon, fri], from: "22:00", to: "06:00" }
            """, "");
        assertInstanceOf(NetworkReading.Sound.class, NetworkFile.read(rotationsOnly, FictionNumbers.ALLOWED));

        var neither = SOUND.replace("""
                shifts:
                  - { member: Rosa, days: [mon, fri], from: "22:00", to: "06:00" }
            """, "");
        var faults = assertInstanceOf(NetworkReading.Faulty.class, NetworkFile.read(neither, FictionNumbers.ALLOWED)).faults();
        assertEquals("line 13: \"Peers\" has nobody; allowed is one with \"shifts\" or \"rotations\"",
                faults.getFirst().toString());
    }

    @Test
    void all_faults_of_a_file_are_named_together_and_in_its_order() {
        var reading = NetworkFile.read(SOUND.replace("22:00", "25:00").replace("+12025550111", "none")
                .replace("policy: Street", "policy: Road"), FictionNumbers.ALLOWED);

        var faults = assertInstanceOf(NetworkReading.Faulty.class, reading).faults();
        assertEquals(List.of(4, 16, 27), faults.stream().map(Fault::line).toList());
    }

    @Test
    void a_time_without_quotes_is_read_as_it_is_written() {
        var network = assertInstanceOf(NetworkReading.Sound.class,
                NetworkFile.read(SOUND.replace("\"22:00\"", "22:00"), FictionNumbers.ALLOWED)).network();

        assertEquals(LocalTime.of(22, 0), network.rosters().getFirst().shifts().getFirst().from());
    }

    @Test
    void numbers_reserved_for_fiction_are_refused_where_a_real_carrier_would_ring_them() {
        var real = FictionNumbers.forCarrier("twilio", URI.create("https://api.twilio.com"));

        var faults = assertInstanceOf(NetworkReading.Faulty.class, NetworkFile.read(SOUND, real)).faults();

        assertEquals(List.of(4, 9, 24), faults.stream().map(Fault::line).toList());
    }

    @ParameterizedTest
    @CsvSource({"twilio,https://api.twilio.com,REFUSED", "twilio,http://127.0.0.1:9000,ALLOWED",
            "twilio,http://localhost:9000,ALLOWED", "twilio,http://[::1]:9000,ALLOWED",
            "twilio,https://localhost.example.org,REFUSED", "twilio,https://127.0.0.1.example.org,REFUSED",
            "virtual,https://api.twilio.com,ALLOWED"})
    void only_a_real_carrier_elsewhere_refuses_fiction(String kind, URI apiUrl, FictionNumbers expected) {
        assertEquals(expected, FictionNumbers.forCarrier(kind, apiUrl));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "# nothing", "[", "a: &a [*a]", "- 1\n- 2", "text", "---\na: 1\n---\nb: 2",
            "members: !!javax.script.ScriptEngineManager []", "time-zone: \u0000", "members: {a: b}", "? [x]\n: y",
            "members: [[[[]]]]", "members: [&r {alias: *r}]"})
    void whatever_else_a_file_holds_is_a_fault_and_never_an_error(String written) {
        assertInstanceOf(NetworkReading.Faulty.class, NetworkFile.read(written, FictionNumbers.ALLOWED));
    }

    @Test
    void a_file_that_is_not_there_or_not_text_is_a_fault(@TempDir Path folder) throws Exception {
        var binary = Files.write(folder.resolve("network.yaml"), new byte[] {(byte) 0xFF, (byte) 0xFE, 0});

        assertInstanceOf(NetworkReading.Faulty.class, NetworkFile.read(binary, FictionNumbers.ALLOWED));
        assertInstanceOf(NetworkReading.Faulty.class, NetworkFile.read(folder.resolve("none"), FictionNumbers.ALLOWED));
        assertInstanceOf(NetworkReading.Faulty.class, NetworkFile.read(folder, FictionNumbers.ALLOWED));
    }

    @Test
    void a_fault_shows_nothing_that_moves_the_cursor() {
        var fault = new Fault(3, "a\u001B[2Jb\u202E" + "c".repeat(200), "is no alias");

        assertEquals("line 3: \"a?[2Jb?" + "c".repeat(53) + "\" is no alias", fault.toString());
    }
}
