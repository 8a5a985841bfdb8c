/** Tests of the package {@code gateway.intake}. */
@NullMarked
package gateway.intake;

import org.jspecify.annotations.NullMarked;
