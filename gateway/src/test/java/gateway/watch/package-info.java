/** Tests of the house's own health. */
@NullMarked
package gateway.watch;

import org.jspecify.annotations.NullMarked;
