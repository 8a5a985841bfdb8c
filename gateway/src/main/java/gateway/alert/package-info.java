/**
 * The heart: one need for help, from its first report to its resolution. An {@link gateway.alert.Alert} has a
 * {@link gateway.alert.Ladder} for each discipline that is asked; the alert's own state is derived from them. What somebody
 * has is a lease, and {@link gateway.alert.Leases} keeps how long texts may carry it. All that happens is a {@link
 * gateway.entry.TimelineEntry}, only added to and chained. This package holds ids of members and hotlines, and asks nobody:
 * that is the step above.
 */
@NullMarked
package gateway.alert;

import org.jspecify.annotations.NullMarked;
