package gateway.badhouse.elsewhere;

record OffTheStair() {}
