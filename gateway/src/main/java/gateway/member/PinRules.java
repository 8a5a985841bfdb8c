package gateway.member;

import gateway.phone.PhoneNumber;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which digits may be a PIN: four to eight, and none of those that whoever holds her phone would try first. Pure. */
public final class PinRules {

    public static final int SHORTEST = 4;
    public static final int LONGEST = 8;

    private PinRules() {}

    /**
     * Why these digits may not be a PIN, as the word of the phrase {@code pin.<why>}; empty where they may.
     *
     * @param phone the member's own, whose last digits are known to whoever holds it
     */
    public static Optional<String> fault(String pin, @Nullable PhoneNumber phone) {
        if (!pin.matches("[0-9]{" + SHORTEST + "," + LONGEST + "}")) {
            return Optional.of("length");
        }
        if (isRun(pin, 0) || isRun(pin, 1) || isRun(pin, -1) || isPair(pin) || isYear(pin)) {
            return Optional.of("easy");
        }
        return phone != null && phone.e164().endsWith(pin) ? Optional.of("phone") : Optional.empty();
    }

    /** 4444, 1234, 8765, and 7890 too. */
    private static boolean isRun(String pin, int step) {
        for (var i = 1; i < pin.length(); i++) {
            if (Math.floorMod(pin.charAt(i) - pin.charAt(i - 1) - step, 10) != 0) {
                return false;
            }
        }
        return true;
    }

    /** 1212 and 12121212. */
    private static boolean isPair(String pin) {
        return pin.length() % 2 == 0 && pin.equals(pin.substring(0, 2).repeat(pin.length() / 2));
    }

    private static boolean isYear(String pin) {
        return pin.length() == 4 && (pin.startsWith("19") || pin.startsWith("20"));
    }
}
