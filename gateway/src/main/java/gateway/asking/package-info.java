/**
 * Whom to ask next. {@link gateway.asking.EscalationClock} attends to every ladder whose moment has come; {@link
 * gateway.asking.StepPlan} decides purely whom to ask, {@link gateway.asking.Widening} whom else when nobody answers. It asks and
 * rings; who then has the alert is kept in {@code holding}.
 */
@NullMarked
package gateway.asking;

import org.jspecify.annotations.NullMarked;
