package gateway.incoming;

import gateway.alert.AlertId;
import gateway.contact.ContactPointId;
import gateway.contact.HotlineId;
import gateway.member.MemberId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call to one of our numbers. A reporter's has an alert from its first ring; that of a responder whose phone nothing
 * speaks against has one only once she has pressed a code.
 *
 * @param hotline      null when it came to a number we do not know
 * @param contactPoint null for a responder's call
 * @param member       null for a reporter's call
 */
public record IncomingCall(UUID id, @Nullable HotlineId hotline, @Nullable ContactPointId contactPoint,
        @Nullable MemberId member, @Nullable AlertId alert) {}
