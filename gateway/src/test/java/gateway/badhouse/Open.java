package gateway.badhouse;

/** Prints its secret. */
public record Open(String password) {}
