package gateway.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.phone.PhoneNumber;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NeverContactTest {

    private final NeverContact pack = ContactFile.neverContact(Path.of("config/packs/phnom-penh"));

    @ParameterizedTest
    @CsvSource({"+85523997919, true", "+855117, true", "+8551288, true", "+12025550117, false", "+12025551288, false",
            "+85523997918, false", "+855239979190, false", "+85511700000, false"})
    void a_number_is_held_however_it_is_dialled(String number, boolean held) {
        assertEquals(held, pack.holds(new PhoneNumber(number)), number);
    }

    @Test
    void what_is_shorter_than_any_phone_number_is_never_contacted() {
        assertTrue(new NeverContact(List.of()).holds(new PhoneNumber("+8556100")));
    }

    /** What carriers put in the place of a number that was withheld, and what is no number at all. */
    @ParameterizedTest
    @ValueSource(strings = {"+266696687", "+7378742833", "+2562533", "+8566396", "+86282452253", "anonymous", "117", "1288",
            "Restricted", "", "+", "+855", "Umbrella", "client:someone", "sip:a@b", "+86 28 2452253"})
    void what_stands_for_no_number_is_none(String sender) {
        assertTrue(PhoneNumber.read(sender).isEmpty(), sender);
    }
}
