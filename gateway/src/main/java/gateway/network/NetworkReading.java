package gateway.network;

import java.util.List;

/** What reading a network file came to: a network, or everything that is wrong with the file. */
public sealed interface NetworkReading {

    record Sound(Network network) implements NetworkReading {}

    record Faulty(List<Fault> faults) implements NetworkReading {}
}
