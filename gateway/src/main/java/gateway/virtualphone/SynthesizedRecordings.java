package gateway.virtualphone;

import gateway.voice.CarrierRecordings;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * What virtual phones record. Nobody speaks into a web page: in place of a voice stands half a second of a tone, another one
 * for each take, so that one hears which is which. Nothing is kept anywhere, so there is nothing to delete.
 */
public final class SynthesizedRecordings implements CarrierRecordings {

    private static final int RATE = 8_000;
    private static final int SAMPLES = RATE / 2;
    private static final int LOWEST = 300;
    private static final int PITCHES = 12;

    @Override
    public Fetched fetch(String address) {
        return new Fetched.Here(tone(LOWEST + 50 * Math.floorMod(address.hashCode(), PITCHES)));
    }

    @Override
    public boolean delete(String address) {
        return true;
    }

    /** @param pitch in hertz */
    private static byte[] tone(int pitch) {
        var wav = ByteBuffer.allocate(44 + SAMPLES).order(ByteOrder.LITTLE_ENDIAN);
        wav.put(ascii("RIFF")).putInt(36 + SAMPLES).put(ascii("WAVEfmt ")).putInt(16).putShort((short) 1).putShort((short) 1)
                .putInt(RATE).putInt(RATE).putShort((short) 1).putShort((short) 8).put(ascii("data")).putInt(SAMPLES);
        for (var sample = 0; sample < SAMPLES; sample++) {
            wav.put((byte) (128 + Math.round(60 * Math.sin(2 * Math.PI * pitch * sample / RATE))));
        }
        return wav.array();
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
