package gateway.member;

import static org.junit.jupiter.api.Assertions.assertEquals;

import gateway.phone.PhoneNumber;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinRulesTest {

    private static final PhoneNumber HERS = new PhoneNumber("+12025550111");

    @ParameterizedTest
    @CsvSource({"123, length", "123456789, length", "'', length", "48a1, length", "48 21, length", "４８２１, length",
            "4444, easy", "77777777, easy", "1234, easy", "87654321, easy", "7890, easy", "2109, easy", "1212, easy",
            "464646, easy", "1987, easy", "2026, easy", "0111, phone", "5550111, phone"})
    void what_whoever_holds_her_phone_would_try_first_is_refused(String pin, String why) {
        assertEquals(Optional.of(why), PinRules.fault(pin, HERS));
    }

    @ParameterizedTest
    @ValueSource(strings = {"4821", "48213", "905172", "3087415", "19483726", "1357"})
    void four_to_eight_other_digits_are_a_pin(String pin) {
        assertEquals(Optional.empty(), PinRules.fault(pin, HERS));
    }
}
