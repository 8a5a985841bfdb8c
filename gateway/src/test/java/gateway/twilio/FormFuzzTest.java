package gateway.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.vertx.ext.web.handler.HttpException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

/** Any bytes at all may stand in a body: they are fields, or they are refused with 400, and nothing else happens. */
class FormFuzzTest {

    @Property(tries = 20_000)
    void any_bytes_are_a_form_or_are_refused_with_400(@ForAll("bodies") byte[] body) {
        try {
            var form = WebhookFields.read(body);

            assertTrue(form.value("Body").length() <= body.length);
            assertTrue(form.signed().length <= body.length);
            form.first("MessageSid", "SmsSid", "Body");
            assertTrue(form.toString().matches("Form\\[\\d+ fields]"));
        } catch (HttpException refused) {
            assertEquals(400, refused.getStatusCode());
        }
    }

    @Property(tries = 5_000)
    void words_come_out_as_they_went_in(@ForAll("words") String words) {
        var body = "From=%2B12025550123&Body=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&NumMedia=0";

        assertEquals(new String(words.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8),
                WebhookFields.read(body.getBytes(StandardCharsets.US_ASCII)).value("Body"));
    }

    @Provide
    Arbitrary<byte[]> bodies() {
        var pieces = Arbitraries.of("Body", "From", "MessageSid", "=", "&", "%", "%3", "%zz", "%E1%9E%85", "%00", "+", "%2B", "&&",
                "=&", "%u1780", "%-1", "a=b", "Body=1", ";");
        var bytes = Arbitraries.chars().range('\u0000', '\u00FF').map(String::valueOf);
        return Arbitraries.frequencyOf(Tuple.of(4, pieces), Tuple.of(1, bytes)).list().ofMaxSize(30)
                .map(all -> String.join("", all).getBytes(StandardCharsets.ISO_8859_1));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.oneOf(Arbitraries.strings().ofMaxLength(50),
                Arbitraries.of(List.of("ចាប់", "8 girls", "\u0000", "\ud83d", "🆘", "a&b=c%", "+")));
    }
}
