package gateway.voice;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Iterator;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SittingCodeTest {

    @Test
    void it_is_never_one_digit_six_times() {
        assertEquals("100042", SittingCode.draw(drawing(List.of(222_222, 999_999, 100_042).iterator())));
    }

    private static RandomGenerator drawing(Iterator<Integer> numbers) {
        return new RandomGenerator() {
            @Override
            public long nextLong() {
                throw new AssertionError("a code is a number between two others");
            }

            @Override
            public int nextInt(int from, int to) {
                return numbers.next();
            }
        };
    }
}
