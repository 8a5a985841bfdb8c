/**
 * What we owe the phone network, and what it told us. Texts go into the {@link gateway.messaging.Outbox} with the
 * change that causes them; the {@link gateway.messaging.Postman} claims them, hands each to a {@link
 * gateway.messaging.Carrier} and writes down the outcome. The sentences come from the pack, through {@link
 * gateway.messaging.Phrases}. Nothing here knows what an alert is.
 */
@NullMarked
package gateway.messaging;

import org.jspecify.annotations.NullMarked;
