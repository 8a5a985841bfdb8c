package gateway.unread;

import gateway.sealing.Foundation;
import java.time.Duration;

/** Texts that are no report and that a human must read: of members, and of machines, with the numbers that were muted. */
public record UnreadTexts(MemberTexts memberTexts, MachineTexts machineTexts, Mutes mutes) {

    /** @param deadline how long a text may stay unread before the coordinators are told */
    public static UnreadTexts build(Foundation foundation, Duration deadline) {
        return new UnreadTexts(new MemberTexts(foundation.keys(), foundation.ids(), deadline),
                new MachineTexts(foundation.keys(), foundation.ids(), deadline), new Mutes(foundation.keys(), foundation.ids()));
    }
}
