package gateway.intake;

import gateway.alert.Actor;
import gateway.alert.AlertState;
import gateway.alert.Heart;
import gateway.alert.LockedAlert;
import gateway.contact.Reporters;
import gateway.contact.SafeWords;
import gateway.contact.SafeWords.Result;
import gateway.database.Database;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.reading.Understanding;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compares the words beside a "safe" with those agreed, after their texts were committed: the slow hash is made between two
 * transactions, on this loop's thread. A word that could not be compared in time counts as wrong.
 */
public final class CheckingSafeWords {

    private static final Logger log = LoggerFactory.getLogger(CheckingSafeWords.class);
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int A_TURN = 50;

    private final Database database;
    private final Reporting reporting;
    private final Reporters reporters;
    private final Understanding understanding;
    private final Heart heart;
    private final InstantSource clock;

    public CheckingSafeWords(Database database, Reporting reporting, Reporters reporters, Understanding understanding,
            Heart heart, InstantSource clock) {
        this.reporting = reporting;
        this.reporters = reporters;
        this.heart = heart;
        this.database = database;
        this.understanding = understanding;
        this.clock = clock;
    }

    public Optional<Instant> tick() {
        var all = database.inTransaction(tx -> reporting.safeWordTries().begun(tx, A_TURN));
        for (var begun : all) {
            try {
                var result = isTooOld(begun) ? Result.ABSENT : compare(begun);
                database.run(tx -> settle(tx, begun, result));
            } catch (RuntimeException failure) {
                log.error("A word in alert {} could not be compared; it is tried again, and then counts as wrong", begun.alert(), failure);
            }
        }
        return all.stream().map(begun -> begun.at().plus(PATIENCE)).min(Comparator.naturalOrder());
    }

    private boolean isTooOld(SafeWordTries.Try begun) {
        return !clock.instant().isBefore(begun.at().plus(PATIENCE));
    }

    private record Said(Optional<SafeWords.Kept> kept, String word) {
        @Override
        public String toString() {
            return "Said";
        }
    }

    private Result compare(SafeWordTries.Try begun) {
        var said = database.inTransaction(tx -> heart.alerts().lock(tx, begun.alert()).flatMap(alert -> reporting.reports().words(tx, alert, begun.report()))
                .map(words -> new Said(reporters.enrolments().safeWords(tx, begun.person()), understanding.of(words).safeWord())));
        return said.map(found -> reporters.safeWords().check(found.kept, found.word)).orElse(Result.ABSENT);
    }

    private void settle(Transaction tx, SafeWordTries.Try begun, Result result) {
        var alert = heart.alerts().lock(tx, begun.survivor());
        if (reporting.safeWordTries().end(tx, begun.report())) {
            alert.ifPresent(locked -> settle(tx, locked, begun, result));
        }
    }

    private void settle(Transaction tx, LockedAlert alert, SafeWordTries.Try begun, Result result) {
        var now = tx.now();
        var fresh = heart.proposals().freshOf(tx, alert, List.of(SayingSafe.named(result)), heart.proposals().isDoubted(tx, begun.report()));
        heart.proposals().add(tx, alert, begun.report(), fresh, now);
        if (begun.askedAfresh() || alert.state() == AlertState.RESOLVED) {
            return;
        }
        reporting.laterTexts().add(tx, begun.report(), alert);
        if (fresh.stream().anyMatch(SayingSafe::isUnconfirmed)) {
            alert.tell(tx, Actor.GATEWAY, new ReportEntry.AskedAfresh(begun.report()));
            reporting.weighing().weigh(tx, alert, true, Set.of(), now);
        }
    }
}
