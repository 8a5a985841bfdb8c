package gateway.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HealthTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0  | 0  | true  | all 2 loops turn
            30 | 0  | true  | all 2 loops turn
            31 | 30 | false | postman has not turned for 31 s
            31 | 90 | false | postman has not turned for 31 s; escalation clock has not turned for 90 s
            """)
    void the_house_is_well_while_every_loop_has_turned_in_the_last_30_seconds(long postman, long escalation,
            boolean isWell, String reason) {
        var health = new Health(List.of(
                new WatchedLoop("postman", () -> Duration.ofSeconds(postman)),
                new WatchedLoop("escalation clock", () -> Duration.ofSeconds(escalation))), List::of);

        assertEquals(new Verdict(isWell, reason), health.verdict());
    }

    @Test
    void what_a_human_must_see_to_is_named_and_is_no_reason_to_start_anew() {
        var health = new Health(List.of(new WatchedLoop("postman", () -> Duration.ZERO)),
                () -> List.of("the turns of alert 4731-1 fail"));

        assertEquals(new Verdict(true, "all 1 loops turn; the turns of alert 4731-1 fail"), health.verdict());
    }
}
