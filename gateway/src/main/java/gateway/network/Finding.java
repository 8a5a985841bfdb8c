package gateway.network;

import gateway.database.FaultyRow;
import java.time.ZonedDateTime;

/** Something about the network that stands, where an alert might reach nobody or not in the way the file says. */
public sealed interface Finding {

    /** Nobody of the roster can be asked between the two moments, in the roster's time zone. */
    record NobodyOnCall(String roster, ZonedDateTime from, ZonedDateTime to) implements Finding {}

    /** Nobody of the roster can be asked at all. */
    record NobodyAtAll(String roster) implements Finding {}

    record CannotBeAsked(String roster, String alias, Why why) implements Finding {}

    /** Whose phone counts as hers no longer than that moment, which is near or past. */
    record VerificationEnds(String alias, ZonedDateTime at) implements Finding {}

    record NoCoordinator() implements Finding {}

    record NoHotline() implements Finding {}

    record PolicyMissing(String policy) implements Finding {}

    /** A row, or a part of it, that cannot be read: all else goes on without it. */
    record NotReadable(FaultyRow row) implements Finding {}

    /** A row outside the network that could not be read at that moment: all else went on without it. */
    record WasLeftOut(FaultyRow row, ZonedDateTime at) implements Finding {}

    /** A number that no real carrier reaches, of a member or a hotline. */
    record FictionNumber(String whose) implements Finding {}

    /** Why a member on a roster is not asked. */
    enum Why { NO_PHONE, NOT_VERIFIED, LOST }

    /** In a plain line, for the command line. */
    default String plainly() {
        return PlainWords.finding(this);
    }
}
