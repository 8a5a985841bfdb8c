package gateway.virtualphone;

import gateway.database.Database;
import gateway.database.DatabaseAway;
import gateway.messaging.Carrier;
import gateway.messaging.Delivery;
import gateway.messaging.Outgoing;
import gateway.messaging.SendOutcome;
import gateway.virtualphone.VirtualTexts.OwedReceipt;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** The virtual phones' network: it takes a text or a call as its phone's switch allows, and reports receipts later. */
public final class VirtualCarrier implements Carrier {

    /** The kind of its row among the carrier accounts. */
    public static final String KIND = "virtual";
    /** As Twilio says it: this number cannot be texted. */
    public static final String REFUSED_ERROR = "21211";
    /** As Twilio says it: the phone is off or out of reach. */
    public static final String UNREACHABLE_ERROR = "30003";

    /** As Twilio says it: this number cannot be rung. */
    public static final String NOT_RUNG_ERROR = "21214";

    private static final int RECEIPTS_A_TURN = 50;

    private final Database database;
    private final PhoneNetwork network;
    private final Receipts receipts;
    private final InstantSource clock;
    private final Duration slowness;

    /** @param slowness how late a text arrives at a phone whose switch stands on slow */
    public VirtualCarrier(Database database, PhoneNetwork network, Receipts receipts, InstantSource clock, Duration slowness) {
        this.database = database;
        this.network = network;
        this.receipts = receipts;
        this.clock = clock;
        this.slowness = slowness;
    }

    @Override
    public SendOutcome send(Outgoing outgoing) {
        try {
            return switch (outgoing) {
                case Outgoing.Text text -> deliver(text);
                case Outgoing.Call call -> ring(call);
            };
        } catch (DatabaseAway away) {
            return new SendOutcome.Unknown("the virtual phones do not answer");
        }
    }

    private SendOutcome deliver(Outgoing.Text text) {
        return switch (network.switches().of(text.to())) {
            case ON -> accept(text, TextState.DELIVERED, Duration.ZERO);
            case SLOW -> accept(text, TextState.ON_ITS_WAY, slowness);
            case OFF -> accept(text, TextState.UNDELIVERED, Duration.ZERO);
            case REFUSED -> refuse(text);
        };
    }

    private SendOutcome accept(Outgoing.Text text, TextState state, Duration receiptAfter) {
        var now = clock.instant();
        database.run(tx -> network.texts().addIncoming(tx, text.attempt(), text.to(), text.words(), state, now,
                now.plus(receiptAfter)));
        return new SendOutcome.Accepted("VT" + text.attempt());
    }

    private SendOutcome refuse(Outgoing.Text text) {
        database.run(tx -> network.texts().addRefused(tx, text.attempt(), text.to(), text.words(), tx.now()));
        return new SendOutcome.Refused(REFUSED_ERROR);
    }

    private SendOutcome ring(Outgoing.Call call) {
        if (network.switches().of(call.to()) == PhoneSwitch.REFUSED) {
            network.exchange().refuse(call);
            return new SendOutcome.Refused(NOT_RUNG_ERROR);
        }
        network.exchange().place(call);
        return new SendOutcome.Accepted("VC" + call.attempt());
    }

    /**
     * Reports the receipts whose moment has come. A receipt is settled only after it was reported, so one that a crash
     * cuts short is reported again.
     */
    public void tick() {
        var due = database.inTransaction(tx -> network.texts().receiptsDue(tx, tx.now(), RECEIPTS_A_TURN));
        due.forEach(this::report);
        var owed = database.inTransaction(tx -> network.calls().receiptsOwed(tx, RECEIPTS_A_TURN));
        owed.forEach(this::report);
    }

    private void report(VirtualCalls.OwedReceipt owed) {
        receipts.report(owed.attempt(), owed.delivery(), Optional.ofNullable(owed.error()));
        database.run(tx -> network.calls().settleReceipt(tx, owed));
    }

    private void report(OwedReceipt owed) {
        var arrives = owed.state() != TextState.UNDELIVERED;
        receipts.report(owed.attempt(), arrives ? Delivery.DELIVERED : Delivery.UNDELIVERED,
                arrives ? Optional.empty() : Optional.of(UNREACHABLE_ERROR));
        database.run(tx -> network.texts().settleReceipt(tx, owed, arrives ? TextState.DELIVERED : owed.state()));
    }
}
