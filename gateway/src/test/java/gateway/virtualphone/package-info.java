/** The virtual phones: as a carrier, as a door, and as a page in a real browser. */
@NullMarked
package gateway.virtualphone;

import org.jspecify.annotations.NullMarked;
