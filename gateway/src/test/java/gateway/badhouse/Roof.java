package gateway.badhouse;

/** The bad house's root package, which nobody may know. */
public final class Roof {}
