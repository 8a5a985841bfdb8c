package gateway.voice;

import gateway.alert.AlertId;
import gateway.member.MemberId;
import java.util.Locale;
import java.util.UUID;

/**
 * A responder who is rung so that a reporter on the line can be joined with her.
 *
 * @param call  the reporter's call
 * @param place its place in the order in which the call's responders are asked, from 0
 */
record Bridge(UUID id, UUID call, AlertId alert, MemberId member, int place, State state) {

    /**
     * Where it stands.
     *
     * <pre>
     * waiting ─► rung ─► joined
     *              ├───► passed
     *              └───► over      nobody answered, or pressed a key that counts
     * </pre>
     */
    enum State {
        WAITING, RUNG, JOINED, PASSED, OVER;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }
}
