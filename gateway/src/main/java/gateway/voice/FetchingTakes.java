package gateway.voice;

import gateway.database.Database;
import gateway.voice.CarrierRecordings.Fetched;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings what was said on the record line here, and deletes it at the carrier, whether or not anybody keeps it. No call waits
 * for the carrier's answer, and a crash forgets nothing: the rows say what is still to be done.
 */
public final class FetchingTakes {

    private static final Logger log = LoggerFactory.getLogger(FetchingTakes.class);
    private static final int A_TURN = 20;

    /** A carrier may need some seconds until a recording is there; whoever said it has hung up by then. */
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final Database database;
    private final Sittings sittings;
    private final Prompts prompts;
    private final CarrierRecordings recordings;
    private final InstantSource clock;

    public FetchingTakes(Database database, Sittings sittings, Prompts prompts, CarrierRecordings recordings,
            InstantSource clock) {
        this.database = database;
        this.sittings = sittings;
        this.prompts = prompts;
        this.recordings = recordings;
        this.clock = clock;
    }

    public void tick() {
        for (var take : database.inTransaction(tx -> sittings.toSeeTo(tx, A_TURN))) {
            try {
                see(take);
            } catch (RuntimeException failure) {
                log.error("{} could not be seen to; the next turn tries again", take, failure);
            }
        }
        database.run(sittings::forgetDrafts);
    }

    private void see(Take take) {
        var here = !take.waiting() || fetch(take);
        if (here && recordings.delete(take.address())) {
            database.run(tx -> sittings.deleted(tx, take));
        }
    }

    /** Whether nothing more is to be fetched of it. */
    private boolean fetch(Take take) {
        return switch (recordings.fetch(take.address())) {
            case Fetched.Here(var bytes) -> {
                database.run(tx -> Sound.of(bytes).ifPresentOrElse(
                        sound -> sittings.fetched(tx, take, new Sitting.Draft(prompts.nameOf(sound), sound)),
                        () -> sittings.givenUp(tx, take)));
                yield true;
            }
            case Fetched.Never() -> giveUp(take);
            case Fetched.NotYet() -> clock.instant().isAfter(take.madeAt().plus(PATIENCE)) && giveUp(take);
        };
    }

    private boolean giveUp(Take take) {
        log.warn("{} could not be fetched", take);
        database.run(tx -> sittings.givenUp(tx, take));
        return true;
    }
}
