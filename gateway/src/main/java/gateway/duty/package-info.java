/**
 * Who has promised to be there. A shift is a promise: {@link gateway.duty.PromisePlan} decides purely who is asked for her
 * word and who stays on until it is given, {@link gateway.duty.GapNews} which gaps the coordinators hear of,
 * {@link gateway.duty.ShiftChange} who goes and who is there when a shift ends, so that nothing is held in silence.
 * {@link gateway.duty.Duty} attends to all of it, and {@link gateway.duty.DutyDesk} hears what responders text. It changes
 * nothing but covers: who is on call follows from the roster alone.
 */
@NullMarked
package gateway.duty;

import org.jspecify.annotations.NullMarked;
