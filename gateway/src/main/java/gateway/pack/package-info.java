/**
 * A city's words and places as one: {@link gateway.pack.Pack} reads them, {@link gateway.pack.PackRules} says what is wrong in
 * them.
 */
@NullMarked
package gateway.pack;

import org.jspecify.annotations.NullMarked;
