package gateway.telling;

import gateway.phone.Language;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words in which whoever comes on call learns what is open: each alert as a dispatch tells it, who has it and until
 * when, and her own code. Four segments at most; what does not fit is told by the herald. Pure.
 *
 * @param listed how many of the lines it holds, from the first
 */
public record HandOverText(String words, int listed) {

    /**
     * An alert.
     *
     * @param values what a dispatch says of it
     * @param holder who has it, by alias; a dash where nobody has
     * @param limit  when it goes on by itself, in hours and minutes
     */
    public record Line(Map<String, String> values, String holder, String limit) {
        @Override
        public String toString() {
            return "Line[masked]";
        }
    }

    /** @param lines at least one */
    public static HandOverText of(List<Line> lines, DigestText.Wording wording) {
        for (var fit = lines.size(); fit > 1; fit--) {
            var words = say(lines, fit, wording);
            if (DigestText.fits(words, wording.phrases())) {
                return new HandOverText(words, fit);
            }
        }
        return new HandOverText(say(lines, 1, wording), 1);
    }

    private static String say(List<Line> lines, int fit, DigestText.Wording wording) {
        var phrases = wording.phrases();
        var text = new StringBuilder(phrases.say(Language.EN, "hand-over.head", Map.of("count", Integer.toString(lines.size()))));
        for (var line : lines.subList(0, fit)) {
            var values = new HashMap<>(line.values());
            values.put("alias", line.holder());
            values.put("until", line.limit());
            text.append('\n').append(phrases.say(Language.EN, "hand-over.line", values));
        }
        return text.toString();
    }

    /** Words to a phone hold its reply codes: they are not printed. */
    @Override
    public String toString() {
        return "HandOverText[listed=" + listed + "]";
    }
}
