package gateway.virtualphone;

import java.time.Instant;
import java.util.UUID;

/** A text on a virtual phone. Prints without its words. */
record VirtualText(UUID id, boolean incoming, String words, TextState state, Instant at) {

    @Override
    public String toString() {
        return "VirtualText[id=" + id + ", state=" + state + "]";
    }
}
