package gateway.console.signin;

/** All that the console answers about signing in. */
public record SignInPages(SessionPages session, PinPages pin) {}
