/** Tests of the package {@code gateway.command}. */
@NullMarked
package gateway.command;

import org.jspecify.annotations.NullMarked;
