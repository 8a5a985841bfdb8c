package gateway.voice;

import gateway.hotline.CallAnswer;
import gateway.intake.CallInbox;
import gateway.intake.Rung;
import java.util.List;

/**
 * Somebody rings one of our numbers: the alert is committed first, then it is decided what the call hears. A hotline for
 * flashing is busy at once, so that ringing it costs nothing; a responder hears what is open
 * to her there too, or the menu.
 */
public final class FirstRing implements CallFlow {

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
            return responders.open(call).orElseGet(() -> menu.open(rung.hotline()));
        }
        return isForFlashing(rung) ? BUSY : menu.open(rung.hotline());
    }

    private static boolean isForFlashing(Rung rung) {
        return rung.hotline() != null && rung.hotline().calls() == CallAnswer.FLASH;
    }
}
