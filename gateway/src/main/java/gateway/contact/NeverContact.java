package gateway.contact;

import gateway.phone.PhoneNumber;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The numbers a pack says are never contacted, however they are written: with the country's code, or as people of the
 * country dial them. Pure.
 */
public final class NeverContact {

    /** Fewer digits than this, even behind a plus sign, are a short code's: who answers there is a machine or an office. */
    private static final int SHORTEST = 8;

    private final Set<String> numbers;

    public NeverContact(Collection<String> numbers) {
        this.numbers = numbers.stream().map(NeverContact::significant).filter(digits -> !digits.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    public boolean holds(PhoneNumber number) {
        var digits = number.e164().substring(1);
        return digits.length() < SHORTEST
                || numbers.stream().anyMatch(never -> digits.endsWith(never) && digits.length() - never.length() <= 3);
    }

    /** Its digits without what stands before them for a call within the country. */
    private static String significant(String written) {
        return written.replaceAll("[^0-9]", "").replaceFirst("^0+", "");
    }
}
