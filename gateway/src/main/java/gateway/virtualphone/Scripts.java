package gateway.virtualphone;

import gateway.database.DatabaseAway;
import gateway.voice.CallDesk;
import gateway.voice.Script;
import gateway.voice.Twiml;
import gateway.voice.TwimlReader;
import gateway.voice.TwimlReading;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks for what a call hears next, and takes it as a carrier does: written as TwiML, and read strictly again. */
public final class Scripts {

    private static final Logger log = LoggerFactory.getLogger(Scripts.class);
    private static final String CALLS = "http://virtual/calls/";
    private static final String PROMPTS = "http://virtual/prompts/";

    private final CallDesk desk;
    private final UUID carrierAccount;
    private final Twiml twiml = new Twiml(CALLS, PROMPTS);
    private final TwimlReader reader = new TwimlReader(CALLS, PROMPTS);

    public Scripts(CallDesk desk, UUID carrierAccount) {
        this.desk = desk;
        this.carrierAccount = carrierAccount;
    }

    /** What a call to a hotline hears first; empty when the gateway has nothing to say that a carrier could play. */
    Optional<Script> first(VirtualCall call) {
        return played(() -> desk.ring(call.heard(carrierAccount, new Doing.Asking("", ""))));
    }

    Optional<Script> next(VirtualCall call, Doing.Asking asking) {
        return played(() -> desk.proceed(asking.path(), call.heard(carrierAccount, asking)));
    }

    private Optional<Script> played(Supplier<Script> asked) {
        try {
            return switch (reader.read(twiml.write(asked.get()))) {
                case TwimlReading.Understood(var script) -> Optional.of(script);
                case TwimlReading.Outside(var why) -> {
                    log.error("A script is none that every carrier could play. {}", why);
                    yield Optional.empty();
                }
            };
        } catch (DatabaseAway away) {
            log.warn("A virtual call cannot go on: the database is away");
            return Optional.empty();
        } catch (RuntimeException failure) {
            log.error("What a virtual call hears next failed", failure);
            return Optional.empty();
        }
    }
}
