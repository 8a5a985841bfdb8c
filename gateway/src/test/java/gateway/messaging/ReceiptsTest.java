package gateway.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.database.TestDatabase;
import gateway.messaging.SendOutcome.Accepted;
import gateway.messaging.SendOutcome.Unknown;
import gateway.stories.Eventually;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a carrier says afterwards of a message it took. */
class ReceiptsTest extends PostOffice {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    ReceiptsTest() {
        super(DATABASE);
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
        threads.forEach(PostOffice::join);

        assertEquals(100, count("state = 'delivered'"));
    }
}
