/**
 * Rosters, shifts, covers, hand-over, calendars, escalation policies, and what would happen if.
 */
@NullMarked
package gateway.console.rosters;

import org.jspecify.annotations.NullMarked;
