/** Tests of the package {@code gateway.hotline}. */
@NullMarked
package gateway.hotline;

import org.jspecify.annotations.NullMarked;
