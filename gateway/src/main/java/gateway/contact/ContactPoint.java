package gateway.contact;

import org.jspecify.annotations.Nullable;

/**
 * A phone someone reached us from; perhaps borrowed, perhaps seized.
 *
 * @param isNumber       whether its sender is a phone number; a withheld or odd sender can never be answered
 * @param replyMode      how it may be answered; null means as the hotline answers strangers
 * @param presumedSeized while it stands, nothing at all goes to this phone
 */
public record ContactPoint(ContactPointId id, boolean isNumber, @Nullable ReplyMode replyMode, boolean presumedSeized) {}
