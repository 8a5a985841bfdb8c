package gateway.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gateway.codebook.PackFault;
import gateway.phone.Language;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What counts as a recording, and what a pack may bring of them. */
public class SoundTest {

    /** A tenth of a second of silence. */
    public static byte[] wav(int seed) {
        var wav = ByteBuffer.allocate(44 + 800).order(java.nio.ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(836).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16).putShort((short) 1).putShort((short) 1).putInt(8_000).putInt(8_000).putShort((short) 1)
                .putShort((short) 8).put("data".getBytes(StandardCharsets.US_ASCII)).putInt(800).put((byte) seed);
        return wav.array();
    }

    private static byte[] mp3() {
        var mp3 = new byte[256];
        mp3[0] = (byte) 0xFF;
        mp3[1] = (byte) 0xFB;
        mp3[2] = (byte) 0x50;
        return mp3;
    }

    @Test
    void wav_and_mp3_are_known_by_how_they_begin() {
        assertEquals(Optional.of(Sound.Kind.WAV), Sound.of(wav(1)).map(Sound::kind));
        assertEquals(Optional.of(Sound.Kind.MP3), Sound.of(mp3()).map(Sound::kind));
        assertEquals(Optional.of(Sound.Kind.MP3), Sound.of(("ID3" + "x".repeat(200)).getBytes(StandardCharsets.US_ASCII))
                .map(Sound::kind));
    }

    @Test
    void whatever_else_it_is_called_is_none() {
        for (var other : new String[] {"", "RIFF", "<html><script>alert(1)</script></html>" + " ".repeat(200), "OggS" + "x".repeat(200),
            "RIFFxxxxAVI LIST" + "x".repeat(200), "%PDF-1.7" + "x".repeat(200), "GIF89a" + "x".repeat(200)}) {
            assertTrue(Sound.of(other.getBytes(StandardCharsets.UTF_8)).isEmpty(), other);
        }
        var tooLong = ByteBuffer.allocate(Sound.MOST_BYTES + 1).put(wav(1)).array();
        assertTrue(Sound.of(tooLong).isEmpty());
        assertTrue(Sound.of(java.util.Arrays.copyOf(tooLong, Sound.MOST_BYTES)).isPresent());
        var noise = new byte[512];
        new Random(3).nextBytes(noise);
        noise[0] = 0;
        assertTrue(Sound.of(noise).isEmpty());
    }

    @Test
    void a_pack_brings_recordings_by_language_and_sentence(@TempDir Path pack) throws IOException {
        assertEquals(Map.of(), PromptsFolder.load(pack));
        var folder = Files.createDirectories(pack.resolve("prompts/km"));
        Files.write(folder.resolve("greeting.wav"), wav(1));

        assertEquals(java.util.Set.of(new Spoken(Sentence.GREETING, Language.KM)), PromptsFolder.load(pack).keySet());
    }

    @Test
    void each_fault_of_a_recording_in_a_pack_is_named(@TempDir Path pack) throws IOException {
        var folder = Files.createDirectories(pack.resolve("prompts/km"));
        for (var name : new String[] {"hello.wav", "greeting.ogg", "greeting"}) {
            var file = Files.write(folder.resolve(name), wav(1));
            assertThrows(PackFault.class, () -> PromptsFolder.load(pack), name);
            Files.delete(file);
        }
        Files.writeString(folder.resolve("greeting.wav"), "no sound");
        assertThrows(PackFault.class, () -> PromptsFolder.load(pack));
        Files.write(folder.resolve("greeting.wav"), wav(1));
        Files.write(folder.resolve("greeting.mp3"), mp3());
        assertThrows(PackFault.class, () -> PromptsFolder.load(pack), "two of one sentence");
    }
}
