/** Tests of the package {@code gateway.reading}. */
@NullMarked
package gateway.reading;

import org.jspecify.annotations.NullMarked;
