/** The outbox, its postman and the phrases. */
@NullMarked
package gateway.messaging;

import org.jspecify.annotations.NullMarked;
