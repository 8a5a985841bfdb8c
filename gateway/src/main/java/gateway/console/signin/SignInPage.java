package gateway.console.signin;

import gateway.console.frame.Frame;

/**
 * A page of signing in.
 *
 * @param problem why the last try did not sign in, in a sentence; empty at first
 * @param alias   what was typed as alias, so that it need not be typed again
 */
public record SignInPage(Frame frame, String problem, String alias) {}
