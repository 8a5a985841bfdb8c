package gateway.phone;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whom a carrier names as the sender of a text. Prints itself masked.
 *
 * @param written as the carrier wrote it
 */
public record Sender(String written) {

    /** A sender of letters, as carriers allow it: at most eleven letters, digits and a few signs. An address is longer or has others. */
    private static final Pattern NAME = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9 ._&+-]{1,11}");
    /** Carriers write it without a plus sign. Whatever is longer may be somebody's number, written badly. */
    private static final Pattern SHORT_CODE = Pattern.compile("[1-9][0-9]{2,5}");
    /** What carriers write for a number that somebody withheld: that is a person. */
    private static final Set<String> WITHHELD = Set.of("anonymous", "restricted", "blocked", "unknown", "unavailable", "private", "withheld",
            "hidden", "unidentified", "nocallerid", "nonumber", "none", "null");

    public Optional<PhoneNumber> number() {
        return PhoneNumber.read(written);
    }

    /** Whether only a machine texts from it: a name or a short code in place of a number. */
    public boolean isMachine() {
        var plain = written.strip();
        return SHORT_CODE.matcher(plain).matches()
                || NAME.matcher(plain).matches() && !WITHHELD.contains(plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", ""));
    }

    /** The same for the same sender. */
    public String key() {
        return number().map(PhoneNumber::e164).orElseGet(() -> written.strip().toLowerCase(Locale.ROOT));
    }

    /** For a page: a machine's name whole, a number masked. */
    public String shown() {
        return number().map(PhoneNumber::toString).orElseGet(() -> isMachine() ? written.strip() : "…");
    }

    @Override
    public String toString() {
        return number().map(PhoneNumber::toString).orElse("…");
    }
}
