package gateway.incoming;

import gateway.alert.AlertId;
import gateway.contact.ContactPointId;
import gateway.contact.HotlineId;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.dispatch.DispatchId;
import gateway.member.MemberId;
import gateway.sealing.KeyRing;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Keeps the calls to our numbers, found by a keyed index of the carrier's id. */
public final class IncomingCalls {

    /** Who rings again so soon has not given up: it is one alert, and worth asking for afresh once. */
    private static final Duration SOON = Duration.ofMinutes(10);

    private static final String ADD = """
            INSERT INTO incoming_call (id, carrier_account_id, carrier_id_index, hotline_id, contact_point_id, member_id,
                                       alert_id, asked_afresh, rang_at)
            VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
            """;
    private static final String FIND = """
            SELECT id, hotline_id, contact_point_id, member_id, alert_id
              FROM incoming_call
             WHERE carrier_account_id = $1
               AND carrier_id_index = $2
            """;
    private static final String MEMBER_OF = """
            SELECT member_id
              FROM incoming_call
             WHERE id = $1
            """;

    private static final String IS_REPEAT = """
            SELECT coalesce(bool_or(true) AND NOT bool_or(incoming_call.asked_afresh), false) AS is_repeat
              FROM incoming_call
              JOIN alert ON alert.id = incoming_call.alert_id
             WHERE incoming_call.contact_point_id = $1
               AND incoming_call.hotline_id IS NOT DISTINCT FROM $2
               AND incoming_call.rang_at > $3
               AND alert.resolved_at IS NULL
            """;
    private static final String RANG_LATELY = """
            SELECT EXISTS (SELECT FROM incoming_call
                            WHERE member_id = $1
                              AND rang_at > $2) AS rang
            """;
    private static final String BELONGS_TO = """
            UPDATE incoming_call
               SET alert_id = $2, tell_at = NULL
             WHERE id = $1
            """;
    private static final String PROVE = """
            UPDATE incoming_call
               SET proved_at = $2, proved_for = $3, tell_at = NULL
             WHERE id = $1
            """;
    private static final String PROOF_OF = """
            SELECT proved_for
              FROM incoming_call
             WHERE carrier_account_id = $1
               AND carrier_id_index = $2
               AND proved_at IS NOT NULL
            """;
    private static final String TELL = """
            UPDATE incoming_call
               SET tell_at = $2
             WHERE id = $1
            """;
    private static final String GOES_ON = """
            UPDATE incoming_call
               SET tell_at = $3
             WHERE carrier_account_id = $1
               AND carrier_id_index = $2
               AND tell_at IS NOT NULL
            """;
    private static final String NEXT_TO_TELL = """
            UPDATE incoming_call
               SET tell_at = NULL
             WHERE id = (SELECT id
                           FROM incoming_call
                          WHERE tell_at <= $1
                          ORDER BY tell_at
                          LIMIT 1
                            FOR NO KEY UPDATE SKIP LOCKED)
            RETURNING member_id
            """;
    private static final String NEXT_TELLING_AT = """
            SELECT min(tell_at) AS at
              FROM incoming_call
            """;

    private final KeyRing keys;
    private final RowIds ids;

    public IncomingCalls(KeyRing keys, RowIds ids) {
        this.keys = keys;
        this.ids = ids;
    }

    /** When the first is due, or was. */
    Optional<Instant> nextTellingAt(Transaction tx) {
        return tx.moment(NEXT_TELLING_AT);
    }

    public Optional<IncomingCall> find(Transaction tx, Envelope call) {
        return tx.queryOne(FIND, IncomingCalls::read, call.carrierAccount(), index(call));
    }

    /** The responder whose call it is; empty for a reporter's. */
    public Optional<MemberId> memberOf(Transaction tx, UUID call) {
        return tx.queryOne(MEMBER_OF, row -> row.idIfAny("member_id"), call).flatMap(member -> member).map(MemberId::new);
    }

    /** Whether this phone rang moments ago, and nobody was asked afresh for that yet. */
    public boolean isRepeat(Transaction tx, ContactPointId phone, @Nullable HotlineId hotline, Instant now) {
        return tx.queryOne(IS_REPEAT, row -> row.flag("is_repeat"), phone.value(), hotline == null ? null : hotline.value(),
                now.minus(SOON)).orElse(false);
    }

    public boolean rangLately(Transaction tx, MemberId member, Instant now) {
        return tx.queryOne(RANG_LATELY, row -> row.flag("rang"), member.value(), now.minus(SOON)).orElse(false);
    }

    /**
     * Who rings has shown who she is.
     *
     * @param only the dispatch whose code she keyed; null where it was her PIN
     */
    public void prove(Transaction tx, IncomingCall call, @Nullable DispatchId only, Instant now) {
        tx.write(PROVE, call.id(), now, only == null ? null : only.value());
    }

    /** What was shown in a member's call; empty while nothing was. */
    public Optional<CallProof> proofOf(Transaction tx, Envelope call) {
        return tx.queryOne(PROOF_OF, row -> new CallProof(row.idIfAny("proved_for").map(DispatchId::new).orElse(null)),
                call.carrierAccount(), index(call));
    }

    /** If nothing comes of it until then, the coordinators hear of a member's call. */
    void tellAt(Transaction tx, IncomingCall call, Instant at) {
        tx.write(TELL, call.id(), at);
    }

    /** The call goes on, or is over: what is to be told of it is told then. */
    void goesOn(Transaction tx, Envelope call, Instant tellAt) {
        tx.write(GOES_ON, call.carrierAccount(), index(call), tellAt);
    }

    /** Whose call is over and has opened nothing: each once. */
    Optional<MemberId> nextToTell(Transaction tx, Instant now) {
        return tx.queryOne(NEXT_TO_TELL, row -> new MemberId(row.id("member_id")), now);
    }

    public UUID nextId() {
        return ids.next();
    }

    public void add(Transaction tx, Envelope call, IncomingCall known, boolean askedAfresh, Instant now) {
        tx.write(ADD, known.id(), call.carrierAccount(), index(call), known.hotline() == null ? null : known.hotline().value(),
                known.contactPoint() == null ? null : known.contactPoint().value(),
                known.member() == null ? null : known.member().value(),
                known.alert() == null ? null : known.alert().value(), askedAfresh, now);
    }

    /** What was pressed opened an alert, or joined another one than the first ring did. */
    public void belongsTo(Transaction tx, IncomingCall call, AlertId alert) {
        tx.write(BELONGS_TO, call.id(), alert.value());
    }

    private byte[] index(Envelope call) {
        return keys.index().of("call id", call.carrierId());
    }

    private static IncomingCall read(Row row) {
        return new IncomingCall(row.id("id"), row.idIfAny("hotline_id").map(HotlineId::new).orElse(null),
                row.idIfAny("contact_point_id").map(ContactPointId::new).orElse(null),
                row.idIfAny("member_id").map(MemberId::new).orElse(null),
                row.idIfAny("alert_id").map(AlertId::new).orElse(null));
    }
}
