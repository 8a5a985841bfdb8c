/** Tests of the package {@code gateway.escalation}. */
@NullMarked
package gateway.escalation;

import org.jspecify.annotations.NullMarked;
