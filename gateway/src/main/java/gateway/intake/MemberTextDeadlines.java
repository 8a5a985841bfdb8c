package gateway.intake;

import gateway.database.Database;
import gateway.database.Transaction;
import gateway.dispatch.Telling;
import gateway.member.MemberId;
import gateway.member.Members;
import java.time.InstantSource;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells the coordinators from whose phones there are words that nobody has read in time; each phone by itself. */
public final class MemberTextDeadlines {

    private static final Logger log = LoggerFactory.getLogger(MemberTextDeadlines.class);
    private static final int A_TURN = 200;

    private final Database database;
    private final MemberTexts texts;
    private final Members members;
    private final Telling telling;
    private final InstantSource clock;

    public MemberTextDeadlines(Database database, MemberTexts texts, Members members, Telling telling, InstantSource clock) {
        this.database = database;
        this.texts = texts;
        this.members = members;
        this.telling = telling;
        this.clock = clock;
    }

    public void tick() {
        for (var due : database.inTransaction(tx -> texts.dueMembers(tx, clock.instant(), A_TURN))) {
            try {
                database.run(tx -> tell(tx, due));
            } catch (RuntimeException failure) {
                log.error("Unread words from the phone of member {} could not be told of; the next turn tries again", due, failure);
            }
        }
    }

    private void tell(Transaction tx, MemberId due) {
        if (texts.told(tx, due, clock.instant())) {
            members.find(tx, due).ifPresent(member ->
                    telling.tellOfNumberAlone(tx, null, member, "notice.member-texts", Map.of()));
        }
    }
}
