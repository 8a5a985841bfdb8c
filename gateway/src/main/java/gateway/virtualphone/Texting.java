package gateway.virtualphone;

import gateway.database.Database;
import gateway.database.DatabaseAway;
import gateway.database.RowIds;
import gateway.incoming.Envelope;
import gateway.incoming.Receipt;
import gateway.phone.PhoneNumber;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Sends a text from a virtual phone to a hotline, as a carrier hands it in. */
public final class Texting {

    private static final Logger log = LoggerFactory.getLogger(Texting.class);

    private final Database database;
    private final VirtualTexts texts;
    private final Function<Envelope, Receipt> inbox;
    private final UUID carrierAccount;
    private final RowIds ids;

    /** @param inbox where every carrier hands in what it was sent */
    public Texting(Database database, VirtualTexts texts, Function<Envelope, Receipt> inbox, UUID carrierAccount,
            RowIds ids) {
        this.database = database;
        this.texts = texts;
        this.inbox = inbox;
        this.carrierAccount = carrierAccount;
        this.ids = ids;
    }

    /**
     * The text is on its phone before it is handed in, so that an answer stands below it.
     *
     * @throws DatabaseAway when nobody has taken it in; if it can be, it is marked so on its phone
     */
    void text(PhoneNumber from, PhoneNumber to, String words) {
        var id = ids.next();
        database.run(tx -> texts.addOutgoing(tx, id, from, words, tx.now()));
        var state = TextState.FAILED;
        try {
            state = switch (inbox.apply(new Envelope(carrierAccount, "VT" + id, from.e164(), to.e164(), words))) {
                case TAKEN, ALREADY_TAKEN -> TextState.SENT;
            };
        } finally {
            mark(id, state);
        }
    }

    private void mark(UUID id, TextState state) {
        try {
            database.run(tx -> texts.mark(tx, id, state));
        } catch (DatabaseAway away) {
            log.warn("The virtual text {} is {}, but that could not be written down", id, state.word());
        }
    }
}
