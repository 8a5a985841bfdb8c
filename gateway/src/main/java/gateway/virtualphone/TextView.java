package gateway.virtualphone;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * A text as its phone shows it.
 *
 * @param day the day it came, where the text above it came on another; else empty
 */
public record TextView(boolean incoming, String words, TextState state, String time, String moment, String day) {

    private static final DateTimeFormatter HOURS_AND_MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    static List<TextView> of(List<VirtualText> texts, ZoneId zone) {
        var views = new ArrayList<TextView>();
        var dayAbove = "";
        for (var text : texts) {
            var at = text.at().atZone(zone);
            var day = DateTimeFormatter.ISO_LOCAL_DATE.format(at);
            views.add(of(text, at, day.equals(dayAbove) ? "" : day));
            dayAbove = day;
        }
        return views;
    }

    private static TextView of(VirtualText text, ZonedDateTime at, String day) {
        return new TextView(text.incoming(), text.words(), text.state(), HOURS_AND_MINUTES.format(at),
                at.truncatedTo(ChronoUnit.SECONDS).toOffsetDateTime().toString(), day);
    }

    /** The carrier's error code, as Twilio has it; empty when all is well. */
    public String error() {
        return switch (state) {
            case UNDELIVERED -> VirtualCarrier.UNREACHABLE_ERROR;
            case REFUSED -> VirtualCarrier.REFUSED_ERROR;
            case ON_ITS_WAY, DELIVERED, SENDING, SENT, FAILED -> "";
        };
    }

    @Override
    public String toString() {
        return "TextView[state=" + state + "]";
    }
}
