/** Where, by the words people use. */
@NullMarked
package gateway.place;

import org.jspecify.annotations.NullMarked;
