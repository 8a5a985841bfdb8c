package gateway.asking;

import gateway.alert.Actor;
import gateway.alert.Heart;
import gateway.alert.LockedAlert;
import gateway.alert.UnattendedLadders;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.entry.AskingEntry;
import gateway.member.Member;
import gateway.messaging.Purpose;
import gateway.telling.Dispatching;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * While nobody of a required discipline beside the peers' has an alert, the coordinators are told every five minutes. Each alert
 * has five minutes of its own, which no other makes longer; those whose time is near are named in the same text, so that soon
 * one text names all. It is never gathered with others and never left out.
 */
public final class Unattended {

    private static final Logger log = LoggerFactory.getLogger(Unattended.class);
    private static final Duration EVERY = Duration.ofMinutes(5);
    /** Of this news nobody has heard, and it may still come to nothing: it goes with another text only at the last. */
    private static final Duration FIRST = Duration.ofMinutes(4);
    /** Half of the time: whatever the distance of two alerts, one of the two texts is near enough for both. */
    private static final Duration AGAIN = EVERY.dividedBy(2);
    private static final int A_TURN = 200;

    private final Database database;
    private final Heart heart;
    private final Dispatching dispatching;

    public Unattended(Database database, Heart heart, Dispatching dispatching) {
        this.heart = heart;
        this.dispatching = dispatching;
        this.database = database;
    }

    public Optional<Instant> tick() {
        return database.inTransaction(tx -> {
            var since = heart.ladders().unattended().nobodySince(tx);
            tell(tx);
            return since.map(at -> at.plus(EVERY));
        });
    }

    private void tell(Transaction tx) {
        var now = tx.now();
        var found = heart.ladders().unattended().lockUnattended(tx, now.minus(EVERY), now.minus(FIRST), now.minus(AGAIN), A_TURN);
        if (found.isEmpty()) {
            return;
        }
        var told = new ArrayList<Missing>();
        found.forEach(one -> heart.alerts().lock(tx, one.alert()).ifPresent(alert -> told.add(new Missing(one, alert))));
        told.stream().filter(one -> !one.ladder.toldBefore()).forEach(one -> {
            log.error("Alert {}: nobody of {} has it", one.alert.alert().number(), one.ladder.discipline().word());
            one.alert.tell(tx, Actor.GATEWAY,
                    new AskingEntry.Unattended(one.ladder.discipline(), one.ladder.since()));
        });
        heart.ladders().unattended().toldUnattended(tx, found, now);
        if (!told.isEmpty()) {
            dispatching.members().coordinators(tx).forEach(member -> dispatching.telling().tell(tx, told.getFirst().alert, null, member, Purpose.NOTICE,
                    "notice.unattended", words(tx, member, told)));
        }
    }

    private record Missing(UnattendedLadders.Unattended ladder, LockedAlert alert) {}

    /** All of them, as far as four segments go, the oldest first; how many more there are. */
    private Map<String, String> words(Transaction tx, Member member, List<Missing> told) {
        var words = Map.of("missing", "");
        var listed = new ArrayList<String>();
        for (var one : told) {
            listed.add(one.alert.alert().number() + " " + dispatching.telling().phrase(member, "missing." + one.ladder.discipline().word())
                    + " " + dispatching.telling().time(tx, one.alert, one.ladder.since()));
            var more = told.size() - listed.size();
            var longer = Map.of("missing", String.join(", ", listed) + (more == 0 ? "" : " +" + more));
            if (listed.size() > 1 && !dispatching.telling().fits(member, "notice.unattended", longer)) {
                break;
            }
            words = longer;
        }
        return words;
    }
}
