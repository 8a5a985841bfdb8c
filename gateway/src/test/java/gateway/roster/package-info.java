/** Tests of the package {@code gateway.roster}. */
@NullMarked
package gateway.roster;

import org.jspecify.annotations.NullMarked;
