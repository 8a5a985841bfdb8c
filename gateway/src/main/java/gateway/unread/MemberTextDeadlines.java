package gateway.unread;

import gateway.database.Database;
import gateway.database.DueRows;
import gateway.database.Transaction;
import gateway.member.MemberId;
import gateway.telling.Dispatching;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Tells the coordinators from whose phones there are words that nobody has read in time; each phone by itself. */
public final class MemberTextDeadlines {

    private static final int A_TURN = 200;

    private final MemberTexts texts;
    private final Dispatching dispatching;
    private final DueRows<MemberId> due;

    public MemberTextDeadlines(Database database, MemberTexts texts, Dispatching dispatching) {
        this.dispatching = dispatching;
        this.texts = texts;
        this.due = new DueRows<>(database, "Unread words from the phone of member", member -> member, this::tell);
    }

    public Optional<Instant> tick() {
        return due.turn(tx -> texts.dueMembers(tx, tx.now(), A_TURN), texts::nextDue);
    }

    private void tell(Transaction tx, MemberId due) {
        if (texts.told(tx, due, tx.now())) {
            dispatching.members().find(tx, due).ifPresent(member ->
                    dispatching.telling().coordinators().tellOfNumberAlone(tx, null, member, "notice.member-texts", Map.of()));
        }
    }
}
