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
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is sent, when, how often, and what never is. */
class PostmanTest extends PostOffice {

    @RegisterExtension
    static final TestDatabase DATABASE = new TestDatabase();

    PostmanTest() {
        super(DATABASE);
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
}
