/**
 * Signing in and out, the password, and the PIN.
 */
@NullMarked
package gateway.console.signin;

import org.jspecify.annotations.NullMarked;
