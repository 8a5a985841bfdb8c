package gateway;

import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.virtualphone.Cast;
import gateway.virtualphone.Exchange;
import gateway.virtualphone.PhoneSwitches;
import gateway.virtualphone.PromptShelf;
import gateway.virtualphone.Scripts;
import gateway.virtualphone.Texting;
import gateway.virtualphone.VirtualCalls;
import gateway.virtualphone.VirtualCarrier;
import gateway.virtualphone.VirtualPhoneRoutes;
import gateway.virtualphone.VirtualTexts;
import gateway.voice.CallDesk;
import java.time.Duration;
import java.util.function.Function;

/** The virtual phones with all that belongs to them: a carrier, an exchange for calls, and a door. */
final class VirtualPhones {

    private static final Duration SLOW_TEXT = Duration.ofSeconds(30);
    /** Less than any call rings for, so that a slow phone can still be answered. */
    private static final Duration SLOW_RING = Duration.ofSeconds(10);

    private final OpenHouse open;
    private final PromptShelf prompts;
    private final PhoneSwitches switches = new PhoneSwitches();
    private final VirtualTexts texts;
    private final VirtualCalls calls;
    final Exchange exchange;
    final VirtualCarrier carrier;

    /** Calls do not outlive a gateway: whatever an earlier one left alive is cut off. */
    VirtualPhones(OpenHouse open, CallDesk desk, PromptShelf prompts) {
        this.open = open;
        this.prompts = prompts;
        texts = new VirtualTexts(open.house.foundation.keys());
        calls = new VirtualCalls(open.house.foundation.keys());
        open.database.run(calls::cutOffTheLiving);
        exchange = new Exchange(open.database, calls, switches, new Scripts(desk, open.carrierAccount), prompts,
                open.changes::announce, open.house.foundation.ids(), open.clock, SLOW_RING);
        carrier = new VirtualCarrier(open.database, texts, calls, exchange, switches, (attempt, delivery, error) ->
                open.database.run(tx -> open.house.sending.outbox().receipts().receipt(tx, attempt, delivery, error, tx.now())),
                open.clock, SLOW_TEXT);
    }

    /** Opens their door and gives its address with the secret in it. */
    String open(int port, Function<Envelope, Receipt> inbox) {
        var house = open.house;
        return new VirtualPhoneRoutes(open.vertx, open.database, open.changes,
                new Cast(house.people.members(), house.reporters.hotlines()), texts,
                calls, exchange, switches, new Texting(open.database, texts, inbox, open.carrierAccount, house.foundation.ids()),
                prompts, house.pack.phrases(), open.random).open(port);
    }
}
