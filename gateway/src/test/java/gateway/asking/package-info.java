/** Tests of the package {@code gateway.asking}. */
@NullMarked
package gateway.asking;

import org.jspecify.annotations.NullMarked;
