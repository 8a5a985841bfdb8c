package gateway.incoming;

import gateway.contact.Hotline;
import org.jspecify.annotations.Nullable;

/**
 * A first ring that is committed.
 *
 * @param hotline  null when it came to a number we do not know
 * @param ofMember whether a responder rang, so that nothing is opened until she presses a code
 */
public record Rung(@Nullable Hotline hotline, boolean ofMember) {}
