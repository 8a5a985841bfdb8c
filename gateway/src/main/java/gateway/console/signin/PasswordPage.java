package gateway.console.signin;

import gateway.console.frame.Frame;

/**
 * The page for choosing a password.
 *
 * @param problem    why the last one was not kept, in a sentence; empty at first
 * @param asksForOld whether the old password is asked for first
 * @param least      the fewest characters it may have
 */
public record PasswordPage(Frame frame, String problem, boolean asksForOld, int least) {}
