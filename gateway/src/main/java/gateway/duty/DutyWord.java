package gateway.duty;

import gateway.replyword.Reply;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a responder texts about her shifts: {@code ON} with the code of what she was asked, or alone, {@code OFF} alone,
 * {@code COVER} and {@code BACK} with the code of an offer. Inside a longer text the same words are a report.
 */
public sealed interface DutyWord {

    /** She will be there, or is; the digits as written, empty where the word stood alone. */
    record On(String code) implements DutyWord {
        @Override
        public String toString() {
            return "On";
        }
    }

    /** She cannot be there. */
    record Off() implements DutyWord {}

    /** She covers the shift that was offered; the digits as written, empty where the word stood alone. */
    record CoverIt(String code) implements DutyWord {
        @Override
        public String toString() {
            return "CoverIt";
        }
    }

    /** She takes back what she offered or accepted. */
    record BackOut(String code) implements DutyWord {
        @Override
        public String toString() {
            return "BackOut";
        }
    }

    Pattern ALONE = Pattern.compile("^(on|off)[ .,:!。។-]*$", Pattern.CASE_INSENSITIVE);
    Pattern ON_WITH_CODE = Pattern.compile("^[\"'(\\[ ]*(?:on[ :.,#-]*([0-9]{3}[ -]?[0-9]{3})|([0-9]{3}[ -]?[0-9]{3})[ :.,#\"')\\]-]*on)[ .,:!\"')\\]。។-]*$",
            Pattern.CASE_INSENSITIVE);
    Pattern WITH_CODE = Pattern.compile("^(cover|back)[ :.,#-]*((?:[0-9] ?){0,11}[0-9])?[ .,:!。។-]*$", Pattern.CASE_INSENSITIVE);

    static Optional<DutyWord> read(String written) {
        var plain = Reply.plain(written);
        var alone = ALONE.matcher(plain);
        if (alone.matches()) {
            return Optional.of(alone.group(1).toLowerCase(Locale.ROOT).equals("on") ? new On("") : new Off());
        }
        var on = ON_WITH_CODE.matcher(plain);
        if (on.matches()) {
            return Optional.of(new On((on.group(1) == null ? on.group(2) : on.group(1)).replaceAll("[ -]", "")));
        }
        var coded = WITH_CODE.matcher(plain);
        if (coded.matches()) {
            var code = coded.group(2) == null ? "" : coded.group(2).replace(" ", "");
            return Optional.of(coded.group(1).toLowerCase(Locale.ROOT).equals("cover") ? new CoverIt(code) : new BackOut(code));
        }
        return Optional.empty();
    }
}
