/**
 * Whose text or call it is. {@link gateway.inbox.Inbox} takes in an envelope once; {@link gateway.inbox.Switchboard} tells a
 * responder's word from a report; {@link gateway.inbox.CallInbox} does so for calls.
 */
@NullMarked
package gateway.inbox;

import org.jspecify.annotations.NullMarked;
