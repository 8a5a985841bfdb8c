package gateway.alert;

import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
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

    private static final String ADD = """
            INSERT INTO proposal (id, alert_id, report_id, member_text_id, kind, what_sealed, instead_of_sealed, proposed_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
            """;
    private static final String UNDECIDED_OF = """
            SELECT id, coalesce(report_id, member_text_id) AS source_id, kind, what_sealed, instead_of_sealed, proposed_at
              FROM proposal
             WHERE alert_id = $1
               AND decided IS NULL
             ORDER BY proposed_at, id
            """;
    private static final String DECIDE = """
            UPDATE proposal
               SET decided = $2, decided_by = $3, decided_at = $4
             WHERE id = $1
               AND decided IS NULL
            """;

    private static final FaultyRow.Named PROPOSAL = new FaultyRow.Named("proposal", "id", "kind");

    private final Timeline timeline;
    private final RowIds ids;

    public Proposals(Timeline timeline, RowIds ids) {
        this.timeline = timeline;
        this.ids = ids;
    }

    /** What a human has yet to decide about an alert, the oldest first. */
    public List<Proposal> undecidedOf(Transaction tx, LockedAlert alert) {
        return tx.querySound(PROPOSAL, UNDECIDED_OF, row -> read(row, alert), alert.alert().id().value());
    }

    Optional<Proposal> findUndecided(Transaction tx, LockedAlert alert, UUID id) {
        return undecidedOf(tx, alert).stream().filter(proposal -> proposal.id().equals(id)).findFirst();
    }

    /** What of this does not wait to be decided already. */
    public List<Proposal.Named> freshOf(Transaction tx, LockedAlert alert, List<Proposal.Named> named) {
        if (named.isEmpty()) {
            return named;
        }
        var waiting = undecidedOf(tx, alert);
        return named.stream().distinct().filter(one -> waiting.stream()
                .noneMatch(known -> known.kind() == one.kind() && known.what().equals(one.what()))).toList();
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
        timeline.add(tx, alert, by, now, new TimelineEntry.Proposed(id, source, named.kind().word(), named.what()));
    }

    private static Proposal read(Row row, LockedAlert alert) {
        var id = row.id("id");
        return new Proposal(id, alert.alert().id(), row.id("source_id"), Proposal.Kind.of(row.text("kind")),
                alert.seal().open(what(id), row.bytes("what_sealed")),
                alert.seal().open(insteadOf(id), row.bytes("instead_of_sealed")), row.moment("proposed_at"));
    }

    private static Binding what(UUID id) {
        return Binding.of("proposal", "what", id);
    }

    private static Binding insteadOf(UUID id) {
        return Binding.of("proposal", "instead_of", id);
    }
}
