package gateway.phone;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom a carrier names as the sender of a text. */
class SenderTest {

    @ParameterizedTest
    @ValueSource(strings = {"Smart", "CELLCARD", " Metfone ", "Wing Bank", "A&B", "ABA-Bank", "1234", "888", "117", "65432", "2FA"})
    void a_name_or_a_short_code_is_a_machine(String written) {
        assertTrue(new Sender(written).isMachine());
        assertEquals(written.strip(), new Sender(written).shown());
        assertEquals("…", new Sender(written).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "+", "0", "12", "012345", "5550150", "12025550150", "+12025550150", "+266696687", "anonymous", "Anonymous",
            "RESTRICTED", "Unknown", "No callerID", "sip:rosa", "whatsapp:+1", "rosa@a.org", "twelve chars", "បងស្រី", "1*2", "\u0000"})
    void all_others_may_be_people(String written) {
        assertFalse(new Sender(written).isMachine());
        assertFalse(new Sender(written).shown().contains("5550150"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"smart", "SMART", " Smart"})
    void one_sender_has_one_key(String written) {
        assertEquals(new Sender("Smart").key(), new Sender(written).key());
    }
}
