package gateway.unread;

import gateway.contact.HotlineId;
import gateway.phone.Sender;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A text of a machine, or of a muted number, that opened nothing. Never prints its words.
 *
 * @param envelope what the carrier delivered
 * @param pictured whether pictures came with it
 */
public record MachineText(UUID id, UUID envelope, @Nullable HotlineId hotline, Sender sender, String words, boolean pictured, Instant at) {

    @Override
    public String toString() {
        return "MachineText[" + id + "]";
    }
}
