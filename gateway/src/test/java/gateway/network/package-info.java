/** Tests of the package {@code gateway.network}. */
@NullMarked
package gateway.network;

import org.jspecify.annotations.NullMarked;
