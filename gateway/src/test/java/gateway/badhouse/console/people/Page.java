package gateway.badhouse.console.people;

/** A page of another room. */
public final class Page {}
