/**
 * Who has an alert: one act a class, called by every door. A lease is acknowledged, renewed, handed back or relieved; alerts are
 * merged and resolved; {@link gateway.holding.LeaseReminders} asks the holder for a sign in time.
 */
@NullMarked
package gateway.holding;

import org.jspecify.annotations.NullMarked;
