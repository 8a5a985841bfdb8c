/**
 * Whom to ask, in which order, how long to wait, and how often. {@link gateway.escalation.EscalationPolicy#after} is its
 * centre, and all but the store is pure. A policy is replaced by its next version, never edited, so that no edit can strand a
 * climb under way. Who is on call, and who of them is asked first, is not known here.
 */
@NullMarked
package gateway.escalation;

import org.jspecify.annotations.NullMarked;
