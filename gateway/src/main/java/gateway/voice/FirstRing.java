package gateway.voice;

import gateway.contact.CallAnswer;
import gateway.database.DatabaseAway;
import gateway.inbox.CallInbox;
import gateway.incoming.Rung;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Somebody rings one of our numbers: the alert is committed first, then it is decided what the call hears. A hotline for
 * flashing is busy at once, so that ringing it costs nothing; from a member's number the call hears the same whatever is
 * open to her.
 */
public final class FirstRing implements CallFlow {

    private static final Logger log = LoggerFactory.getLogger(FirstRing.class);
    private static final Script BUSY = Script.of(new Verb.Reject());

    private final CallInbox inbox;
    private final Menu menu;
    private final ResponderTalk responders;

    public FirstRing(CallInbox inbox, Menu menu, ResponderTalk responders) {
        this.inbox = inbox;
        this.menu = menu;
        this.responders = responders;
    }

    @Override
    public Script proceed(List<String> rest, Heard call) {
        var rung = inbox.ring(call.envelope());
        if (rung.ofMember()) {
            return open(call).orElseGet(() -> menu.open(rung.hotline()));
        }
        return isForFlashing(rung) ? BUSY : menu.open(rung.hotline());
    }

    /** The ring is taken in: if what is open to her cannot be told, she hears the menu. */
    private Optional<Script> open(Heard call) {
        try {
            return responders.open(call);
        } catch (DatabaseAway away) {
            throw away;
        } catch (RuntimeException bug) {
            log.error("A member who rang could not be told what is open to her; she hears the menu", bug);
            return Optional.empty();
        }
    }

    private static boolean isForFlashing(Rung rung) {
        return rung.hotline() != null && rung.hotline().calls() == CallAnswer.FLASH;
    }
}
