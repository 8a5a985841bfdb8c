/** Tests of the package {@code gateway.member}. */
@NullMarked
package gateway.member;

import org.jspecify.annotations.NullMarked;
