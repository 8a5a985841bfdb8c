/**
 * How members hear of something: what waits for a member is sent as a text of its own or in a digest, at one pace. {@link
 * gateway.telling.Herald} texts what she is asked, {@link gateway.telling.Crier} what she need only know; {@link
 * gateway.telling.NoticePlan} and {@link gateway.telling.DigestPlan} decide when. {@link
 * gateway.telling.Telling} words it, {@link gateway.telling.TellablePhones} says which phone may hear it, {@link
 * gateway.telling.MemberOutbox} queues it. Nothing goes to a phone that is quiet.
 */
@NullMarked
package gateway.telling;

import org.jspecify.annotations.NullMarked;
