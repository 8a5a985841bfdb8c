package gateway.alert;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.entry.ReportEntry;
import gateway.member.MemberId;
import gateway.sealing.Binding;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps what reports name until a human has decided it; sealed under the key of the alert it is about. */
public final class Proposals {

    /** Whether the phone of a report or of a member's text may be with the police; the first is the source, the second the time. */
    private static final String IN_DOUBT = """
            (EXISTS (SELECT FROM report
                       JOIN contact_point ON contact_point.id = report.contact_point_id
                      WHERE report.id = %1$s
                        AND (report.while_seized OR contact_point.presumed_seized))
             OR EXISTS (SELECT FROM member_text
                          JOIN member ON member.id = member_text.member_id
                         WHERE member_text.id = %1$s
                           AND (EXISTS (SELECT FROM barred_phone
                                         WHERE barred_phone.number_index = member.phone_index)
                                OR (SELECT contact_point.presumed_seized
                                      FROM contact_point
                                     WHERE contact_point.number_index = member.phone_index)
                                OR EXISTS (SELECT FROM safety_timer
                                            WHERE safety_timer.member_id = member.id
                                              AND safety_timer.ended_at IS NULL
                                              AND safety_timer.cleared_at IS NULL
                                              AND safety_timer.due_at <= %2$s))))
            """;
    private static final String ADD = """
            INSERT INTO proposal (id, alert_id, report_id, member_text_id, kind, what_sealed, instead_of_sealed, proposed_at, doubted)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, %s)
            """.formatted(IN_DOUBT.formatted("coalesce($3::uuid, $4::uuid)", "$8::timestamptz"));
    private static final String UNDECIDED_OF = """
            SELECT proposal.id, alert_id, coalesce(report_id, member_text_id) AS source_id, kind, what_sealed, instead_of_sealed, proposed_at,
                   (SELECT member_id FROM member_text WHERE member_text.id = member_text_id) AS from_member,
                   doubted OR %s AS doubted
              FROM proposal
             WHERE proposal.alert_id = $1
               AND decided IS NULL
             ORDER BY proposed_at, proposal.id
            """.formatted(IN_DOUBT.formatted("coalesce(report_id, member_text_id)", "$2::timestamptz"));
    private static final String OF_DOUBTED = "SELECT %s AS doubted".formatted(IN_DOUBT.formatted("$1::uuid", "$2::timestamptz"));
    private static final String DECIDE = """
            UPDATE proposal
               SET decided = $2, decided_by = $3, decided_at = $4
             WHERE id = $1
               AND decided IS NULL
            """;

    private static final FaultyRow.Named PROPOSAL = new FaultyRow.Named("proposal", "id", "kind", "alert_id");

    private final RowIds ids;

    public Proposals(RowIds ids) {
        this.ids = ids;
    }

    /** What a human has yet to decide about an alert, the oldest first. */
    public List<Proposal> undecidedOf(Transaction tx, LockedAlert alert) {
        return tx.querySound(PROPOSAL, UNDECIDED_OF, row -> read(row, alert), alert.alert().id().value(), tx.now());
    }

    Optional<Proposal> findUndecided(Transaction tx, LockedAlert alert, UUID id) {
        return undecidedOf(tx, alert).stream().filter(proposal -> proposal.id().equals(id)).findFirst();
    }

    /** Whether the phone that a report or a member's text came from may be with the police. */
    public boolean isDoubted(Transaction tx, UUID source) {
        return tx.queryOne(OF_DOUBTED, row -> row.flag("doubted"), source, tx.now()).orElse(true);
    }

    /**
     * What of this does not wait to be decided already.
     *
     * @param doubted whether the phone that names it may be with the police: what such a phone has named before keeps nobody
     *                else from proposing the same
     */
    public List<Proposal.Named> freshOf(Transaction tx, LockedAlert alert, List<Proposal.Named> named, boolean doubted) {
        if (named.isEmpty()) {
            return named;
        }
        var waiting = undecidedOf(tx, alert);
        return named.stream().distinct().filter(one -> waiting.stream()
                .noneMatch(known -> known.kind() == one.kind() && known.what().equals(one.what())
                        && (doubted || !known.doubted()))).toList();
    }

    /** Adds what a report names, each with its entry. */
    public void add(Transaction tx, LockedAlert alert, UUID report, List<Proposal.Named> named, Instant now) {
        named.forEach(one -> add(tx, alert, report, null, one, Actor.REPORTER, now));
    }

    /** Adds what a text from a member's phone names. */
    public void addOfMember(Transaction tx, LockedAlert alert, UUID text, List<Proposal.Named> named, Instant now) {
        named.forEach(one -> add(tx, alert, null, text, one, Actor.GATEWAY, now));
    }

    /** Says whether it was still undecided. */
    boolean decide(Transaction tx, Proposal proposal, boolean confirmed, MemberId by, Instant now) {
        tx.announce();
        return tx.execute(DECIDE, proposal.id(), confirmed ? "confirmed" : "declined", by.value(), now) > 0;
    }

    private void add(Transaction tx, LockedAlert alert, @Nullable UUID report, @Nullable UUID text, Proposal.Named named, Actor by,
            Instant now) {
        var id = ids.next();
        tx.write(ADD, id, alert.alert().id().value(), report, text, named.kind().word(),
                alert.seal().seal(what(id), named.what()), alert.seal().seal(insteadOf(id), named.insteadOf()), now);
        var source = report == null ? Objects.requireNonNull(text) : report;
        alert.tell(tx, by, new ReportEntry.Proposed(id, source, named.kind().word(), named.what()));
    }

    private static Proposal read(Row row, LockedAlert alert) {
        var id = row.id("id");
        return new Proposal(id, alert.alert().id(), row.id("source_id"), Proposal.Kind.of(row.text("kind")),
                alert.seal().open(what(id), row.bytes("what_sealed")),
                alert.seal().open(insteadOf(id), row.bytes("instead_of_sealed")), row.moment("proposed_at"),
                row.idIfAny("from_member").map(MemberId::new).orElse(null), row.flag("doubted"));
    }

    private static Binding what(UUID id) {
        return Binding.of("proposal", "what", id);
    }

    private static Binding insteadOf(UUID id) {
        return Binding.of("proposal", "instead_of", id);
    }
}
