/**
 * Proving that a phone is the member's: a code is texted to it, and she gives it back on her page, or texts it.
 */
@NullMarked
package gateway.verifying;

import org.jspecify.annotations.NullMarked;
