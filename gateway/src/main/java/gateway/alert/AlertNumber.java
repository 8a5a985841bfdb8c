package gateway.alert;

import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What people say and write down for an alert: random digits and a Damm check digit, such as {@code 4731-1}. One wrong
 * digit, or two neighbours swapped, never names another alert. Never used twice.
 */
public record AlertNumber(String digits) {

    private static final int SHORTEST = 4;
    private static final int LONGEST = 12;

    /** The quasigroup of H. M. Damm, "Total anti-symmetrische Quasigruppen" (2004), of order 10. */
    private static final int[][] DAMM = {
        {0, 3, 1, 7, 5, 9, 8, 6, 4, 2},
        {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
        {4, 2, 0, 6, 8, 7, 1, 3, 5, 9},
        {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
        {6, 1, 2, 3, 0, 4, 5, 9, 7, 8},
        {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
        {5, 8, 6, 9, 7, 2, 0, 1, 3, 4},
        {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
        {9, 4, 3, 8, 6, 1, 7, 2, 0, 5},
        {2, 5, 8, 1, 4, 3, 6, 7, 9, 0},
    };

    public AlertNumber {
        if (!digits.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}")) {
            throw new IllegalArgumentException("an alert number has " + SHORTEST + " to " + LONGEST + " digits");
        }
    }

    /** Draws a number of so many digits. */
    public static AlertNumber draw(RandomGenerator random, int length) {
        var digits = new StringBuilder(length);
        for (var i = 0; i < length; i++) {
            digits.append(random.nextInt(10));
        }
        return new AlertNumber(digits.toString());
    }

    /** How many digits to draw: one more each time a tenth of the numbers of a length is in use. */
    public static int lengthFor(long inUse) {
        var length = SHORTEST;
        for (var numbers = 10_000L; length < LONGEST && inUse >= numbers / 10; numbers *= 10) {
            length++;
        }
        return length;
    }

    /** Reads what a person wrote, with or without the hyphen; empty when the check digit does not fit. */
    public static Optional<AlertNumber> read(String written) {
        var plain = written.replace("-", "").strip();
        if (!plain.matches("[0-9]{" + (SHORTEST + 1) + "," + (LONGEST + 1) + "}") || check(plain) != 0) {
            return Optional.empty();
        }
        return Optional.of(new AlertNumber(plain.substring(0, plain.length() - 1)));
    }

    @Override
    public String toString() {
        return digits + "-" + check(digits);
    }

    private static int check(String digits) {
        return digits.chars().reduce(0, (interim, digit) -> DAMM[interim][digit - '0']);
    }
}
