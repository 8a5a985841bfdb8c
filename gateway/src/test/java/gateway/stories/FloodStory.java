package gateway.stories;

import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestHouse;
import gateway.stories.Phone.Asked;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody sends as many texts as she can: none is refused, nobody is buried, and who is known does not wait for them. */
class FloodStory {

    /** From when it was asked until a text that tells of it was made; the newest ask of each. */
    private static final String WAITS = """
            SELECT dispatch.known, extract(epoch FROM told_at - asked_at)::bigint AS seconds
              FROM dispatch
             WHERE member_id = $1
               AND told_at IS NOT NULL
            """;

    @RegisterExtension
    final TestHouse house = new TestHouse();

    private record Wait(boolean known, Duration span) {}

    @Test
    void a_flood_delays_no_known_number_and_every_stranger_is_told_of_within_a_minute() {
        for (var known : List.of("81", "82", "83")) {
            house.phone("+120255501" + known).texts("1");
            house.page().does("Noon", (tx, alert, noon) ->
                    house.house().resolve(tx, alert, noon.id(), List.of("released_no_payment"), ""));
            house.waits(ofMinutes(2));
        }
        var rosa = house.phoneOf("Rosa");

        for (var second = 0; second < 66; second += 2) {
            house.phone("+120255501%02d".formatted(20 + second / 2)).textsOnly("2 daun penh");
            if (second % 32 == 2) {
                var before = rosa.dispatches().size();
                house.phone("+120255501%d".formatted(81 + second / 32)).texts("2 daun penh");
                assertEquals(before + 1, rosa.dispatches().size(), "a known number's, at once");
            }
            house.turn();
            house.clock.turn(ofSeconds(2));
        }
        for (var second = 0; second < 60; second += 5) {
            house.turn();
            house.clock.turn(ofSeconds(5));
        }

        var waits = house.database(tx -> tx.query(WAITS, row -> new Wait(row.flag("known"), ofSeconds(row.count("seconds"))),
                house.member("Rosa").id().value()));
        assertEquals(3 + 33 + 2, waits.size(), "all were told of: " + waits);
        assertTrue(waits.stream().allMatch(wait -> wait.span.compareTo(ofSeconds(wait.known ? 0 : 60)) <= 0), waits.toString());
        SweepStory.assertMostAMinute(house, 3);
    }

    @Test
    void the_heralds_of_several_gateways_tell_each_alert_once_and_in_one_text() {
        for (var i = 0; i < 8; i++) {
            house.phone("+120255501%02d".formatted(20 + i)).textsOnly("2 daun penh");
        }
        house.climbs();

        house.heralds(6);
        house.turn();

        for (var alias : List.of("Rosa", "Lina")) {
            var phone = house.phoneOf(alias);
            assertEquals(1, phone.received().size(), phone.received().toString());
            assertEquals(8, phone.everythingAsked().stream().map(Asked::code).distinct().count());
        }
    }

    @Test
    void a_gateway_that_dies_between_composing_and_sending_leaves_a_text_that_another_sends_once() {
        house.phone("+12025550120").textsOnly("2 daun penh");
        house.phone("+12025550121").textsOnly("1 daun penh");
        house.climbs();
        house.heralds(1);
        house.phoneOf("Rosa").receivedNothing();

        house.clock.turn(ofSeconds(20));
        house.turn();

        assertEquals(1, house.phoneOf("Rosa").received().size());
        assertEquals(2, house.phoneOf("Rosa").everythingAsked().size());
    }

    @Test
    void whose_telling_fails_waits_alone_and_is_told_when_it_can_be() {
        var rosa = house.member("Rosa").id().value();
        house.testDatabase().tamper("""
                CREATE FUNCTION a_bug() RETURNS trigger LANGUAGE plpgsql
                    AS $$ BEGIN IF NEW.member_id = '%s' THEN RAISE 'a bug'; END IF; RETURN NEW; END $$;
                """.formatted(rosa));
        house.testDatabase().tamper("CREATE TRIGGER a_bug BEFORE INSERT ON message FOR EACH ROW EXECUTE FUNCTION a_bug()");
        house.reporter().texts("2 daun penh");
        house.phoneOf("Rosa").receivedNothing();
        assertEquals(1, house.phoneOf("Lina").dispatches().size());
        assertTrue(house.database(tx -> tx.queryOne("SELECT strangers_from FROM pace WHERE member_id = $1",
                row -> row.moment("strangers_from"), rosa)).orElseThrow().isAfter(house.clock.instant()), "not looked at for a while");

        house.testDatabase().tamper("DROP FUNCTION a_bug CASCADE");
        house.clock.turn(ofSeconds(5));
        house.turn();

        assertEquals(1, house.phoneOf("Rosa").dispatches().size());
    }
}
