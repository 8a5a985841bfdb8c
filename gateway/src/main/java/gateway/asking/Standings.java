package gateway.asking;

import gateway.alert.AlertId;
import gateway.alert.Ladder;
import gateway.database.Transaction;
import gateway.dispatch.Dispatches;
import gateway.member.MemberId;
import gateway.safety.Obstacles;
import gateway.safety.SafetyTimers;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;

/** Gathers what is known of those who may be asked, for {@link Standing} to decide. */
public final class Standings {

    private final Dispatches dispatches;
    private final SafetyTimers timers;

    public Standings(Dispatches dispatches, SafetyTimers timers) {
        this.dispatches = dispatches;
        this.timers = timers;
    }

    /** For one ladder, with who has passed on it. */
    public Obstacles of(Transaction tx, Ladder ladder, Collection<MemberId> members, Instant now) {
        return of(tx, ladder.alert(), members).passed(dispatches.asked().passedOf(tx, ladder), now);
    }

    /** For one alert, whoever has passed. */
    Obstacles of(Transaction tx, AlertId alert, Collection<MemberId> members) {
        var reporters = dispatches.asked().reportersOf(tx, alert);
        return new Obstacles(dispatches.asked().reporting(tx, members), reporters.first(), reporters.merged(), Set.of(), Set.of(),
                timers.standings(tx, members));
    }

    /** For an alert that would come now from a stranger. */
    public Obstacles of(Transaction tx, Collection<MemberId> members) {
        return new Obstacles(dispatches.asked().reporting(tx, members), Set.of(), Set.of(), Set.of(), Set.of(), timers.standings(tx, members));
    }
}
