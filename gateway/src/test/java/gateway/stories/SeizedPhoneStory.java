package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A phone that somebody else may have in hand is sent nothing, whatever waited for it, until a human lifts that. */
class SeizedPhoneStory {

    @RegisterExtension
    final TestHouse house = new TestHouse(network -> network.replace("answer: silent", "answer: cover"));

    @Test
    void a_responders_seized_phone_is_not_asked_even_when_her_own_alert_is_resolved_until_a_human_lifts_it() {
        house.phoneOf("Rosa").texts("1");
        house.onThePage("Noon", (tx, alert, noon) ->
                house.house().resolve(tx, alert, noon.id(), List.of("released_no_payment"), ""));
        var hers = house.theAlert();

        house.reporter().texts("1");
        house.phoneOf("Rosa").receivedNothing();
        assertEquals(2, house.phoneOf("Amir").dispatches().size());

        var noon = house.member("Noon");
        house.database(tx -> {
            house.house().setSeized(tx, hers, noon.id(), false, "she is back");
            return tx;
        });
        house.phone("+12025550152").texts("1");
        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
    }
}
