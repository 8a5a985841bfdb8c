/**
 * Whom to ask, in which order, and how long to wait. {@link gateway.escalation.EscalationPolicy#after} is its centre, and
 * all but the store is pure. A policy is replaced by its next version, never edited, so that no edit can strand a climb
 * under way.
 */
@NullMarked
package gateway.escalation;

import org.jspecify.annotations.NullMarked;
