package gateway.console.rosters;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableAction;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

/**
 * Shifts as a calendar (RFC 5545). It lies on other people's servers, so it says neither what the shifts are of nor who we
 * are; and the same shifts are the same bytes, so that nothing seems to have changed when nothing has.
 */
final class ShiftCalendar {

    private static final Duration FETCH_AGAIN_AFTER = Duration.ofHours(6);

    /** ical4j counts letters, and the standard 75 bytes: a Khmer letter has three. */
    private static final int LETTERS_A_LINE = 24;

    private ShiftCalendar() {}

    /** How long before a shift its owner's calendar reminds her. */
    private static final Duration REMIND_BEFORE = Duration.ofHours(1);

    /**
     * One entry of it.
     *
     * @param reminds whether the calendar rings before it begins (VALARM, RFC 5545 3.6.6)
     */
    record Entry(Instant from, Instant to, String summary, boolean reminds) {}

    /** @param salt what makes its entries' ids other than any other calendar's */
    static String write(List<Entry> entries, String salt) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Shifts//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        // RFC 7986 5.7 wants the value's type named.
        calendar.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), FETCH_AGAIN_AFTER));
        entries.forEach(entry -> calendar.add(event(entry, salt)));
        var written = new StringWriter();
        try {
            new CalendarOutputter(false, LETTERS_A_LINE).output(calendar, written);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return written.toString();
    }

    private static VEvent event(Entry entry, String salt) {
        var event = new VEvent(false);
        event.add(new Uid(hash(salt + entry.from() + entry.to() + entry.summary())));
        event.add(new DtStamp(entry.from()));
        event.add(new DtStart<>(entry.from()));
        event.add(new DtEnd<>(entry.to()));
        event.add(new Summary(entry.summary()));
        if (entry.reminds()) {
            event.add(reminder(entry.summary()));
        }
        return event;
    }

    private static VAlarm reminder(String summary) {
        var alarm = new VAlarm(REMIND_BEFORE.negated());
        alarm.add(ImmutableAction.DISPLAY);
        alarm.add(new Description(summary));
        return alarm;
    }

    static String hash(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)), 0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("this Java has no SHA-256", impossible);
        }
    }
}
