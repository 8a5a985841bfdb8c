package gateway.verifying;

import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.Verifications;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Asks for codes by itself, by day only: once of a phone that was never verified, and in the last week of one that was.
 * The coordinators are told a week ahead, and when it is over; from then on she is asked only where nobody else is left.
 */
public final class VerificationClock {

    private static final int MORNING = 8;
    private static final int EVENING = 20;
    private static final int WEEK_AHEAD = 1;
    private static final int OVER = 4;

    private final Dispatching dispatching;
    private final Verifying verifying;
    private final DueRows<Verifications.Due> due;

    public VerificationClock(Database database, Dispatching dispatching, Verifying verifying) {
        this.dispatching = dispatching;
        this.verifying = verifying;
        this.due = new DueRows<>(database, "To be asked for a code, member", Verifications.Due::member,
                (tx, one) -> dispatching.members().find(tx, one.member()).ifPresent(member -> attend(tx, member, one)));
    }

    public Optional<Instant> tick() {
        return due.turn(tx -> {
            var hour = tx.now().atZone(verifying.zone(tx)).getHour();
            return hour < MORNING || hour >= EVENING ? List.of() : dispatching.members().verifications().due(tx, tx.now());
        });
    }

    private void attend(Transaction tx, Member member, Verifications.Due due) {
        dispatching.members().verifications().lock(tx, member.id());
        if (due.stage() == 0) {
            if (dispatching.members().verifications().due(tx, tx.now()).contains(due)) {
                verifying.ask(tx, member);
            }
        } else if (dispatching.members().verifications().tell(tx, due)) {
            verifying.ask(tx, member);
            if (due.stage() == WEEK_AHEAD) {
                dispatching.telling().coordinators().tell(tx, null, "notice.verification-ends", Map.of("alias", member.alias(),
                        "date", verifying.day(tx, dispatching.members().verifications().untilOfAll(tx).getOrDefault(member.id(), tx.now()))));
            } else if (due.stage() == OVER) {
                dispatching.telling().coordinators().tell(tx, null, "notice.verification-over", Map.of("alias", member.alias()));
            }
        }
    }
}
