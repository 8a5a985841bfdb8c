package gateway.console.signin;

import gateway.console.frame.PasswordHashing;

/** How a password is hashed, how often it may be tried, and asking for it again. */
public record Passwords(PasswordHashing hashing, SignInThrottle throttle, PasswordAgain again) {}
