/**
 * Is the house itself well? {@link gateway.watch.Health} asks whether every loop still turns, {@link
 * gateway.watch.Readiness} whether something can be committed, and {@link gateway.watch.Meters} counts and times what
 * goes through. It mends nothing, and none of it holds a number, a name or a word anybody wrote.
 */
@NullMarked
package gateway.watch;

import org.jspecify.annotations.NullMarked;
