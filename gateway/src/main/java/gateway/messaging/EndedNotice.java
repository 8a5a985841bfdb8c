package gateway.messaging;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A notice by call that is over without what it was for, for the first time. Prints no word.
 *
 * @param words what is spoken in it once a key was pressed
 */
public record EndedNotice(NoticeCall call, OutboundMessage.About about, String words) {

    @Override
    public String toString() {
        return "EndedNotice[" + call + "]";
    }

    public @Nullable UUID summons() {
        return call.summons();
    }
}
