/** Alerts and how they end. */
@NullMarked
package gateway.alert;

import org.jspecify.annotations.NullMarked;
