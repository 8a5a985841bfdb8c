/**
 * What we owe the phone network, and what it told us. A message is a row in the {@link gateway.messaging.Outbox} first;
 * the {@link gateway.messaging.Postman} claims it, hands it to a {@link gateway.messaging.Carrier} outside of any
 * transaction and writes down one of four outcomes. Whatever may have been sent twice is marked as a repeat. The words
 * come from the pack's {@link gateway.messaging.Phrases}. Nothing here knows alerts, members or dispatches but by their
 * ids: what is above looks down and finds what failed.
 */
@NullMarked
package gateway.messaging;

import org.jspecify.annotations.NullMarked;
