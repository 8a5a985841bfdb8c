package gateway.stories;

import static java.time.Duration.ofDays;
import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.TestHouse;
import gateway.database.RowIds;
import gateway.dispatch.DispatchState;
import gateway.dispatch.Dispatches;
import gateway.roster.Discipline;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A code that was hers is not hers again for thirty days, so that an old text can do nothing new. */
class ReplyCodeStory {

    /** The timeline does not know of what this story adds by itself. */
    @RegisterExtension
    final TestHouse house = new TestHouse().withoutFolding();

    @Test
    void a_code_is_not_used_again_for_a_responder_before_thirty_days_have_passed() {
        house.reporter().texts("6");
        var rosa = house.phoneOf("Rosa");
        var old = rosa.lastDispatch().code();
        rosa.texts("PASS " + old);

        assertEquals("654321", drawn("Rosa", old, "654321"));
        assertEquals(old, drawn("Lina", old, "654322"), "another's is another's");
        house.clock.turn(ofDays(29));
        end("Rosa");
        assertEquals("654324", drawn("Rosa", "654321", "654324"), "the thirty days run from its end");
        end("Rosa");
        house.clock.turn(ofDays(31));

        assertEquals(old, drawn("Rosa", old, "654325"));
    }

    /** The code of a new dispatch when these are drawn one after the other. */
    private String drawn(String alias, String... codes) {
        var dispatches = new Dispatches(house.testDatabase().keyRing(), new RowIds(house.clock, new Random(8)), drawing(codes));
        return house.database(tx -> dispatches.writing().add(tx, house.theAlert().ladder(Discipline.PEER_ADVOCATE).orElseThrow(),
                house.member(alias).id(), 0, 0, DispatchState.ASKED, house.clock.instant()).code().digits());
    }

    private void end(String alias) {
        var dispatches = new Dispatches(house.testDatabase().keyRing(), new RowIds(house.clock, new Random(9)), new Random(9));
        house.database(tx -> {
            dispatches.liveOf(tx, house.member(alias).id())
                    .forEach(dispatch -> dispatches.writing().move(tx, dispatch, DispatchState.ENDED, house.clock.instant()));
            return tx;
        });
    }

    private static RandomGenerator drawing(String... codes) {
        Queue<String> left = new ArrayDeque<>(List.of(codes));
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new IllegalStateException("only codes are drawn here");
            }

            @Override
            public int nextInt(int origin, int bound) {
                return Integer.parseInt(left.remove());
            }
        };
    }
}
