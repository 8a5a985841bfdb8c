package gateway.roster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightTest {

    @ParameterizedTest
    @CsvSource(textBlock = """
            Asia/Phnom_Penh, 2026-03-02T14:59:59Z, by day
            Asia/Phnom_Penh, 2026-03-02T15:00:00Z, 2026-03-02T15:00:00Z
            Asia/Phnom_Penh, 2026-03-02T23:59:59Z, 2026-03-02T15:00:00Z
            Asia/Phnom_Penh, 2026-03-03T00:00:00Z, by day
            Asia/Kathmandu,  2026-03-02T20:00:00Z, 2026-03-02T16:15:00Z
            # Clocks go forward and back within the night, which is then shorter or longer.
            Europe/Berlin,   2026-03-29T04:59:59Z, 2026-03-28T21:00:00Z
            Europe/Berlin,   2026-03-29T05:00:00Z, by day
            Europe/Berlin,   2026-10-25T05:59:59Z, 2026-10-24T20:00:00Z
            """)
    void a_night_lasts_from_ten_to_seven_by_the_clock_on_the_wall(String zone, Instant moment, String fell) {
        assertEquals(fell, Night.fellBefore(moment, ZoneId.of(zone)).map(Instant::toString).orElse("by day"));
    }
}
