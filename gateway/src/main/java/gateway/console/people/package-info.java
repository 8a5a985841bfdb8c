/**
 * Members, their phones and choices, and enrolled reporters.
 */
@NullMarked
package gateway.console.people;

import org.jspecify.annotations.NullMarked;
