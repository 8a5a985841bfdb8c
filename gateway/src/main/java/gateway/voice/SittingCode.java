package gateway.voice;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** Six digits that open one sitting on the record line, once and not for long. */
public record SittingCode(String digits, Instant until) {

    static String draw(RandomGenerator random) {
        return Integer.toString(random.nextInt(100_000, 1_000_000));
    }

    /** Masked: whoever reads it in a log could use it. */
    @Override
    public String toString() {
        return "SittingCode[masked]";
    }
}
