/**
 * Reports become alerts. {@link gateway.intake.Intake} opens an alert or joins one, in one transaction with all that follows. Intake
 * fails open: whatever understanding throws, an alert for a human is committed. It asks no responder: it begins ladders, and
 * what is below asks.
 */
@NullMarked
package gateway.intake;

import org.jspecify.annotations.NullMarked;
