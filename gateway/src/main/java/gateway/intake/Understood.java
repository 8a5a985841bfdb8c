package gateway.intake;

import gateway.codebook.Code;
import gateway.codebook.Reading;
import org.jspecify.annotations.Nullable;

/**
 * What was understood of a report's words. Never prints them.
 *
 * @param area       the short code of the area suggested, null where none was named
 * @param areaFrom   the words it came from
 * @param people     the head count, 0 where none was told
 * @param peopleFrom the words it came from
 * @param tag        the folded tag of an enrolment, without its sign; null where none stood in the text
 * @param safeWord   the one folded word beside a whole-text "safe", to be checked; empty where there was none
 * @param silent     whether the text asks for silence, whatever else is in it
 */
public record Understood(Reading reading, @Nullable String area, String areaFrom, int people, String peopleFrom,
        @Nullable String tag, String safeWord, boolean silent) {

    /** The code the alert gets. */
    public Code code() {
        return reading.code();
    }

    @Override
    public String toString() {
        return "Understood[" + reading + "]";
    }
}
