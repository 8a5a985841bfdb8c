package gateway.duty;

import gateway.alert.AlertId;
import gateway.alert.LadderId;
import gateway.member.MemberId;
import gateway.roster.RosterId;
import java.time.Instant;
import java.util.UUID;

/** What one member had when her shift ended, until somebody else has it. */
record HandOver(UUID id, RosterId roster, Instant at, AlertId alert, LadderId ladder, MemberId holder, State state) {

    /** Asked of those who are there, then the holder was reminded, then the coordinators told; over once it is not hers. */
    enum State {
        ASKED, REMINDED, TOLD, OVER;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(java.util.Locale.ROOT));
        }
    }
}
