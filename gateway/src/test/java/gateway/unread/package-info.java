/** Tests of the package {@code gateway.unread}. */
@NullMarked
package gateway.unread;

import org.jspecify.annotations.NullMarked;
