package gateway.badhouse.member;

/** Stands above {@code phone}. */
public record Somebody(String alias) {}
