/**
 * Asking responders, and hearing them. The {@link gateway.dispatch.EscalationClock} attends to every ladder whose moment
 * has come, {@link gateway.dispatch.StepPlan} decides purely whom to ask, and each act of a responder is one class that
 * every door calls. What a phone may no longer be trusted with is ended by {@link gateway.dispatch.DoubtfulPhones}.
 */
@NullMarked
package gateway.dispatch;

import org.jspecify.annotations.NullMarked;
