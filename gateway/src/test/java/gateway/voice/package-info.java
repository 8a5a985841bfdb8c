/** Scripts, and how they are written. */
@NullMarked
package gateway.voice;

import org.jspecify.annotations.NullMarked;
