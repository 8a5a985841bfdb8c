package gateway.intake;

import gateway.codebook.Code;
import gateway.codebook.Reading;
import java.util.List;
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

    /** Every code it names, the gravest first. */
    public List<Code> codes() {
        return reading instanceof Reading.TwoCodes several ? several.codes() : List.of(code());
    }

    /** Whether the phone it came from may be in other hands, whichever of its codes says so. */
    public boolean presumesSeized() {
        return silent || codes().stream().anyMatch(Code::presumesSeized);
    }

    /** Whether one of its codes means that somebody is held. */
    public boolean wantsLegalAid() {
        return codes().stream().anyMatch(Code::wantsLegalAid);
    }

    @Override
    public String toString() {
        return "Understood[" + reading + "]";
    }
}
