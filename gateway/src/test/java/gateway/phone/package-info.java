/** How long texts are. */
@NullMarked
package gateway.phone;

import org.jspecify.annotations.NullMarked;
