/** Tests of the package {@code gateway.replyword}. */
@NullMarked
package gateway.replyword;

import org.jspecify.annotations.NullMarked;
