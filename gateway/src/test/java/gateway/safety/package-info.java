/** Tests of the package {@code gateway.safety}. */
@NullMarked
package gateway.safety;

import org.jspecify.annotations.NullMarked;
