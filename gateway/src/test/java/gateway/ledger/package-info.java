/**
 * The gateway is killed again and again while texts come in and go out, and then three books are laid side by side: what
 * a carrier's client was told was taken, what the carrier was asked to send, and what the database holds. Its centre is
 * the ledger test; the gateway it kills is the real one, in a process of its own.
 */
@NullMarked
package gateway.ledger;

import org.jspecify.annotations.NullMarked;
