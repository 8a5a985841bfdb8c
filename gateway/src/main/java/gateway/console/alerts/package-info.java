/**
 * The board, an alert's page with its acts, and the texts that a human must read.
 */
@NullMarked
package gateway.console.alerts;

import org.jspecify.annotations.NullMarked;
