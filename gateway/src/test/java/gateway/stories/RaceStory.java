package gateway.stories;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import gateway.alert.AlertState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Things that happen at the same moment, on real threads against a real database. */
class RaceStory {

    private static final int ROUNDS = 5;

    @RegisterExtension
    final TestHouse house = new TestHouse();

    @Test
    void of_two_who_take_at_once_exactly_one_has_it_and_the_other_is_told_so() throws Exception {
        for (var round = 0; round < ROUNDS; round++) {
            house.phone("+1202555016" + round).texts("1");
            house.clock.turn(Duration.ofMinutes(5));
            house.turn();
            var rosa = house.phoneOf("Rosa");
            var amir = house.phoneOf("Amir");
            var rosas = "TAKE " + rosa.lastDispatch().code();
            var amirs = "TAKE " + amir.lastDispatch().code();

            together(() -> rosa.textsOnly(rosas), () -> amir.textsOnly(amirs));
            house.turn();
        }

        assertEquals(ROUNDS, house.kindsOfAll().stream().filter("acknowledged"::equals).count());
    }

    @Test
    void the_same_text_delivered_ten_times_at_once_is_one_report() throws Exception {
        var sid = FakeCarrier.newSid();
        Runnable delivery = () -> assertEquals(200,
                house.carrier().text(sid, "+12025550150", TestHouse.HOTLINE, "1").statusCode());

        together(delivery, delivery, delivery, delivery, delivery, delivery, delivery, delivery, delivery, delivery);
        house.turn();

        assertEquals(1, house.kinds(house.theAlert()).stream().filter(kind -> kind.startsWith("opened")).count());
        assertEquals(0, house.kinds(house.theAlert()).stream().filter("report_joined"::equals).count());
    }

    @Test
    void two_texts_of_one_new_stranger_at_once_are_one_alert() throws Exception {
        together(() -> house.reporter().textsOnly("1"), () -> house.reporter().textsOnly("2"));
        house.turn();

        assertEquals(AlertState.OPEN, house.theAlert().state());
        assertEquals(1, house.kinds(house.theAlert()).stream().filter("report_joined"::equals).count());
    }

    /** 10,000 of them with {@code -Drace.texts=10000}. */
    @Test
    void two_first_texts_of_each_of_many_phones_at_once_are_one_alert_each() throws Exception {
        var pairs = Integer.getInteger("race.texts", 50);
        for (var pair = 0; pair < pairs; pair++) {
            var phone = "+120255501" + (50 + pair % 50);
            if (pair % 50 == 0) {
                // Nobody knows these phones any more: each is new again.
                house.testDatabase().tamper("UPDATE contact_point SET number_index = NULL");
            }
            together(() -> house.takesIn(phone, "1"), () -> house.takesIn(phone, "2"));
        }

        assertEquals(List.of(pairs, pairs, pairs * 2), house.database(tx -> tx.queryOne("""
                SELECT (SELECT count(*) FROM contact_point WHERE last_heard_at IS NOT NULL) AS phones,
                       (SELECT count(*) FROM alert) AS alerts,
                       (SELECT count(*) FROM report) AS reports
                """, row -> List.of((int) row.count("phones"), (int) row.count("alerts"), (int) row.count("reports")))).orElseThrow());
    }

    private static void together(Runnable... acts) throws Exception {
        var start = new CountDownLatch(1);
        var done = new ArrayList<Future<?>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var act : acts) {
                done.add(threads.submit(() -> {
                    start.await();
                    act.run();
                    return act;
                }));
            }
            start.countDown();
            for (var one : done) {
                one.get();
            }
        }
    }
}
