/**
 * Reports coming in. {@link gateway.intake.Inbox} takes in an envelope once, in one transaction with all that follows;
 * {@link gateway.intake.Switchboard} tells a responder's reply from a report; {@link gateway.intake.Intake} opens an alert
 * or joins one. Intake fails open: whatever understanding throws, an alert for a human is committed.
 */
@NullMarked
package gateway.intake;

import org.jspecify.annotations.NullMarked;
