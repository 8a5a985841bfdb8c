package gateway.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.contact.Hotline;
import gateway.contact.Hotlines;
import gateway.database.TestDatabase;
import gateway.database.Transaction;
import gateway.escalation.EscalationPolicies;
import gateway.escalation.EscalationPolicy;
import gateway.escalation.OutsideContacts;
import gateway.escalation.Plans;
import gateway.member.BarReason;
import gateway.member.Choices;
import gateway.member.Member;
import gateway.member.MemberId;
import gateway.member.Members;
import gateway.member.Quiet;
import gateway.member.Role;
import gateway.messaging.CarrierAccounts;
import gateway.phone.PhoneNumber;
import gateway.roster.Cover;
import gateway.roster.Covers;
import gateway.roster.Roster;
import gateway.roster.Rosters;
import gateway.roster.SurgeShift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LoadingTest {

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

    @Test
    void what_the_file_says_can_then_be_found() {
        var changes = load(FILE);

        assertEquals(List.of("member Rosa is added", "member Amir is added", "member Noon is added",
                "roster Peers is added", "roster Coordinators is added", "policy Street is added",
                "hotline Main is added"), changes);
        assertFalse(in(Loading::isEmpty));
        var rosa = in(tx -> members.byPhone(tx, ROSAS)).orElseThrow();
        assertEquals("Rosa", rosa.alias());
        assertEquals(Set.of(Role.RESPONDER), rosa.roles());
        assertEquals(ROSAS, rosa.askablePhone().orElseThrow());
        var hotline = in(tx -> hotlines.byNumber(tx, HOTLINE)).orElseThrow();
        assertEquals(List.of("km", "en"), hotline.languages().stream().map(language -> language.tag()).toList());
        assertEquals("phnom-penh", hotline.pack());
        var policy = in(tx -> policies.current(tx, "Street")).orElseThrow();
        assertEquals(in(tx -> policies.find(tx, policy.id())).orElseThrow(), policy);
    }

    @Test
    void what_a_member_speaks_and_where_she_can_be_comes_with_the_file_until_she_has_chosen_herself() {
        var told = FILE.replace("language: en, roles: [responder] }", "language: en, roles: [responder], languages: [km, vi], areas: [DP, 7M] }");
        load(FILE);
        assertEquals(List.of("member Rosa changes: languages, areas"), load(told));
        assertEquals(List.of(), load(told), "again");
        var rosa = in(tx -> members.byPhone(tx, ROSAS)).orElseThrow().id();
        assertEquals(Set.of("km", "vi"), in(tx -> members.choices().of(tx, rosa)).languages());

        var hers = new Choices(Quiet.NEVER, null, Set.of("km"), Set.of(), Set.of("TK"), "");
        in(tx -> {
            members.choices().keep(tx, rosa, hers, rosa);
            return tx;
        });

        assertEquals(List.of(), load(told), "what she chose on her page goes before the file");
        assertEquals(hers, in(tx -> members.choices().of(tx, rosa)));
    }

    @Test
    void the_same_file_again_changes_nothing() {
        load(FILE);

        assertEquals(List.of(), load(FILE));
        assertEquals(1, policy().version());
    }

    @Test
    void a_rehearsal_says_the_same_and_changes_nothing() {
        var network = sound(FILE);

        var said = loading.rehearse(database.database(), network, tx -> accounts.known(tx, "virtual", "here"), "p");

        assertEquals(7, said.size());
        assertTrue(in(Loading::isEmpty));
    }

    @Test
    void each_change_is_said_by_its_parts() {
        load(FILE);

        var changes = load(FILE.replace("+12025550112", "+12025550119").replace("wait: 90s", "wait: 2m")
                .replace("22:00", "21:00").replace("answer: silent", "answer: cover"));

        assertEquals(List.of("member Amir changes: phone", "roster Peers changes: shifts",
                "policy Street has version 2; ladders under way keep theirs", "hotline Main changes: answer"), changes);
    }

    @Test
    void a_roster_with_everything_is_kept_as_the_file_says() {
        load(NetworkFileTest.WITH_MORE);
        var peers = peers();

        assertEquals(List.of(), load(NetworkFileTest.WITH_MORE));
        assertEquals(3, peers.covers().size());
        assertEquals(2, peers.rotations().size());
        assertEquals(Instant.parse("2026-11-20T11:00:00Z"), peers.covers().getFirst().from());
        assertEquals(List.of("roster Peers changes: rotations"),
                load(NetworkFileTest.WITH_MORE.replace("every: week", "every: day")));
        assertEquals(List.of("roster Peers changes: rotations, surges, covers, closed"), load(NetworkFileTest.SOUND));
        assertEquals(List.of(), peers().covers());
    }

    @Test
    void what_a_coordinator_made_on_the_page_outlives_a_load_but_not_the_one_it_names() {
        load(FILE);
        var noon = in(tx -> members.byAlias(tx, "Noon")).orElseThrow().id();
        var amir = in(tx -> members.byAlias(tx, "Amir")).orElseThrow().id();
        var made = new Cover(new Cover.Change.StandIn(amir, noon), MIDDAY, MIDDAY.plusSeconds(3600));
        var surge = new SurgeShift("Festival", amir, Set.of(LocalDate.parse("2026-08-01")), LocalTime.NOON, LocalTime.MIDNIGHT);
        database.database().run(tx -> {
            rosters.covers().add(tx, peers().id(), made, noon);
            rosters.covers().addSurge(tx, peers().id(), surge, noon);
        });

        assertEquals(List.of(), load(FILE));
        load(FILE.replace("22:00", "21:00"));
        assertEquals(List.of(made), peers().covers());
        assertEquals(List.of(surge), peers().surges());

        var changes = load(withoutAmir());
        assertTrue(changes.contains("2 covers and surge shifts made on the page for members who have left are withdrawn"),
                changes.toString());
        assertEquals(List.of(), peers().covers());
        assertEquals(List.of(), peers().surges());
    }

    @Test
    void only_what_the_page_made_is_withdrawn_on_the_page_and_once() {
        load(NetworkFileTest.WITH_MORE);
        var noon = in(tx -> members.byAlias(tx, "Noon")).orElseThrow().id();
        database.database().run(tx -> rosters.covers().add(tx, peers().id(),
                new Cover(new Cover.Change.Add(noon), MIDDAY, MIDDAY.plusSeconds(60)), noon));
        var kept = in(tx -> rosters.covers().of(tx, List.of(peers().id())));

        assertEquals(List.of(false, false, false, true), kept.stream().map(Covers.Kept::fromPage).toList());
        assertEquals(false, in(tx -> rosters.covers().withdraw(tx, peers().id(), kept.getFirst().id(), noon)));
        assertEquals(true, in(tx -> rosters.covers().withdraw(tx, peers().id(), kept.getLast().id(), noon)));
        assertEquals(false, in(tx -> rosters.covers().withdraw(tx, peers().id(), kept.getLast().id(), noon)));
        assertEquals(3, peers().covers().size());
    }

    @Test
    void a_ladder_under_way_keeps_the_version_it_climbs() {
        load(FILE);
        var first = policy();

        load(FILE.replace("wait: 90s", "wait: 2m"));

        assertEquals(2, policy().version());
        assertEquals(first, in(tx -> policies.find(tx, first.id())).orElseThrow());
        assertNotEquals(first.ladders(), policy().ladders());
    }

    @Test
    void two_members_may_change_phones_with_one_another() {
        load(FILE);

        load(FILE.replace("+12025550111", "x").replace("+12025550112", "+12025550111").replace("x", "+12025550112"));

        assertEquals("Amir", in(tx -> members.byPhone(tx, ROSAS)).orElseThrow().alias());
        assertEquals("Rosa", in(tx -> members.byPhone(tx, AMIRS)).orElseThrow().alias());
    }

    @Test
    void two_hotlines_may_change_numbers_with_one_another() {
        var second = FILE + """
              - { name: Other, number: "+12025550101", languages: [en], answer: silent, policy: Street }
            """.indent(0);
        load(second);

        load(second.replace("+12025550100", "x").replace("+12025550101", "+12025550100")
                .replace("x", "+12025550101"));

        assertEquals("Other", in(tx -> hotlines.byNumber(tx, HOTLINE)).orElseThrow().name());
    }

    @Test
    void loading_never_revives_a_lost_phone_but_a_new_phone_can_be_asked() {
        load(FILE);
        database.database().run(tx -> members.bars().bar(tx, members.byPhone(tx, ROSAS).orElseThrow().id(), BarReason.LOST, "Noon", MIDDAY));

        assertEquals(List.of(), load(FILE));
        assertEquals(Set.of(BarReason.LOST), in(tx -> members.byAlias(tx, "rosa")).orElseThrow().barred());
        var handedOn = load(FILE.replace("+12025550112", "+12025550118").replace("+12025550111", "+12025550112"));
        assertTrue(in(tx -> members.byAlias(tx, "Rosa")).orElseThrow().askablePhone().isPresent(), handedOn.toString());
        var given = load(FILE.replace("+12025550111", "+12025550117").replace("+12025550112", "+12025550111"));

        assertTrue(given.contains("member Amir has a phone that stays barred (lost): it is not asked"), given.toString());
        assertTrue(in(tx -> members.byAlias(tx, "Amir")).orElseThrow().askablePhone().isEmpty());
    }

    @Test
    void who_is_no_longer_listed_is_retired_and_cannot_be_asked_or_sign_in() {
        load(FILE);
        var amir = in(tx -> members.byAlias(tx, "Amir")).orElseThrow();
        database.database().run(tx -> members.keepPasswordHash(tx, amir.id(), "hash"));

        var changes = load(withoutAmir());

        assertEquals(List.of("member Amir is retired", "roster Peers changes: shifts"), changes);
        assertTrue(in(tx -> members.byAlias(tx, "Amir")).isEmpty());
        assertTrue(in(tx -> members.byPhone(tx, AMIRS)).isEmpty());
        assertEquals(List.of("Noon", "Rosa"), in(members::all).stream().map(Member::alias).toList());
        var retired = in(tx -> members.find(tx, amir.id())).orElseThrow();
        assertEquals(Set.of(), retired.roles());
        assertTrue(retired.askablePhone().isEmpty());
        assertTrue(in(tx -> members.passwordHash(tx, amir.id())).isEmpty());
    }

    @Test
    void the_number_of_who_has_left_is_free_for_somebody_else_and_she_may_come_back() {
        load(FILE);
        var amir = in(tx -> members.byAlias(tx, "Amir")).orElseThrow().id();
        load(withoutAmir().replace("+12025550114", "+12025550112"));

        var changes = load(FILE);

        assertTrue(changes.contains("member Amir is back"), changes.toString());
        assertEquals(amir, in(tx -> members.byPhone(tx, AMIRS)).orElseThrow().id());
    }

    @Test
    void a_holder_is_not_retired_without_saying_so() {
        load(FILE);
        var amir = in(tx -> members.byAlias(tx, "Amir")).orElseThrow().id();
        giveALadderTo(amir);

        var changes = load(withoutAmir());

        assertTrue(changes.getFirst().startsWith("member Amir is retired and still holds 1 ladder"), changes.toString());
    }

    @Test
    void a_roster_and_a_hotline_no_longer_listed_are_retired_and_still_found_by_id() {
        load(FILE);
        var peers = in(rosters::all).stream().filter(found -> found.name().equals("Peers")).findFirst().orElseThrow();
        var main = in(tx -> hotlines.byNumber(tx, HOTLINE)).orElseThrow();

        var changes = load(FILE.replace("Peers", "Friends").replace("name: Main", "name: Night"));

        assertTrue(changes.containsAll(List.of("roster Peers is retired", "hotline Main is retired")), changes.toString());
        assertEquals(List.of("Coordinators", "Friends"), in(rosters::all).stream().map(Roster::name).toList());
        assertEquals(peers, in(tx -> rosters.find(tx, peers.id())).orElseThrow());
        assertEquals(List.of("Night"), in(hotlines::all).stream().map(Hotline::name).toList());
        assertEquals("Night", in(tx -> hotlines.byNumber(tx, HOTLINE)).orElseThrow().name());
        assertEquals(main, in(tx -> hotlines.find(tx, main.id())).orElseThrow());
    }

    @Test
    void a_load_that_fails_half_way_leaves_nothing() {
        database.tamper("ALTER TABLE hotline ADD CONSTRAINT no_hotline CHECK (false)");

        assertThrows(RuntimeException.class, () -> load(FILE));

        assertTrue(in(Loading::isEmpty));
        assertTrue(in(rosters::all).isEmpty());
    }

    @Test
    void of_two_loads_at_once_the_second_waits_and_finds_nothing_to_do() throws Exception {
        var network = sound(FILE);
        var account = in(tx -> accounts.known(tx, "virtual", "here"));
        var firstHasLoaded = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> in(tx -> {
                var changes = loading.load(tx, network, account, "phnom-penh");
                firstHasLoaded.countDown();
                waitUntilAnotherWaits(tx);
                return changes;
            }));
            firstHasLoaded.await();
            var second = threads.submit(() -> load(FILE));

            assertEquals(7, first.get().size());
            assertEquals(List.of(), second.get());
        }
    }

    private static void waitUntilAnotherWaits(Transaction tx) {
        for (var turn = 0; turn < 500; turn++) {
            if (tx.queryOne("SELECT true AS waits FROM pg_locks WHERE locktype = 'advisory' AND NOT granted",
                    row -> row.flag("waits")).isPresent()) {
                return;
            }
            LockSupport.parkNanos(10_000_000);
        }
        throw new AssertionError("the second load does not wait for the first");
    }

    private void giveALadderTo(MemberId holder) {
        var policy = policy().id();
        var alert = database.rowIds().next();
        database.tamper("""
                INSERT INTO alert (id, number, contact_point_id, code, pack, opened_at, last_report_at, timeline_count,
                                   timeline_head)
                VALUES ('%1$s', '4731-1', '%1$s', '2', 'p', now(), now(), 0, '');
                INSERT INTO ladder (id, alert_id, discipline, policy_id, step, round, state, holder_id, held_since,
                                    confirmed_at, due_at)
                VALUES ('%1$s', '%1$s', 'peer-advocate', '%2$s', 1, 0, 'acknowledged', '%3$s', now(), now(), now())
                """.formatted(alert, policy, holder));
    }

    private Roster peers() {
        return in(rosters::all).stream().filter(found -> found.name().equals("Peers")).findFirst().orElseThrow();
    }

    private EscalationPolicy policy() {
        return in(tx -> policies.current(tx, "Street")).orElseThrow();
    }

    private static String withoutAmir() {
        return FILE.lines().filter(line -> !line.contains("Amir")).reduce("", (all, line) -> all + line + "\n");
    }

    private List<String> load(String file) {
        var network = sound(file);
        return in(tx -> loading.load(tx, network, accounts.known(tx, "virtual", "here"), "phnom-penh"));
    }

    private static Network sound(String file) {
        return switch (NetworkFile.read(file, FictionNumbers.ALLOWED)) {
            case NetworkReading.Sound sound -> sound.network();
            case NetworkReading.Faulty faulty -> throw new AssertionError(faulty.toString());
        };
    }

    private <T> T in(Function<Transaction, T> work) {
        return database.database().inTransaction(work);
    }
}
