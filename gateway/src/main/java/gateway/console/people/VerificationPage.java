package gateway.console.people;

import gateway.console.frame.Frame;

/**
 * One's own phone and the code that proves it.
 *
 * @param standing until when it is verified, and whether a code waits
 */
public record VerificationPage(Frame frame, String standing, boolean hasPhone) {}
