package gateway.network;

import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.contact.Hotlines;
import gateway.database.TestDatabase;
import gateway.database.Transaction;
import gateway.escalation.EscalationPolicies;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.OutsideContacts;
import gateway.escalation.Plans;
import gateway.member.Members;
import gateway.messaging.CarrierAccounts;
import gateway.phone.PhoneNumber;
import gateway.roster.Roster;
import gateway.roster.Rosters;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty database, and a small network to load into it. */
abstract class TestLoading {

    static final Instant MIDDAY = Instant.parse("2026-07-31T05:00:00Z");
    static final PhoneNumber ROSAS = new PhoneNumber("+12025550111");
    static final PhoneNumber AMIRS = new PhoneNumber("+12025550112");
    static final PhoneNumber HOTLINE = new PhoneNumber("+12025550100");
    static final String FILE = """
            time-zone: Asia/Phnom_Penh
            members:
              - { alias: Rosa, phone: "+12025550111", verified: true, language: en, roles: [responder] }
              - { alias: Amir, phone: "+12025550112", verified: true, language: km, roles: [responder] }
              - { alias: Noon, phone: "+12025550114", language: en, roles: [coordinator, responder] }
            rosters:
              - name: Peers
                discipline: peer-advocate
                shifts:
                  - { member: Rosa, days: [mon, tue, wed, thu, fri], from: "22:00", to: "06:00" }
                  - { member: Amir, days: [sat, sun], from: "00:00", to: "00:00" }
              - name: Coordinators
                discipline: coordinator
                shifts:
                  - { member: Noon, days: [mon], from: "08:00", to: "16:30" }
            policies:
              - name: Street
                steps:
                  - { ask: [Peers], wait: 5m }
                  - { ask: [Coordinators, Peers], by: voice, wait: 90s }
                legal-aid:
                  - { ask: [Coordinators], wait: 1h }
                last-resort: Coordinators
            hotlines:
              - name: Main
                number: "+12025550100"
                languages: [km, en]
                answer: silent
                policy: Street
            """;

    final TestDatabase database = new TestDatabase().reading(() -> MIDDAY);
    final Members members = new Members(database.keyRing());
    final Rosters rosters = new Rosters(database.rowIds());
    final EscalationPolicies policies = new EscalationPolicies();
    final Hotlines hotlines = new Hotlines(database.keyRing());
    final CarrierAccounts accounts = new CarrierAccounts(database.rowIds());
    final Plans plans = new Plans(rosters, policies, new OutsideContacts(database.keyRing()));
    final Loading loading = new Loading(members, plans, hotlines, database.rowIds());

    @BeforeEach
    void an_empty_database() {
        assertTrue(in(Loading::isEmpty));
    }

    @AfterEach
    void close() {
        database.close();
    }

    Roster peers() {
        return in(rosters::all).stream().filter(found -> found.name().equals("Peers")).findFirst().orElseThrow();
    }

    EscalationPolicy policy() {
        return in(tx -> policies.current(tx, "Street")).orElseThrow();
    }

    static String withoutAmir() {
        return FILE.lines().filter(line -> !line.contains("Amir")).reduce("", (all, line) -> all + line + "\n");
    }

    List<String> load(String file) {
        var network = sound(file);
        return in(tx -> loading.load(tx, network, accounts.known(tx, "virtual", "here"), "phnom-penh"));
    }

    static Network sound(String file) {
        return switch (NetworkFile.read(file, FictionNumbers.ALLOWED)) {
            case NetworkReading.Sound sound -> sound.network();
            case NetworkReading.Faulty faulty -> throw new AssertionError(faulty.toString());
        };
    }

    <T> T in(Function<Transaction, T> work) {
        return database.database().inTransaction(work);
    }
}
