package gateway.console.signin;

import gateway.console.frame.Frame;

/**
 * The page for choosing a PIN. Nothing of one is ever shown.
 *
 * @param problem          why the last one was not kept, in a sentence; empty at first
 * @param has              whether there is one already
 * @param asksForPassword  whether the member has a password to ask for
 */
public record PinPage(Frame frame, String problem, boolean has, boolean asksForPassword) {}
