package gateway.reading;

import gateway.alert.Beginning;
import gateway.codebook.Code;
import gateway.codebook.Grounds;
import gateway.codebook.Reading;
import gateway.roster.Discipline;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a report's words. What it suggests, a human confirms. Prints no words.
 *
 * @param area       the short code of the area that is suggested, null where none was named
 * @param areaFrom   the words it came from, as written
 * @param people     how many people are held, 0 where it was not told
 * @param peopleFrom the words that came from, as written
 * @param tag        a tag that ties the report to somebody, folded and without its sign; null where there is none
 * @param safeWord   the one folded word beside a whole-text "safe", yet to be checked; empty where there is none
 * @param silent     whether the words forbid every answer, whatever else they say
 * @param grounds    why it was read so
 * @param custody    the ids of the places of custody that were named
 */
public record Understood(Reading reading, @Nullable String area, String areaFrom, int people, String peopleFrom,
        @Nullable String tag, String safeWord, boolean silent,
        Grounds grounds, Set<String> custody) {

    /** The gravest code the words name, or the codebook's own for what is unclear. */
    public Code code() {
        return reading.code();
    }

    /** Whether any code they name means that the phone may be in other hands, or silence is asked for, which says as much. */
    public boolean presumesSeized() {
        return silent || reading.codes().stream().anyMatch(Code::presumesSeized)
                || grounds.hinted().stream().anyMatch(Code::presumesSeized);
    }

    /**
     * Whether every word of it is known, none is grave, and none asks for silence. Only after such a text may anything be
     * sent to the phone it came from. A tag is no known word, whether somebody has it or not: no answer may tell.
     */
    public boolean isWhollyMild() {
        return grounds.mild() && tag == null;
    }

    /** "6 they did zxqwv": only mild codes beside words that nobody knows. The digit stands, and the rest may be graver. */
    public boolean isMildBesideUnknown() {
        return !(reading instanceof Reading.Unclear) && grounds.hasUnknown() && reading.codes().stream().allMatch(Code::mild);
    }

    /**
     * Whether it names or may mean anything grave, names a place of custody, or asks for silence. A mild word beside unknown ones,
     * as "money" in a shop's text, does not.
     */
    public boolean mayBeGrave() {
        return silent || !custody.isEmpty() || reading.codes().stream().anyMatch(Understood::wakes)
                || Stream.concat(grounds.hinted().stream(), guess()).anyMatch(code -> wakes(code) && !code.mild());
    }

    private Stream<Code> guess() {
        return reading instanceof Reading.Unclear(_, var guess, _) ? Stream.ofNullable(guess) : Stream.of();
    }

    private static boolean wakes(Code code) {
        return code.grave() || code.presumesSeized();
    }

    /** Whom the codes they name want asked beside the peers. */
    public Set<Discipline> wanted() {
        return Beginning.wanted(reading.codes());
    }

    public boolean isGrave() {
        return reading.codes().stream().anyMatch(Code::grave);
    }

    @Override
    public String toString() {
        return "Understood[" + reading + "]";
    }
}
