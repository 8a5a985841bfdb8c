package gateway.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.contact.Hotlines;
import gateway.database.LeftOutRows;
import gateway.database.TestDatabase;
import gateway.database.Transaction;
import gateway.escalation.EscalationPolicies;
import gateway.escalation.OutsideContacts;
import gateway.escalation.Plans;
import gateway.member.BarReason;
import gateway.member.Members;
import gateway.messaging.CarrierAccounts;
import gateway.phone.PhoneNumber;
import gateway.roster.Rosters;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FindingsTest {

    /** A Friday noon in Phnom Penh. */
    static final Instant FRIDAY_NOON = Instant.parse("2026-07-31T05:00:00Z");
    static final PhoneNumber ROSAS = new PhoneNumber("+12025550111");

    final TestDatabase database = new TestDatabase().reading(() -> FRIDAY_NOON);
    final Members members = new Members(database.keyRing());
    final Rosters rosters = new Rosters(database.rowIds());
    final EscalationPolicies policies = new EscalationPolicies();
    final Hotlines hotlines = new Hotlines(database.keyRing());
    final Plans plans = new Plans(rosters, policies, new OutsideContacts(database.keyRing()));
    final Loading loading = new Loading(members, plans, hotlines, database.rowIds());
    final Findings findings = new Findings(members, plans, hotlines, new LeftOutRows(database.database()));

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void an_empty_database_has_no_hotline_and_no_coordinator() {
        assertEquals(List.of("no hotline is loaded", "no member is a coordinator, so nobody can resolve an alert"), found());
    }

    @Test
    void the_sound_file_shows_its_gaps_of_seven_days_and_who_is_not_verified() {
        load(NetworkFileTest.SOUND);

        assertEquals(List.of(
                "roster Peers: nobody can be asked from Fri 2026-07-31 12:00 to Fri 2026-07-31 22:00 (Asia/Phnom_Penh)",
                "roster Peers: nobody can be asked from Sat 2026-08-01 06:00 to Mon 2026-08-03 22:00 (Asia/Phnom_Penh)",
                "roster Peers: nobody can be asked from Tue 2026-08-04 06:00 to Fri 2026-08-07 12:00 (Asia/Phnom_Penh)"),
                found());
    }

    @Test
    void whose_phone_is_not_verified_barred_or_missing_leaves_a_gap() {
        var whole = NetworkFileTest.SOUND.replace("[mon, fri]", "[mon, tue, wed, thu, fri, sat, sun]")
                .replace("22:00", "00:00").replace("06:00", "00:00");
        load(whole);
        assertEquals(List.of(), found());

        load(whole.replace("verified: true", "verified: false"));
        assertEquals(notAsked("for the phone is not verified"), found());
        load(whole);
        database.database().run(tx -> members.bars().bar(tx, members.byPhone(tx, ROSAS).orElseThrow().id(), BarReason.LOST, "Noon", FRIDAY_NOON));
        assertEquals(notAsked("for the phone is lost"), found());
        load(whole.replace("    phone: \"+12025550111\"\n    verified: true\n", ""));
        assertEquals(notAsked("for there is no phone"), found());
    }

    @Test
    void hours_closed_by_design_are_no_finding_and_a_rotation_and_a_cover_fill_a_gap() {
        load(NetworkFileTest.SOUND.replace("""
                policies:
                """, """
                    closed:
                      - { days: [sat, sun], from: "06:00", to: "22:00" }
                    rotations:
                      - { members: [Rosa], every: day, starts: 2026-01-01, hand-over: "06:00", days: [tue, wed, thu, sat, sun], from: "22:00", to: "22:00" }
                    covers:
                      - { add: Rosa, from: "2026-07-31 00:00", to: "2026-07-31 20:00" }
                      - { remove: Rosa, from: "2026-08-05 10:00", to: "2026-08-05 11:00" }
                policies:
                """));

        assertEquals(List.of(
                "roster Peers: nobody can be asked from Tue 2026-08-04 06:00 to Tue 2026-08-04 22:00 (Asia/Phnom_Penh)",
                "roster Peers: nobody can be asked from Wed 2026-08-05 10:00 to Wed 2026-08-05 11:00 (Asia/Phnom_Penh)"),
                found());
    }

    @Test
    void whose_verification_ends_within_two_weeks_is_told() {
        load(NetworkFileTest.SOUND);

        assertEquals(List.of(), ending(FRIDAY_NOON.plus(Duration.ofDays(75))));
        assertEquals(List.of("member Rosa: the phone counts as verified until Thu 2026-10-29 12:00 (Asia/Phnom_Penh); then others "
                + "are asked first"), ending(FRIDAY_NOON.plus(Duration.ofDays(77))));
        assertEquals(1, ending(FRIDAY_NOON.plus(Duration.ofDays(100))).size());
    }

    private List<String> ending(Instant now) {
        return in(tx -> findings.find(tx, now)).stream().filter(found -> found instanceof Finding.VerificationEnds)
                .map(Finding::plainly).toList();
    }

    @Test
    void numbers_for_fiction_loaded_earlier_are_found_when_the_carrier_has_become_real() {
        load(NetworkFileTest.SOUND);

        assertEquals(List.of(), in(tx -> findings.fictionNumbers(tx, FictionNumbers.ALLOWED)));
        assertEquals(List.of(new Finding.FictionNumber("Noon"), new Finding.FictionNumber("Rosa"),
                new Finding.FictionNumber("Phnom Penh line")),
                in(tx -> findings.fictionNumbers(tx, FictionNumbers.REFUSED)));
    }

    private static List<String> notAsked(String why) {
        return List.of("roster Peers: Rosa is not asked, " + why, "roster Peers: nobody on it can be asked");
    }

    private List<String> found() {
        return in(tx -> findings.find(tx, FRIDAY_NOON)).stream().map(Finding::plainly).toList();
    }

    private void load(String file) {
        var network = switch (NetworkFile.read(file, FictionNumbers.ALLOWED)) {
            case NetworkReading.Sound sound -> sound.network();
            case NetworkReading.Faulty faulty -> throw new AssertionError(faulty.toString());
        };
        in(tx -> loading.load(tx, network, new CarrierAccounts(database.rowIds()).known(tx, "virtual", "here"), "p"));
    }

    private <T> T in(Function<Transaction, T> work) {
        return database.database().inTransaction(work);
    }
}
