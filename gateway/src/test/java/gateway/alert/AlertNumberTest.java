package gateway.alert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AlertNumberTest {

    /** Every number of four digits, every wrong digit, every swap of neighbours: 10,000 numbers, none missed. */
    @Test
    void one_wrong_digit_or_one_swap_never_names_another_alert() {
        var slips = 0;
        for (var number = 0; number < 10_000; number++) {
            var written = new AlertNumber("%04d".formatted(number)).toString().replace("-", "");
            for (var slip : slips(written)) {
                slips++;
                assertEquals(Optional.empty(), AlertNumber.read(slip), written + " as " + slip);
            }
        }
        assertTrue(slips > 480_000, "slips tried: " + slips);
    }

    @Test
    void the_number_in_the_contract_reads_as_itself_with_and_without_its_hyphen() {
        var number = AlertNumber.read("4731-1").orElseThrow();

        assertEquals("4731", number.digits());
        assertEquals("4731-1", number.toString());
        assertEquals(number, AlertNumber.read(" 47311 ").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1", "473-1", "4731-2", "abcd-1", "៤៧៣១-១", "99999999999999999999", "4731-1; DROP"})
    void what_is_no_alert_number_reads_as_none(String written) {
        assertEquals(Optional.empty(), AlertNumber.read(written));
    }

    @ParameterizedTest
    @CsvSource({"0, 4", "999, 4", "1000, 5", "9999, 5", "10000, 6", "1000000, 8"})
    void a_digit_longer_each_time_a_tenth_of_the_length_is_in_use(long inUse, int length) {
        assertEquals(length, AlertNumber.lengthFor(inUse));
    }

    private static HashSet<String> slips(String written) {
        var slips = new HashSet<String>();
        for (var i = 0; i < written.length(); i++) {
            for (var digit = '0'; digit <= '9'; digit++) {
                slips.add(written.substring(0, i) + digit + written.substring(i + 1));
            }
            if (i > 0) {
                slips.add(written.substring(0, i - 1) + written.charAt(i) + written.charAt(i - 1) + written.substring(i + 1));
            }
        }
        slips.remove(written);
        return slips;
    }

    @Test
    void drawn_numbers_have_the_length_asked_for_and_read_back() {
        var random = new Random(1);
        for (var length = 4; length <= 12; length++) {
            var drawn = AlertNumber.draw(random, length);
            assertEquals(length, drawn.digits().length());
            assertEquals(Optional.of(drawn), AlertNumber.read(drawn.toString()));
        }
    }
}
