package gateway;

import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.virtualphone.Cast;
import gateway.virtualphone.Exchange;
import gateway.virtualphone.PhoneNetwork;
import gateway.virtualphone.PhoneSwitches;
import gateway.virtualphone.PhonesShow;
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
    private final PhoneNetwork network;
    final Exchange exchange;
    final VirtualCarrier carrier;

    /** Calls do not outlive a gateway: whatever an earlier one left alive is cut off. */
    VirtualPhones(OpenHouse open, CallDesk desk, PromptShelf prompts) {
        this.open = open;
        this.prompts = prompts;
        var texts = new VirtualTexts(open.house.foundation.keys());
        var calls = new VirtualCalls(open.house.foundation.keys());
        open.database.run(calls::cutOffTheLiving);
        var switches = new PhoneSwitches();
        exchange = new Exchange(open.database, calls, switches, new Scripts(desk, open.carrierAccount), prompts,
                open.changes::announce, open.house.foundation.ids(), open.clock, SLOW_RING);
        network = new PhoneNetwork(texts, calls, switches, exchange);
        carrier = new VirtualCarrier(open.database, network, (attempt, delivery, error) ->
                open.database.run(tx -> open.house.sending.outbox().receipts().receipt(tx, attempt, delivery, error, tx.now())),
                open.clock, SLOW_TEXT);
    }

    /** Opens their door and gives its address with the secret in it. */
    String open(int port, Function<Envelope, Receipt> inbox) {
        var house = open.house;
        return new VirtualPhoneRoutes(open.vertx, open.database, open.changes, network,
                new PhonesShow(new Cast(house.people.members(), house.reporters.hotlines()), prompts, house.pack.phrases()),
                new Texting(open.database, network.texts(), inbox, open.carrierAccount, house.foundation.ids()), open.random).open(port);
    }
}
