package gateway.reading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.pack.TestPack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Whether a text may be grave, so that it opens an alert whoever sent it. */
class MayBeGraveTest {

    private static final Understanding UNDERSTANDING = new Understanding(TestPack.PHNOM_PENH.codebook(), TestPack.PHNOM_PENH.gazetteer());

    private static final List<String> OFFERS = List.of("Enjoy 5GB for only 1$ today! Dial *1234#", "Dear customer, your balance is 0.50$. Top up 1$ get 10$",
            "Your OTP is 482913. Do not share it with anyone.", "ABA: You have received 120.00 USD from account 001 2 3", "Win an iPhone! Reply YES to 8888",
            "Wing: send money to any bank for free until 31 Dec", "Your parcel has arrived at 9:00, call 023 900 000", "Happy Khmer New Year from Smart!",
            "សេវាថ្មី! ទទួលបាន 10GB ត្រឹមតែ 1ដុល្លារ", "Your loan of $500 is approved, click http://example.org", "Missed call alert: 2 missed calls",
            "Your data is used up. Buy 1 GB for 0.25$", "Metfone: service center is open until 8 pm", "Your verification code is 123456");

    @Test
    void every_sample_that_is_grave_may_be_grave() throws IOException {
        var grave = samples().stream().filter(cells -> cells[1].matches("[123479]")).toList();

        assertEquals(List.of(), grave.stream().map(cells -> cells[0]).filter(text -> !UNDERSTANDING.of(text).mayBeGrave()).toList());
        assertTrue(grave.size() > 300, "samples: " + grave.size());
    }

    @Test
    void what_machines_send_is_not() {
        assertEquals(List.of(), OFFERS.stream().filter(text -> UNDERSTANDING.of(text).mayBeGrave()).toList());
    }

    private static List<String[]> samples() throws IOException {
        return Files.readAllLines(Path.of("config/packs/phnom-penh/samples.tsv")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# ")).map(line -> line.split("\t", -1)).toList();
    }
}
