/**
 * Asking responders, and hearing them. The {@link gateway.dispatch.EscalationClock} attends to every ladder whose moment
 * has come, {@link gateway.dispatch.StepPlan} decides purely whom to ask, and each act of a responder is one class that
 * every door calls. What she is told goes at one pace: the {@link gateway.dispatch.Herald} texts what she is asked,
 * {@link gateway.dispatch.Ringing} rings, the {@link gateway.dispatch.Crier} tells what she need only know. What a phone may
 * no longer be trusted with is ended by {@link gateway.dispatch.DoubtfulPhones}; what she must show more than a phone for,
 * {@link gateway.dispatch.Proving} checks. It understands no report and speaks to no reporter.
 */
@NullMarked
package gateway.dispatch;

import org.jspecify.annotations.NullMarked;
