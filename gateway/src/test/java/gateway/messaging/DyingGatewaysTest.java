package gateway.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.database.TestDatabase;
import gateway.messaging.SendOutcome.Accepted;
import gateway.messaging.SendOutcome.Refused;
import gateway.stories.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Several gateways, slow ones and dead ones: nothing is lost, and nothing goes out twice unmarked. */
class DyingGatewaysTest extends PostOffice {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    DyingGatewaysTest() {
        super(DATABASE);
    }

    @Test
    void a_carrier_that_hangs_delays_neither_a_tick_nor_another_carrier() {
        var hanging = new CountDownLatch(1);
        var hung = account;
        IntStream.range(0, 20).forEach(n -> add(text(ROSA, "hung " + n)));
        account = DATABASE.database().inTransaction(tx ->
                new CarrierAccounts(DATABASE.rowIds()).known(tx, "fake", UUID.randomUUID().toString()));
        IntStream.range(0, 20).forEach(n -> add(text(AMIR, "quick " + n)));
        var started = new AtomicInteger();
        Carrier hangs = text -> {
            started.incrementAndGet();
            awaits(hanging);
            return new Accepted("SM" + text.attempt());
        };
        var postman = new Postman(DATABASE.database(), claims(), Map.of(hung, hangs, account, this::keep), clock,
                clock, _ -> {});
        postmen.add(postman);

        postman.tick();
        postman.tick();
        Eventually.until("the quick ones are sent", () -> sent.size() == 20);

        assertEquals(8, started.get());
        hanging.countDown();
        Eventually.until("the hung ones are sent without another tick", () -> started.get() == 20);
    }

    @Test
    void many_gateways_at_once_send_each_text_once() {
        IntStream.range(0, 200).forEach(n -> add(text(ROSA, "text " + n)));
        var gateways = IntStream.range(0, 4).mapToObj(_ -> postman()).toList();

        var threads = gateways.stream().map(postman -> Thread.startVirtualThread(postman::tick)).toList();
        threads.forEach(PostOffice::join);
        Eventually.until("all are accepted", () -> count("state = 'accepted'") == 200);

        assertEquals(200, sent.size());
        assertEquals(200, new HashSet<>(words()).size());
    }

    @Test
    void a_text_whose_gateway_died_while_sending_is_sent_once_more_marked() {
        add(text(ROSA, "TAKE 482913"));
        claimAndDie();

        now = NOON.plusSeconds(19);
        tick(postman());
        assertEquals(0, sent.size());
        now = NOON.plusSeconds(20);
        tick(postman());

        assertEquals(List.of("repeat: TAKE 482913"), words());
        assertEquals(MessageState.ACCEPTED, only().state());
        assertEquals(List.of(AttemptState.UNKNOWN, AttemptState.ACCEPTED),
                only().attempts().stream().map(Attempt::state).toList());
    }

    @Test
    void a_text_whose_gateways_died_twice_ends_as_unknown() {
        add(text(ROSA, "x"));
        claimAndDie();
        now = NOON.plusSeconds(20);
        DATABASE.database().run(tx -> claims().lapsed().tidy(tx, List.of(), now));
        claimAndDie();
        now = NOON.plusSeconds(40);
        announced.set(0);

        tick(postman());

        assertEquals(0, sent.size());
        assertEquals(MessageState.UNKNOWN, only().state());
        assertEquals(1, announced.get());
    }

    @Test
    void a_reply_to_a_reporter_whose_gateway_died_while_sending_is_not_sent_again() {
        add(text(ROSA, "Sorry, wrong number", false, NOON, NOON.plusSeconds(300)));
        claimAndDie();
        now = NOON.plusSeconds(20);

        tick(postman());

        assertEquals(0, sent.size());
        assertEquals(MessageState.UNKNOWN, only().state());
    }

    @Test
    void an_outcome_that_comes_after_another_gateway_has_claimed_changes_only_its_own_attempt() {
        add(text(ROSA, "x"));
        var first = claimAndDie();
        now = NOON.plusSeconds(20);
        DATABASE.database().run(tx -> claims().lapsed().tidy(tx, List.of(), now));
        claimAndDie();

        DATABASE.database().run(tx -> claims().record(tx, first, new Refused("30006"), now));

        assertEquals(MessageState.SENDING, only().state());
        assertEquals(List.of(AttemptState.REFUSED, AttemptState.SENDING),
                only().attempts().stream().map(Attempt::state).toList());
    }

    @Test
    void a_gateway_does_not_take_its_own_slow_send_for_a_dead_one() {
        var slow = new CountDownLatch(1);
        carrier = text -> {
            awaits(slow);
            return new Accepted("SM1");
        };
        add(text(ROSA, "x"));
        var postman = postman();
        postman.tick();
        Eventually.until("it is being sent", () -> sent.size() == 1);

        now = NOON.plusSeconds(60);
        postman.tick();
        slow.countDown();
        Eventually.until("it is accepted", () -> only().state() == MessageState.ACCEPTED);

        assertEquals(List.of("x"), words());
    }

    @Test
    void a_gateway_that_stood_still_between_claim_and_send_does_not_send() {
        var monotonic = new ConcurrentLinkedQueue<Instant>();
        var postman = new Postman(DATABASE.database(), claims(), Map.of(account, this::keep), clock,
                () -> monotonic.isEmpty() ? NOON.plusSeconds(11) : monotonic.remove(), _ -> {});
        postmen.add(postman);
        monotonic.add(NOON);
        add(text(ROSA, "x"));

        tick(postman);

        assertEquals(0, sent.size());
        assertEquals(AttemptState.NOT_TAKEN, only().attempts().getFirst().state());
        assertEquals(MessageState.WAITING, only().state());
    }

    @Test
    void a_carrier_that_throws_is_one_whose_answer_nobody_knows() {
        carrier = _ -> {
            throw new IllegalStateException("a bug");
        };
        add(text(ROSA, "x"));

        tick(postman());

        assertEquals(AttemptState.UNKNOWN, only().attempts().getFirst().state());
    }

    @Test
    void an_outcome_heard_while_the_database_was_away_is_written_when_it_is_back() {
        carrier = text -> {
            DATABASE.tamper("ALTER TABLE message RENAME TO message_away");
            return new Accepted("SM1");
        };
        add(text(ROSA, "x"));
        var postman = postman();
        postman.tick();
        Eventually.until("it was sent", () -> sent.size() == 1);
        postman.stop(Duration.ofSeconds(20));

        DATABASE.tamper("ALTER TABLE message_away RENAME TO message");
        carrier = _ -> new Accepted("SM2");
        postman.tick();

        assertEquals(List.of("x"), words());
        assertEquals(MessageState.ACCEPTED, only().state());
    }
}
