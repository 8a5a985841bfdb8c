/**
 * Reports coming in. {@link gateway.intake.Inbox} takes in an envelope once, in one transaction with all that follows;
 * {@link gateway.intake.Switchboard} tells a responder's word from a report; {@link gateway.intake.Intake} opens an alert
 * or joins one. Intake fails open: whatever understanding throws, an alert for a human is committed. It also decides, later
 * and again, whether who reported may be answered. It asks no responder: it begins ladders, and what is below asks.
 */
@NullMarked
package gateway.intake;

import org.jspecify.annotations.NullMarked;
