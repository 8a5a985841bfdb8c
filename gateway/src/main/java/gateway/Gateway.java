package gateway;

public final class Gateway {
    private Gateway() {}
}
