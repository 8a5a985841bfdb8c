package gateway.messaging;

/**
 * A phone network as we need it: it sends one text, or rings one phone, once, and says what became of it. It may block; it
 * never throws.
 */
public interface Carrier {

    SendOutcome send(Outgoing outgoing);
}
