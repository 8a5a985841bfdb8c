/**
 * Responders in danger: timers of those who go inside, codes that say duress, who is summoned then, and phones that are lost,
 * refused or in doubt. {@link gateway.safety.Proving} checks what shows more than a phone does.
 */
@NullMarked
package gateway.safety;

import org.jspecify.annotations.NullMarked;
