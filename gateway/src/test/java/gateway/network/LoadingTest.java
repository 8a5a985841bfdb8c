package gateway.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.contact.Hotline;
import gateway.database.Transaction;
import gateway.member.Role;
import gateway.roster.Cover;
import gateway.roster.Covers;
import gateway.roster.Roster;
import gateway.roster.SurgeShift;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

/** What a loaded file makes of the network's rosters, policies and hotlines. */
class LoadingTest extends TestLoading {

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
}
