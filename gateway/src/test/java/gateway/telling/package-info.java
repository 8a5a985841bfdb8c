/** Tests of the package {@code gateway.telling}. */
@NullMarked
package gateway.telling;

import org.jspecify.annotations.NullMarked;
