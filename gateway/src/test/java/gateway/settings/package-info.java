/** Tests of the package {@code gateway.settings}. */
@NullMarked
package gateway.settings;

import org.jspecify.annotations.NullMarked;
