package gateway.verifying;

import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.Members;
import gateway.member.Verifications;
import gateway.telling.Telling;
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

    private final Members members;
    private final Verifying verifying;
    private final Telling telling;
    private final DueRows<Verifications.Due> due;

    public VerificationClock(Database database, Members members, Verifying verifying, Telling telling) {
        this.members = members;
        this.verifying = verifying;
        this.telling = telling;
        this.due = new DueRows<>(database, "To be asked for a code, member", Verifications.Due::member,
                (tx, one) -> members.find(tx, one.member()).ifPresent(member -> attend(tx, member, one)));
    }

    public Optional<Instant> tick() {
        return due.turn(tx -> {
            var hour = tx.now().atZone(verifying.zone(tx)).getHour();
            return hour < MORNING || hour >= EVENING ? List.of() : members.verifications().due(tx, tx.now());
        });
    }

    private void attend(Transaction tx, Member member, Verifications.Due due) {
        members.verifications().lock(tx, member.id());
        if (due.stage() == 0) {
            if (members.verifications().due(tx, tx.now()).contains(due)) {
                verifying.ask(tx, member);
            }
        } else if (members.verifications().tell(tx, due)) {
            verifying.ask(tx, member);
            if (due.stage() == WEEK_AHEAD) {
                telling.tellCoordinators(tx, null, "notice.verification-ends", Map.of("alias", member.alias(),
                        "date", verifying.day(tx, members.verifications().untilOfAll(tx).getOrDefault(member.id(), tx.now()))));
            } else if (due.stage() == OVER) {
                telling.tellCoordinators(tx, null, "notice.verification-over", Map.of("alias", member.alias()));
            }
        }
    }
}
