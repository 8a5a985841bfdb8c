package gateway.voice;

import java.time.Instant;
import java.util.random.RandomGenerator;

/** Six digits that open one sitting on the record line, once and not for long. */
public record SittingCode(String digits, Instant until) {

    /** Never one digit six times: who presses that may be in need. */
    static String draw(RandomGenerator random) {
        while (true) {
            var digits = Integer.toString(random.nextInt(100_000, 1_000_000));
            if (digits.chars().distinct().count() > 1) {
                return digits;
            }
        }
    }

    /** Masked: whoever reads it in a log could use it. */
    @Override
    public String toString() {
        return "SittingCode[masked]";
    }
}
