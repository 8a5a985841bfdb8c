package gateway.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.database.TestDatabase;
import gateway.messaging.OutboundMessage.About;
import gateway.messaging.SendOutcome.Accepted;
import gateway.phone.PhoneNumber;
import gateway.sealing.Seal;
import gateway.stories.Eventually;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A postman with his outbox, a carrier that the test plays, and a clock that it turns. */
abstract class PostOffice {

    static final PhoneNumber HOTLINE = new PhoneNumber("+12025550100");
    static final PhoneNumber ROSA = new PhoneNumber("+12025550111");
    static final PhoneNumber AMIR = new PhoneNumber("+12025550112");
    static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    final TestDatabase database;
    final Queue<Outgoing> sent = new ConcurrentLinkedQueue<>();
    final AtomicInteger announced = new AtomicInteger();
    final List<Postman> postmen = new ArrayList<>();
    volatile Instant now = NOON;
    final InstantSource clock = () -> now;
    final Outbox outbox;
    volatile Function<Outgoing, SendOutcome> carrier = text -> new Accepted("SM" + text.attempt());
    UUID account = UUID.randomUUID();
    UUID alert = UUID.randomUUID();
    final Runnable counting = announced::incrementAndGet;

    PostOffice(TestDatabase database) {
        this.database = database;
        database.reading(clock);
        outbox = new Outbox(database.keyRing());
    }

    @BeforeEach
    void anAccountOfItsOwn() {
        // What is above messaging is bound by a key that this test has no rows for.
        database.tamper("ALTER TABLE message DROP CONSTRAINT IF EXISTS a_message_is_about_a_known_dispatch");
        database.tamper("ALTER TABLE message_dispatch DROP CONSTRAINT IF EXISTS message_dispatch_dispatch_id_fkey");
        database.tamper("ALTER TABLE message_dispatch DROP CONSTRAINT IF EXISTS message_dispatch_alert_id_fkey");
        database.clear("message");
        alert = UUID.randomUUID();
        account = database.database().inTransaction(tx ->
                new CarrierAccounts(database.rowIds()).known(tx, "fake", UUID.randomUUID().toString()));
        database.changes().onChange(counting);
    }

    @AfterEach
    void stop() {
        database.changes().forget(counting);
        postmen.forEach(postman -> postman.stop(Duration.ofSeconds(20)));
    }

    Postman postman() {
        var postman = new Postman(database.database(), claims(), Map.of(account, this::keep), clock, clock, _ -> {});
        postmen.add(postman);
        return postman;
    }

    Claims claims() {
        return new Claims(database.rowIds(), new Random(3), database.keyRing(), words -> "repeat: " + words, _ -> Set.of());
    }

    SendOutcome keep(Outgoing text) {
        sent.add(text);
        return carrier.apply(text);
    }

    /** A tick, and all that it began. */
    static void tick(Postman postman) {
        postman.tick();
        Eventually.until("the postman's hands are free", postman::isIdle);
    }

    ClaimedMessage claimAndDie() {
        return database.database().inTransaction(tx -> claims().claim(tx, account, 1, now)).getFirst();
    }

    void add(OutboundMessage message) {
        Seal house = database.keyRing().house();
        database.database().run(tx -> outbox.add(tx, message, house));
    }

    MessageId id() {
        return new MessageId(database.rowIds().next());
    }

    OutboundMessage text(PhoneNumber to, String words) {
        return text(to, words, true, NOON, NOON.plusSeconds(300));
    }

    OutboundMessage text(PhoneNumber to, String words, boolean repeatable, Instant notBefore, Instant expires) {
        return new OutboundMessage.Text(id(), account, Purpose.ANSWER, HOTLINE, to, words, repeatable,
                new About(alert, null, null, null), notBefore, expires);
    }

    OutboundMessage dispatchText(UUID dispatch) {
        return new OutboundMessage.Text(id(), account, Purpose.DISPATCH, HOTLINE, ROSA, "TAKE 482913", true,
                new About(alert, dispatch, null, null), NOON, NOON.plusSeconds(300));
    }

    OutboundMessage.Call call(boolean repeatable) {
        return new OutboundMessage.Call(id(), account, Purpose.DISPATCH, HOTLINE, ROSA, "Alert 4731", repeatable,
                new About(alert, UUID.randomUUID(), null, null), NOON, NOON.plusSeconds(180), Duration.ofSeconds(25));
    }

    SentMessage only() {
        var messages = database.database().inTransaction(tx -> outbox.ofAlert(tx, alert));
        assertEquals(1, messages.size());
        return messages.getFirst();
    }

    List<FailedDispatch> failed() {
        return database.database().inTransaction(tx -> outbox.failures().failedOfDispatches(tx, 100));
    }

    boolean mayHaveHeard(UUID dispatch) {
        return database.database().inTransaction(tx -> outbox.receipts().mayHaveHeard(tx, dispatch));
    }

    boolean receipt(AttemptId attempt, Delivery delivery, @org.jspecify.annotations.Nullable String error) {
        return database.database().inTransaction(
                tx -> outbox.receipts().receipt(tx, attempt, delivery, Optional.ofNullable(error), now));
    }

    List<String> words() {
        return sent.stream().map(outgoing -> ((Outgoing.Text) outgoing).words()).toList();
    }

    int ended(Instant at) {
        return database.database().inTransaction(tx -> tx.queryOne("SELECT count(*) AS n FROM attempt WHERE ended_at = $1",
                row -> (int) row.count("n"), at)).orElseThrow();
    }

    int count(String where) {
        return database.database().inTransaction(tx -> tx.queryOne(
                "SELECT count(*) AS n FROM message WHERE " + where, row -> (int) row.count("n"))).orElseThrow();
    }

    static void awaits(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException interrupted) {
            throw new AssertionError(interrupted);
        }
    }
}
