package gateway.duty;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ShiftTextTest {

    @Test
    void an_end_is_told_with_its_date_as_soon_as_it_could_be_mistaken_for_the_beginning() {
        assertEquals("25/11 20:00-08:00", told(Duration.ofHours(12)));
        assertEquals("25/11 20:00-19:59", told(Duration.ofDays(1).minusMinutes(1)));
        assertEquals("25/11 20:00-26/11 20:00", told(Duration.ofDays(1)));
    }

    private static String told(Duration length) {
        var from = Instant.parse("2026-11-25T13:00:00Z");
        return ShiftText.of(from, from.plus(length), ZoneId.of("Asia/Phnom_Penh"));
    }
}
