package gateway.network;

import gateway.contact.Hotlines;
import gateway.database.Database;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.escalation.Plans;
import gateway.member.MemberId;
import gateway.member.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes the database agree with a network, all or nothing, and says each change in a plain line; what agrees already is
 * left alone. What the network no longer lists is retired, never deleted, and a barred phone stays barred.
 */
public final class Loading {

    private static final Logger log = LoggerFactory.getLogger(Loading.class);

    /** Two loads at once would each retire what the other adds: the second waits for the first. */
    private static final String ONE_AT_A_TIME = """
            SELECT true
              FROM pg_advisory_xact_lock(4731001)
            """;
    private static final String IS_EMPTY = """
            SELECT NOT EXISTS (SELECT FROM member) AND NOT EXISTS (SELECT FROM hotline) AS is_empty
            """;

    private final MemberLoading members;
    private final RosterLoading rosters;
    private final PolicyLoading policies;
    private final HotlineLoading hotlines;
    private final OutsideLoading outside;

    public Loading(Members members, Plans plans, Hotlines hotlines, RowIds ids) {
        this.members = new MemberLoading(members, ids);
        this.rosters = new RosterLoading(plans.rosters(), ids);
        this.policies = new PolicyLoading(plans.policies(), ids);
        this.hotlines = new HotlineLoading(hotlines, ids);
        this.outside = new OutsideLoading(plans.outside(), ids);
    }

    /** Whether nothing was ever loaded. */
    public static boolean isEmpty(Transaction tx) {
        return tx.queryOne(IS_EMPTY, row -> row.flag("is_empty")).orElseThrow();
    }

    /**
     * @param carrierAccount the row of the account whose numbers the hotlines have
     * @param pack           the pack that reads and words the hotlines' texts
     * @return each change in a plain line; none when all agreed already
     */
    public List<String> load(Transaction tx, Network network, UUID carrierAccount, String pack) {
        var vouchedFor = new ArrayList<MemberId>();
        var changes = agree(tx, network, carrierAccount, pack, vouchedFor);
        vouchedFor.forEach(member -> log.info("By the loader's word the phone of member {} is verified", member));
        if (!changes.isEmpty()) {
            tx.announce();
        }
        return changes;
    }

    /** What a load would say; nothing stays of it. */
    public List<String> rehearse(Database database, Network network, Function<Transaction, UUID> carrierAccount,
            String pack) {
        var changes = new ArrayList<List<String>>();
        try {
            database.run(tx -> {
                changes.add(agree(tx, network, carrierAccount.apply(tx), pack, new ArrayList<>()));
                throw new Rehearsed();
            });
        } catch (Rehearsed undone) {
            return changes.getLast();
        }
        throw new IllegalStateException("a rehearsal was committed");
    }

    private List<String> agree(Transaction tx, Network network, UUID carrierAccount, String pack,
            List<MemberId> vouchedFor) {
        tx.execute(ONE_AT_A_TIME);
        var changes = new Changelist();
        var memberIds = members.load(tx, network, changes, vouchedFor);
        var rosterIds = rosters.load(tx, network, memberIds, changes);
        policies.load(tx, network, rosterIds, memberIds, changes);
        hotlines.load(tx, network, carrierAccount, pack, changes);
        outside.load(tx, network, changes);
        return changes.lines();
    }

    /** Thrown to roll back; carries nothing. */
    private static final class Rehearsed extends RuntimeException {

        Rehearsed() {
            super("rehearsed", null, false, false);
        }
    }
}
