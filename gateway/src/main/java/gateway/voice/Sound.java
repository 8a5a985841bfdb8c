package gateway.voice;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** A sound file that carriers and browsers play, known by how its bytes begin and not by its name. */
public final class Sound {

    /** A minute of speech as WAV, several as MP3. */
    public static final int MOST_BYTES = 1024 * 1024;

    private final byte[] bytes;
    private final Kind kind;

    /** The two kinds that Twilio and Somleng both play. */
    public enum Kind {
        WAV("audio/wav", "wav"), MP3("audio/mpeg", "mp3");

        private final String mediaType;
        private final String ending;

        Kind(String mediaType, String ending) {
            this.mediaType = mediaType;
            this.ending = ending;
        }

        public String mediaType() {
            return mediaType;
        }

        public String ending() {
            return ending;
        }
    }

    private Sound(byte[] bytes, Kind kind) {
        this.bytes = bytes;
        this.kind = kind;
    }

    /** Empty for what is no sound, or too much of it. */
    public static Optional<Sound> of(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return Optional.empty();
        }
        if (isWav(bytes)) {
            return Optional.of(new Sound(bytes.clone(), Kind.WAV));
        }
        return isMp3(bytes) ? Optional.of(new Sound(bytes.clone(), Kind.MP3)) : Optional.empty();
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Kind kind() {
        return kind;
    }

    private static boolean isWav(byte[] bytes) {
        return bytes.length > 44 && says(bytes, 0, "RIFF") && says(bytes, 8, "WAVE") && says(bytes, 12, "fmt ");
    }

    /** A tag before the sound, or a frame of layer 3 with a bit rate and a sampling rate that exist. */
    private static boolean isMp3(byte[] bytes) {
        if (bytes.length < 128) {
            return false;
        }
        return says(bytes, 0, "ID3") || (bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xE0) == 0xE0 && (bytes[1] & 0x18) != 0x08
                && (bytes[1] & 0x06) == 0x02 && (bytes[2] & 0xF0) != 0xF0 && (bytes[2] & 0x0C) != 0x0C;
    }

    private static boolean says(byte[] bytes, int at, String word) {
        return Arrays.equals(bytes, at, at + word.length(), word.getBytes(StandardCharsets.US_ASCII), 0, word.length());
    }
}
