package gateway.badhouse.dispatch;

/** Another one of this name stands among the members. */
final class Somebody {}
