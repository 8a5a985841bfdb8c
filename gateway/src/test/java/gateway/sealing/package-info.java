/** Tests of what must be unreadable to whoever takes the disk. */
@NullMarked
package gateway.sealing;

import org.jspecify.annotations.NullMarked;
