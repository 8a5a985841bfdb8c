package gateway.console;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.TestConsole;
import gateway.voice.SoundTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A coordinator brings recordings, hears them, and says which calls hear. */
@SuppressWarnings("NullAway.Init")
class PromptsTest {

    private static final Pattern NAME = Pattern.compile("/prompts/([0-9a-f]{32}\\.wav)");

    @RegisterExtension
    static final TestConsole CONSOLE = new TestConsole();

    @BeforeEach
    void empty() {
        CONSOLE.database().tamper("DELETE FROM prompt");
    }

    @Test
    void a_recording_is_kept_heard_put_in_use_and_taken_out() {
        var noon = new Browserless(CONSOLE).as("Noon");
        assertEquals(List.of(), names(noon));

        assertEquals(303, upload(noon, "greeting", "km", SoundTest.wav(1)).statusCode());
        var name = names(noon).getFirst();
        assertEquals("Hello", told().substring(0, 5), "kept is not in use");
        assertArrayEquals(SoundTest.wav(1), noon.get("/prompts/" + name).body());
        use(noon, "greeting", "km", "1");

        assertTrue(told().contains("Play:" + name), told());
        upload(noon, "greeting", "km", SoundTest.wav(2));
        use(noon, "greeting", "km", "2");
        assertFalse(told().contains(name), "the second version replaced the first");
        assertEquals(1, inUse());
        assertEquals(400, noon.post("/prompts/use", Map.of("sentence", "greeting", "language", "km", "version", "9")).statusCode());
        assertEquals(1, inUse(), "a version that is not there changes nothing");
        use(noon, "greeting", "km", "0");
        assertEquals(0, inUse());
        assertFalse(told().contains("Play"), told());
    }

    @Test
    void a_carrier_hears_it_without_a_session_and_may_keep_it_for_ever() {
        var noon = new Browserless(CONSOLE).as("Noon");
        upload(noon, "again", "en", SoundTest.wav(3));
        var name = names(noon).getFirst();

        var heard = new Browserless(CONSOLE).get("/prompts/" + name);

        assertEquals(200, heard.statusCode());
        assertEquals("audio/wav", heard.headers().firstValue("Content-Type").orElseThrow());
        assertEquals("public, max-age=31536000, immutable", heard.headers().firstValue("Cache-Control").orElseThrow());
        assertEquals(404, new Browserless(CONSOLE).get("/prompts/" + "0".repeat(32) + ".wav").statusCode());
        assertEquals(404, new Browserless(CONSOLE).get("/prompts/..%2f..%2fetc%2fpasswd").statusCode());
    }

    @Test
    void what_is_no_sound_or_too_much_or_no_sentence_of_ours_is_not_kept() {
        var noon = new Browserless(CONSOLE).as("Noon");

        assertEquals(303, upload(noon, "greeting", "km", "<script>alert(1)</script>".getBytes(StandardCharsets.UTF_8)).statusCode());
        assertTrue(Browserless.text(noon.get("/prompts")).contains("That is no WAV or MP3 file"));
        assertEquals(413, upload(noon, "greeting", "km", new byte[1_100_000]).statusCode());
        assertEquals(400, upload(noon, "hello", "km", SoundTest.wav(1)).statusCode());
        assertEquals(400, upload(noon, "greeting", "fr", SoundTest.wav(1)).statusCode());
        assertEquals(415, noon.post("/prompts", Map.of("sentence", "greeting")).statusCode());
        assertEquals(404, upload(new Browserless(CONSOLE).as("Rosa"), "greeting", "km", SoundTest.wav(1)).statusCode());
        assertEquals(List.of(), names(noon));
    }

    private static HttpResponse<byte[]> upload(Browserless who, String sentence, String language, byte[] sound) {
        var body = new ByteArrayOutputStream();
        for (var field : List.of(List.of("sentence", sentence), List.of("language", language))) {
            body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"" + field.getFirst() + "\"\r\n\r\n" + field.getLast()
                    + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        body.writeBytes(("--cut\r\nContent-Disposition: form-data; name=\"sound\"; filename=\"a.wav\"\r\nContent-Type: audio/wav\r\n"
                + "\r\n").getBytes(StandardCharsets.UTF_8));
        body.writeBytes(sound);
        body.writeBytes("\r\n--cut--\r\n".getBytes(StandardCharsets.UTF_8));
        return who.send(who.request("/prompts", "Origin", CONSOLE.address, "Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "multipart/form-data; boundary=cut")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void use(Browserless who, String sentence, String language, String version) {
        assertEquals(303, who.post("/prompts/use", Map.of("sentence", sentence, "language", language, "version", version))
                .statusCode());
    }

    private static List<String> names(Browserless who) {
        return NAME.matcher(Browserless.text(who.get("/prompts"))).results().map(found -> found.group(1)).distinct().toList();
    }

    private static String told() {
        return CONSOLE.greeting();
    }

    private static long inUse() {
        return CONSOLE.database().database().inTransaction(tx -> tx.queryOne("SELECT count(*) AS count FROM prompt WHERE in_use_since IS NOT NULL",
                row -> row.count("count"))).orElseThrow();
    }
}
