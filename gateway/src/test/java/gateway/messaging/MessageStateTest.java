package gateway.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageStateTest {

    @ParameterizedTest
    @CsvSource({
            "SENDING,     SENDING,               SENDING",
            "SENDING,     ACCEPTED,              ACCEPTED",
            "SENDING,     DELIVERED,             DELIVERED",
            "SENDING,     UNDELIVERED,           UNDELIVERED",
            "SENDING,     UNDELIVERED SENDING,   SENDING",
            "SENDING,     DELIVERED SENDING,     DELIVERED",
            "ACCEPTED,    SENT,                  ACCEPTED",
            "ACCEPTED,    UNDELIVERED,           UNDELIVERED",
            "ACCEPTED,    UNDELIVERED SENT,      ACCEPTED",
            "UNDELIVERED, UNDELIVERED DELIVERED, DELIVERED",
            "DELIVERED,   DELIVERED UNDELIVERED, DELIVERED",
            "UNKNOWN,     UNKNOWN SENT,          ACCEPTED",
            "UNKNOWN,     UNKNOWN UNKNOWN,       UNKNOWN",
            "UNKNOWN,     UNKNOWN DELIVERED,     DELIVERED",
            "WAITING,     ACCEPTED,              ACCEPTED",
            "WAITING,     UNDELIVERED,           UNDELIVERED",
            "WAITING,     NOT_TAKEN,             WAITING",
            "CANCELLED,   UNDELIVERED,           CANCELLED",
            "CANCELLED,   DELIVERED,             DELIVERED",
            "EXPIRED,     NOT_TAKEN DELIVERED,   DELIVERED",
            "REFUSED,     REFUSED,               REFUSED"})
    void the_best_of_its_attempts_is_what_a_receipt_makes_of_it(MessageState before, String attempts,
            MessageState after) {
        var states = Stream.of(attempts.split(" ")).map(AttemptState::valueOf).toList();

        assertEquals(after, before.afterReceipt(states));
    }

    @Test
    void receipts_shuffled_and_doubled_end_where_receipts_in_order_end() {
        var random = new Random(11);
        var inOrder = List.of(AttemptState.ACCEPTED, AttemptState.SENT, AttemptState.DELIVERED);

        for (var n = 0; n < 10_000; n++) {
            var heard = Stream.concat(inOrder.stream(), random.ints(random.nextInt(6), 0, 3).mapToObj(inOrder::get))
                    .collect(Collectors.toCollection(ArrayList::new));
            Collections.shuffle(heard, random);

            var end = heard.stream().reduce(AttemptState.SENDING, AttemptState::then);

            assertEquals(AttemptState.DELIVERED, end, heard.toString());
        }
    }
}
