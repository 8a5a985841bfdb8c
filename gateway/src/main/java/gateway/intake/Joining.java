package gateway.intake;

import gateway.alert.Alert;
import gateway.codebook.Code;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a later report does to the alert it joins. Joining never suppresses an ask. Pure.
 *
 * @param elsewhere whether a grave code names another place than the alert's
 */
record Joining(Code gravest, boolean asksAfresh, boolean elsewhere) {

    /** A grave code this long after the last one is news again: she may have been moved, or hurt anew. */
    private static final Duration NEWS_AGAIN = Duration.ofMinutes(30);

    static Joining of(Alert alert, Code gravestSoFar, Code reported, @Nullable String area, Instant now) {
        var graver = isGraver(reported, gravestSoFar);
        var anotherPlace = area != null && alert.area() != null && !area.equals(alert.area());
        var lastGrave = alert.lastGraveAt();
        var graveAgain = reported.grave() && (lastGrave == null || !now.isBefore(lastGrave.plus(NEWS_AGAIN)));
        var isOfHarm = reported.grave() && !reported.mild() && !reported.silences();
        return new Joining(graver ? reported : gravestSoFar, graver || graveAgain, anotherPlace && isOfHarm);
    }

    /** Silence is first in the order, but a wish for it hides nothing that has happened: it stays a mark beside that code. */
    private static boolean isGraver(Code reported, Code soFar) {
        var hides = reported.silences() && (soFar.grave() || soFar.presumesSeized());
        return reported.isGraverThan(soFar) && !hides;
    }
}
