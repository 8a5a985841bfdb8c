/** Tests of the package {@code gateway.pack}. */
@NullMarked
package gateway.pack;

import org.jspecify.annotations.NullMarked;
