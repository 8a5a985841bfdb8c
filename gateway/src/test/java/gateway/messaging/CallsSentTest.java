package gateway.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.database.TestDatabase;
import gateway.messaging.SendOutcome.Unknown;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Calls of ours: rung once, and again only where nobody is rung twice by it. */
class CallsSentTest extends PostOffice {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    CallsSentTest() {
        super(DATABASE);
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
}
