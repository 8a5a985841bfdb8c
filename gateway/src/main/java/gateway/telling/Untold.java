package gateway.telling;

import gateway.alert.AlertId;
import gateway.alert.AlertNumber;
import gateway.contact.HotlineId;
import gateway.dispatch.DispatchId;
import gateway.dispatch.ReplyCode;
import gateway.roster.Discipline;
import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A dispatch that its responder is to be told of, with all that a text says of it.
 *
 * @param told    whether a text has told her of it before
 * @param known   whether it was reported from a known number
 * @param gravity the place of its code in the pack's order, 0 is the gravest
 * @param alertCode the id of that code
 * @param zone    in which the report's time is told
 * @param nextAt  when its ladder goes on, if it does
 * @param story   who had it and missed her check-in, if nobody has had it since
 */
public record Untold(DispatchId dispatch, AlertId alert, AlertNumber number, @Nullable HotlineId hotline, Discipline discipline,
        boolean told, boolean known, int gravity,
        String alertCode, @Nullable String area, int people, Instant reportedAt, ZoneId zone, @Nullable Instant nextAt,
        ReplyCode code, @Nullable Story story) {}
