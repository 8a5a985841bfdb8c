/**
 * What no code was read in and what a human must read: unread reports, words of members, texts of machines. Each has a deadline;
 * a human codes it, mutes its number or dismisses it.
 */
@NullMarked
package gateway.unread;

import org.jspecify.annotations.NullMarked;
