/** Tests of the package {@code gateway.duty}. */
@NullMarked
package gateway.duty;

import org.jspecify.annotations.NullMarked;
