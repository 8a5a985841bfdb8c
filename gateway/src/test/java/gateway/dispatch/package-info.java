/** Tests of the package {@code gateway.dispatch}. */
@NullMarked
package gateway.dispatch;

import org.jspecify.annotations.NullMarked;
