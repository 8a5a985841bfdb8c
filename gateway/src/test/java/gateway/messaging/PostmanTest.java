package gateway.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.messaging.OutboundMessage.About;
import gateway.messaging.SendOutcome.Accepted;
import gateway.messaging.SendOutcome.NotTaken;
import gateway.messaging.SendOutcome.Refused;
import gateway.messaging.SendOutcome.Unknown;
import gateway.phone.PhoneNumber;
import gateway.sealing.Seal;
import gateway.stories.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostmanTest {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    private static final PhoneNumber HOTLINE = new PhoneNumber("+12025550100");
    private static final PhoneNumber ROSA = new PhoneNumber("+12025550111");
    private static final PhoneNumber AMIR = new PhoneNumber("+12025550112");
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Queue<Outgoing> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger announced = new AtomicInteger();
    private final List<Postman> postmen = new ArrayList<>();
    private volatile Instant now = NOON;
    private final InstantSource clock = () -> now;
    private final Outbox outbox = new Outbox(clock, DATABASE.keyRing());
    private volatile Function<Outgoing, SendOutcome> carrier = text -> new Accepted("SM" + text.attempt());
    private UUID account = UUID.randomUUID();
    private UUID alert = UUID.randomUUID();
    private final Runnable counting = announced::incrementAndGet;

    @BeforeEach
    void anAccountOfItsOwn() {
        // What is above messaging is bound by a key that this test has no rows for.
        DATABASE.tamper("ALTER TABLE message DROP CONSTRAINT IF EXISTS a_message_is_about_a_known_dispatch");
        DATABASE.tamper("ALTER TABLE message_dispatch DROP CONSTRAINT IF EXISTS message_dispatch_dispatch_id_fkey");
        DATABASE.tamper("ALTER TABLE message_dispatch DROP CONSTRAINT IF EXISTS message_dispatch_alert_id_fkey");
        DATABASE.clear("message");
        alert = UUID.randomUUID();
        account = DATABASE.database().inTransaction(tx ->
                new CarrierAccounts(DATABASE.rowIds()).known(tx, "fake", UUID.randomUUID().toString()));
        DATABASE.changes().onChange(counting);
    }

    @AfterEach
    void stop() {
        DATABASE.changes().forget(counting);
        postmen.forEach(postman -> postman.stop(Duration.ofSeconds(20)));
    }

    @Test
    void a_due_text_is_sent_once_and_accepted() {
        add(text(ROSA, "TAKE 482913"));

        tick(postman());
        tick(postman());

        var message = only();
        assertEquals(1, sent.size());
        assertEquals(List.of("TAKE 482913"), words());
        assertEquals(ROSA, sent.element().to());
        assertEquals(HOTLINE, sent.element().from());
        assertEquals(Duration.ofMinutes(5), ((Outgoing.Text) sent.element()).validity());
        assertEquals(MessageState.ACCEPTED, message.state());
        assertEquals("TAKE 482913", message.words());
        assertEquals(sent.element().attempt(), message.attempts().getFirst().id());
        assertEquals(AttemptState.ACCEPTED, message.attempts().getFirst().state());
    }

    @Test
    void before_a_byte_leaves_its_attempt_is_committed() {
        var seen = new ConcurrentLinkedQueue<SentMessage>();
        carrier = text -> {
            seen.add(only());
            return new Accepted("SM1");
        };
        add(text(ROSA, "x"));

        tick(postman());

        assertEquals(MessageState.SENDING, seen.element().state());
        assertEquals(AttemptState.SENDING, seen.element().attempts().getFirst().state());
    }

    @Test
    void nothing_of_a_message_lies_readable_in_its_row() {
        add(text(ROSA, "canary words"));

        var row = DATABASE.database().inTransaction(tx -> tx.query("SELECT message::text AS all FROM message",
                found -> found.text("all"))).getFirst();

        assertFalse(row.contains("canary") || row.contains("63616e617279") || row.contains("2025550111"), row);
    }

    @Test
    void a_text_that_is_not_due_yet_waits() {
        add(text(ROSA, "later", true, NOON.plusSeconds(60), NOON.plusSeconds(300)));

        tick(postman());
        assertEquals(0, sent.size());

        now = NOON.plusSeconds(60);
        tick(postman());
        assertEquals(1, sent.size());
    }

    @Test
    void what_was_not_taken_is_tried_again_with_growing_pauses_until_it_expires() {
        carrier = _ -> new NotTaken("20429");
        add(text(ROSA, "x"));
        var postman = postman();
        var tries = new ArrayList<Long>();

        for (var second = 0; second <= 300; second++) {
            now = NOON.plusSeconds(second);
            var before = sent.size();
            tick(postman);
            if (sent.size() > before) {
                tries.add((long) second);
            }
        }

        assertEquals(MessageState.EXPIRED, only().state());
        assertTrue(only().attempts().stream().allMatch(attempt -> attempt.state() == AttemptState.NOT_TAKEN
                && !attempt.repeat() && "20429".equals(attempt.error())));
        var pauses = IntStream.range(1, tries.size()).mapToLong(n -> tries.get(n) - tries.get(n - 1)).toArray();
        var expected = new long[] {1, 2, 4, 8, 16, 30, 30};
        for (var n = 0; n < expected.length; n++) {
            assertTrue(pauses[n] >= expected[n] && pauses[n] <= expected[n] * 5 / 4 + 1, n + ": " + pauses[n]);
        }
        assertTrue(tries.size() <= 14, "tries: " + tries);
    }

    @Test
    void what_was_not_taken_and_then_taken_is_not_marked() {
        var answers = new ConcurrentLinkedQueue<SendOutcome>(List.of(new NotTaken("http 429"), new Accepted("SM1")));
        carrier = _ -> answers.remove();
        add(text(ROSA, "TAKE 482913"));

        tick(postman());
        now = NOON.plusSeconds(2);
        tick(postman());

        assertEquals(List.of("TAKE 482913", "TAKE 482913"), words());
        assertEquals(MessageState.ACCEPTED, only().state());
    }

    @Test
    void what_nobody_knows_of_is_sent_once_more_marked_and_then_ends() {
        carrier = _ -> new Unknown("http 500");
        add(text(ROSA, "TAKE 482913"));
        var postman = postman();

        tick(postman);
        now = NOON.plusMillis(4_999);
        tick(postman);
        assertEquals(1, sent.size());
        now = NOON.plusSeconds(5);
        tick(postman);
        assertEquals(List.of("TAKE 482913", "repeat: TAKE 482913"), words());
        now = NOON.plusSeconds(200);
        tick(postman);

        assertEquals(2, sent.size());
        assertEquals(MessageState.UNKNOWN, only().state());
        assertEquals(List.of(false, true), only().attempts().stream().map(Attempt::repeat).toList());
    }

    @Test
    void a_repeat_that_is_not_taken_is_still_marked_when_it_is() {
        var answers = new ConcurrentLinkedQueue<SendOutcome>(
                List.of(new Unknown("time-out"), new NotTaken("http 429"), new Accepted("SM1")));
        carrier = _ -> answers.remove();
        add(text(ROSA, "x"));
        var postman = postman();

        for (var second : new int[] {0, 5, 10}) {
            now = NOON.plusSeconds(second);
            tick(postman);
        }

        assertEquals(List.of("x", "repeat: x", "repeat: x"), words());
        assertEquals(MessageState.ACCEPTED, only().state());
    }

    @Test
    void a_reply_to_a_reporter_is_never_sent_again() {
        carrier = _ -> new Unknown("time-out");
        add(text(ROSA, "Sorry, wrong number", false, NOON, NOON.plusSeconds(300)));
        var postman = postman();

        tick(postman);
        now = NOON.plusSeconds(60);
        tick(postman);

        assertEquals(1, sent.size());
        assertEquals(MessageState.UNKNOWN, only().state());
    }

    @Test
    void a_refusal_ends_it_with_the_carriers_code_and_wakes_the_others() {
        var dispatch = UUID.randomUUID();
        carrier = _ -> new Refused("21610");
        add(dispatchText(dispatch));
        announced.set(0);

        tick(postman());

        assertEquals(MessageState.REFUSED, only().state());
        assertEquals(1, announced.get());
        assertEquals(List.of(new FailedDispatch(dispatch, "21610")), failed());
    }

    @Test
    void of_a_dispatch_only_its_newest_message_counts_as_failed() {
        var dispatch = UUID.randomUUID();
        carrier = _ -> new Refused("30006");
        add(dispatchText(dispatch));
        tick(postman());
        now = NOON.plusSeconds(1);
        carrier = _ -> new Accepted("SM1");
        add(dispatchText(dispatch));

        tick(postman());

        assertEquals(List.of(), failed());
    }

    @Test
    void a_text_that_has_expired_is_not_sent() {
        add(text(ROSA, "x"));
        now = NOON.plusSeconds(300);
        announced.set(0);

        tick(postman());

        assertEquals(0, sent.size());
        assertEquals(MessageState.EXPIRED, only().state());
        assertEquals(1, announced.get());
    }

    @Test
    void texts_of_an_account_that_nobody_serves_expire_all_the_same() {
        add(text(ROSA, "x"));
        now = NOON.plusSeconds(300);
        account = UUID.randomUUID();

        tick(postman());

        assertEquals(MessageState.EXPIRED, only().state());
    }

    @Test
    void what_is_cancelled_before_it_leaves_never_does() {
        var dispatch = UUID.randomUUID();
        add(dispatchText(dispatch));

        DATABASE.database().run(tx -> outbox.cancelOfDispatch(tx, dispatch, now));
        tick(postman());

        assertFalse(mayHaveHeard(dispatch));
        assertEquals(0, sent.size());
        assertEquals(MessageState.CANCELLED, only().state());
        assertEquals(NOON, only().cancelledAt());
    }

    @Test
    void what_is_cancelled_while_nobody_knows_of_it_is_not_repeated_and_does_not_count_as_unsent() {
        var dispatch = UUID.randomUUID();
        carrier = _ -> new Unknown("time-out");
        add(dispatchText(dispatch));
        tick(postman());

        DATABASE.database().run(tx -> outbox.cancelOfDispatch(tx, dispatch, now));
        now = NOON.plusSeconds(10);
        tick(postman());

        assertTrue(mayHaveHeard(dispatch));
        assertEquals(1, sent.size());
        assertEquals(MessageState.CANCELLED, only().state());
    }

    @Test
    void what_is_cancelled_while_it_is_being_sent_is_not_sent_again() {
        var dispatch = UUID.randomUUID();
        carrier = _ -> {
            DATABASE.database().run(tx -> outbox.cancelOfDispatch(tx, dispatch, now));
            return new NotTaken("http 429");
        };
        add(dispatchText(dispatch));

        tick(postman());
        now = NOON.plusSeconds(60);
        tick(postman());

        assertEquals(1, sent.size());
        assertEquals(MessageState.CANCELLED, only().state());
    }

    @Test
    void nothing_more_goes_to_a_member_whose_phone_is_lost() {
        var rosa = UUID.randomUUID();
        add(new OutboundMessage.Text(id(), account, Purpose.NOTICE, HOTLINE, ROSA, "x", true,
                new About(alert, null, rosa, null), NOON, NOON.plusSeconds(300)));
        add(text(AMIR, "y"));

        DATABASE.database().run(tx -> outbox.cancelOfMember(tx, rosa, now));
        tick(postman());

        assertEquals(List.of("y"), words());
    }

    @Test
    void a_text_whose_key_is_destroyed_is_not_sent_and_shows_no_words() {
        var seal = DATABASE.database().inTransaction(tx -> DATABASE.keyRing().makeForAlert(tx, alert, now));
        DATABASE.database().run(tx -> outbox.add(tx, text(ROSA, "x"), seal));
        DATABASE.database().run(tx -> tx.execute("DELETE FROM wrapped_key WHERE id = $1", alert));

        tick(postman());

        assertEquals(0, sent.size());
        assertEquals(MessageState.CANCELLED, only().state());
        assertEquals(null, only().words());
    }

    @Test
    void a_row_somebody_has_changed_holds_up_no_other() {
        add(text(ROSA, "changed"));
        DATABASE.tamper("UPDATE message SET words_sealed = decode('00', 'hex')");
        add(text(AMIR, "whole"));

        tick(postman());

        assertEquals(List.of("whole"), words());
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
        threads.forEach(PostmanTest::join);
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
        DATABASE.database().run(tx -> claims().tidy(tx, List.of(), now));
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
        DATABASE.database().run(tx -> claims().tidy(tx, List.of(), now));
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

    @Test
    void a_receipt_that_comes_before_the_carriers_answer_is_not_undone_by_it() {
        carrier = text -> {
            assertTrue(receipt(text.attempt(), Delivery.DELIVERED, null));
            return new Accepted("SM1");
        };
        add(text(ROSA, "x"));

        tick(postman());

        assertEquals(MessageState.DELIVERED, only().state());
        assertEquals(AttemptState.DELIVERED, only().attempts().getFirst().state());
        assertEquals(1, count("due_at IS NULL"));
    }

    @Test
    void receipts_reversed_and_doubled_only_move_forward() {
        add(text(ROSA, "x"));
        tick(postman());
        var attempt = sent.element().attempt();

        for (var delivery : List.of(Delivery.DELIVERED, Delivery.SENT, Delivery.ACCEPTED, Delivery.DELIVERED,
                Delivery.UNDELIVERED)) {
            receipt(attempt, delivery, null);
        }

        assertEquals(AttemptState.DELIVERED, only().attempts().getFirst().state());
        assertEquals(MessageState.DELIVERED, only().state());
    }

    @Test
    void an_undelivered_text_has_failed_with_the_carriers_code() {
        var dispatch = UUID.randomUUID();
        add(dispatchText(dispatch));
        tick(postman());
        announced.set(0);

        receipt(sent.element().attempt(), Delivery.SENT, null);
        receipt(sent.element().attempt(), Delivery.UNDELIVERED, "30003");

        assertEquals(MessageState.UNDELIVERED, only().state());
        assertEquals(1, announced.get());
        assertEquals(List.of(new FailedDispatch(dispatch, "30003")), failed());
    }

    @Test
    void a_receipt_tells_of_what_nobody_knew_and_spares_the_repeat() {
        carrier = _ -> new Unknown("time-out");
        add(text(ROSA, "x"));
        tick(postman());

        receipt(sent.element().attempt(), Delivery.SENT, null);
        now = NOON.plusSeconds(10);
        tick(postman());

        assertEquals(1, sent.size());
        assertEquals(MessageState.ACCEPTED, only().state());
    }

    @Test
    void a_due_call_rings_once_and_carries_no_words() {
        add(call(true));

        tick(postman());
        tick(postman());

        assertEquals(1, sent.size());
        var rung = (Outgoing.Call) sent.element();
        assertEquals(ROSA, rung.to());
        assertEquals(HOTLINE, rung.from());
        assertEquals(Duration.ofSeconds(25), rung.ringing());
        assertEquals(MessageKind.CALL, only().kind());
        assertEquals("Alert 4731", only().words());
        assertEquals(MessageState.ACCEPTED, only().state());
    }

    @Test
    void a_call_nobody_knows_of_rings_out_before_it_is_placed_once_more() {
        carrier = _ -> new Unknown("time-out");
        add(call(true));
        var postman = postman();

        tick(postman);
        now = NOON.plusSeconds(29);
        tick(postman);
        assertEquals(1, sent.size());
        now = NOON.plusSeconds(30);
        tick(postman);
        now = NOON.plusSeconds(120);
        tick(postman);

        assertEquals(2, sent.size());
        assertEquals(MessageState.UNKNOWN, only().state());
    }

    @Test
    void a_call_nobody_knows_of_is_not_placed_again_once_it_is_heard_to_ring() {
        carrier = _ -> new Unknown("time-out");
        add(call(true));
        var postman = postman();
        tick(postman);

        receipt(sent.element().attempt(), Delivery.SENT, null);
        now = NOON.plusSeconds(60);
        tick(postman);

        assertEquals(1, sent.size());
        assertEquals(MessageState.ACCEPTED, only().state());
    }

    @Test
    void a_call_to_a_reporter_that_nobody_knows_of_is_never_placed_again() {
        carrier = _ -> new Unknown("time-out");
        add(call(false));
        var postman = postman();

        tick(postman);
        now = NOON.plusSeconds(120);
        tick(postman);

        assertEquals(1, sent.size());
        assertEquals(MessageState.UNKNOWN, only().state());
    }

    @Test
    void a_call_that_is_not_answered_has_failed_and_says_why() {
        add(call(true));
        tick(postman());
        announced.set(0);

        receipt(sent.element().attempt(), Delivery.SENT, null);
        receipt(sent.element().attempt(), Delivery.UNDELIVERED, "no-answer");

        assertEquals(MessageState.UNDELIVERED, only().state());
        assertEquals("no-answer", only().attempts().getFirst().error());
        assertEquals(1, announced.get());
    }

    @Test
    void an_answered_call_that_is_over_wakes_the_others_once_however_often_that_is_said() {
        add(call(true));
        tick(postman());
        var attempt = sent.element().attempt();
        receipt(attempt, Delivery.DELIVERED, null);
        announced.set(0);

        receipt(attempt, Delivery.ENDED, null);
        receipt(attempt, Delivery.ENDED, null);

        assertEquals(1, announced.get());
        assertEquals(MessageState.DELIVERED, only().state());
        assertEquals(1, ended(NOON));
    }

    @Test
    void a_receipt_for_an_attempt_that_is_not_ours_changes_nothing() {
        assertFalse(receipt(new AttemptId(UUID.randomUUID()), Delivery.DELIVERED, null));
    }

    @Test
    void ten_thousand_receipts_in_any_order_and_at_once_end_well() {
        IntStream.range(0, 100).forEach(n -> add(text(ROSA, "text " + n)));
        tick(postman());
        Eventually.until("all are accepted", () -> count("state = 'accepted'") == 100);
        var random = new Random(5);
        var receipts = new ArrayList<Runnable>();
        for (var text : sent) {
            for (var n = 0; n < 10; n++) {
                var delivery = List.of(Delivery.ACCEPTED, Delivery.SENT, Delivery.DELIVERED).get(n % 3);
                receipts.add(() -> receipt(text.attempt(), delivery, null));
            }
        }
        java.util.Collections.shuffle(receipts, random);

        var next = new ConcurrentLinkedQueue<>(receipts);
        var threads = IntStream.range(0, 6).mapToObj(_ -> Thread.startVirtualThread(() -> {
            for (var one = next.poll(); one != null; one = next.poll()) {
                one.run();
            }
        })).toList();
        threads.forEach(PostmanTest::join);

        assertEquals(100, count("state = 'delivered'"));
    }

    private Postman postman() {
        var postman = new Postman(DATABASE.database(), claims(), Map.of(account, this::keep), clock, clock, _ -> {});
        postmen.add(postman);
        return postman;
    }

    private Claims claims() {
        return new Claims(DATABASE.rowIds(), new Random(3), DATABASE.keyRing(), words -> "repeat: " + words, _ -> Set.of());
    }

    private SendOutcome keep(Outgoing text) {
        sent.add(text);
        return carrier.apply(text);
    }

    /** A tick, and all that it began. */
    private static void tick(Postman postman) {
        postman.tick();
        Eventually.until("the postman's hands are free", postman::isIdle);
    }

    private ClaimedMessage claimAndDie() {
        return DATABASE.database().inTransaction(tx -> claims().claim(tx, account, 1, now)).getFirst();
    }

    private void add(OutboundMessage message) {
        Seal house = DATABASE.keyRing().house();
        DATABASE.database().run(tx -> outbox.add(tx, message, house));
    }

    private static MessageId id() {
        return new MessageId(DATABASE.rowIds().next());
    }

    private OutboundMessage text(PhoneNumber to, String words) {
        return text(to, words, true, NOON, NOON.plusSeconds(300));
    }

    private OutboundMessage text(PhoneNumber to, String words, boolean repeatable, Instant notBefore, Instant expires) {
        return new OutboundMessage.Text(id(), account, Purpose.ANSWER, HOTLINE, to, words, repeatable,
                new About(alert, null, null, null), notBefore, expires);
    }

    private OutboundMessage dispatchText(UUID dispatch) {
        return new OutboundMessage.Text(id(), account, Purpose.DISPATCH, HOTLINE, ROSA, "TAKE 482913", true,
                new About(alert, dispatch, null, null), NOON, NOON.plusSeconds(300));
    }

    private OutboundMessage.Call call(boolean repeatable) {
        return new OutboundMessage.Call(id(), account, Purpose.DISPATCH, HOTLINE, ROSA, "Alert 4731", repeatable,
                new About(alert, UUID.randomUUID(), null, null), NOON, NOON.plusSeconds(180), Duration.ofSeconds(25));
    }

    private SentMessage only() {
        var messages = DATABASE.database().inTransaction(tx -> outbox.ofAlert(tx, alert));
        assertEquals(1, messages.size());
        return messages.getFirst();
    }

    private List<FailedDispatch> failed() {
        return DATABASE.database().inTransaction(tx -> outbox.failedOfDispatches(tx, 100));
    }

    private boolean mayHaveHeard(UUID dispatch) {
        return DATABASE.database().inTransaction(tx -> outbox.mayHaveHeard(tx, dispatch));
    }

    private boolean receipt(AttemptId attempt, Delivery delivery, @org.jspecify.annotations.Nullable String error) {
        return DATABASE.database().inTransaction(
                tx -> outbox.receipt(tx, attempt, delivery, Optional.ofNullable(error), now));
    }

    private List<String> words() {
        return sent.stream().map(outgoing -> ((Outgoing.Text) outgoing).words()).toList();
    }

    private static int ended(Instant at) {
        return DATABASE.database().inTransaction(tx -> tx.queryOne("SELECT count(*) AS n FROM attempt WHERE ended_at = $1",
                row -> (int) row.count("n"), at)).orElseThrow();
    }

    private static int count(String where) {
        return DATABASE.database().inTransaction(tx -> tx.queryOne(
                "SELECT count(*) AS n FROM message WHERE " + where, row -> (int) row.count("n"))).orElseThrow();
    }

    private static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
