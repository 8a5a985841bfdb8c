package gateway.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * A 2xx to a carrier means that the text is kept, and nobody is told twice without being told so, whenever and wherever
 * the gateway is killed. How often it is: {@code -Dledger.kills=300}; the same again: {@code -Dledger.seed=…}.
 */
class LedgerTest {

    private static final int KILLS = Integer.getInteger("ledger.kills", 10);
    private static final long SEED = Long.getLong("ledger.seed", new Random().nextLong());

    @Test
    void what_was_answered_is_kept_and_nothing_is_sent_twice_unmarked_wherever_the_gateway_is_killed() {
        try (var campaign = new Campaign("kills", SEED)) {
            var books = campaign.run(campaign.draw(KILLS));

            tell("Killed " + KILLS + " times", SEED, campaign, books);
            assertEquals(Map.of(), campaign.reporters().otherAnswers(), "answers that are neither 2xx nor 503");
            assertTrue(books.isClean(), books.toString());
            for (var point : KillPoint.values()) {
                var hits = campaign.hits().getOrDefault(point, 0);
                assertTrue(!point.isNamed() || hits >= KILLS / 10, point + " was hit only " + hits + " times");
            }
        }
    }

    @Test
    void a_build_that_answers_before_it_commits_or_sends_twice_is_found_out() {
        try (var campaign = new Campaign("broken", SEED, "LEDGER_ANSWERS_BEFORE_COMMIT", "LEDGER_SENDS_TWICE")) {
            var books = campaign.runBroken(List.of(KillPoint.BEFORE_COMMIT, KillPoint.ANY_MOMENT, KillPoint.BEFORE_COMMIT));

            tell("A broken build, killed 3 times", SEED, campaign, books);
            assertTrue(books.lost() > 0, books.toString());
            assertTrue(books.unmarkedDoubles() > 0, books.toString());
        }
    }

    private static void tell(String what, long seed, Campaign campaign, Comparison books) {
        System.out.println(what + ", seed " + seed + ": n = " + campaign.reporters().answered().size()
                + " texts answered 2xx in " + campaign.reporters().posts() + " posts; " + campaign.requests().size()
                + " requests at the carrier; hits " + campaign.hits() + "; " + books);
    }
}
