package gateway.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A phone number in E.164 form. Prints itself masked, so that no log can leak a whole one. */
public record PhoneNumber(String e164) {

    /** What carriers write for a number that was withheld: ANONYMOUS, RESTRICTED, BLOCKED, UNKNOWN, UNAVAILABLE by keypad. */
    private static final Set<String> STAND_INS = Set.of("+266696687", "+7378742833", "+2562533", "+8566396",
            "+86282452253");

    public PhoneNumber {
        if (!e164.matches("\\+[1-9][0-9]{5,14}")) {
            throw new IllegalArgumentException("not a phone number in E.164 form");
        }
    }

    /** Reads an international number (with its plus sign); empty for withheld, alphanumeric and impossible ones. */
    public static Optional<PhoneNumber> read(@Nullable String written) {
        if (written == null || written.length() > 40 || !written.strip().startsWith("+")
                || STAND_INS.contains(written.replaceAll("[^+0-9]", ""))) {
            return Optional.empty();
        }
        var util = PhoneNumberUtil.getInstance();
        try {
            var parsed = util.parse(written.strip(), null);
            return util.isPossibleNumber(parsed) && !parsed.hasExtension()
                    ? Optional.of(new PhoneNumber(util.format(parsed, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException notANumber) {
            return Optional.empty();
        }
    }

    /** Whether the number lies in the range kept for fiction, +1 (any area) 555 0100 to 0199, which no carrier may ring. */
    public boolean isFiction() {
        return e164.matches("\\+1[2-9][0-9]{2}55501[0-9]{2}");
    }

    @Override
    public String toString() {
        return "…" + e164.substring(e164.length() - 4);
    }
}
