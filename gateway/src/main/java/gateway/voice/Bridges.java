package gateway.voice;

import gateway.alert.AlertId;
import gateway.database.FaultyRow;
import gateway.database.Row;
import gateway.database.RowIds;
import gateway.database.Transaction;
import gateway.member.Member;
import gateway.member.MemberId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Keeps whom a call may be joined with, in the order in which they are rung. */
public final class Bridges {

    private static final String ADD = """
            INSERT INTO bridge (id, incoming_call_id, alert_id, member_id, place, state, changed_at)
            VALUES ($1, $2, $3, $4, $5, 'waiting', $6)
            """;
    private static final String BRIDGE = """
            SELECT id, incoming_call_id, alert_id, member_id, place, state
              FROM bridge
            """;
    private static final String FIND = BRIDGE + """
             WHERE id = $1
            """;
    private static final String OF_CALL = BRIDGE + """
             WHERE incoming_call_id = $1
             ORDER BY place
            """;
    private static final String MOVE = """
            UPDATE bridge
               SET state = $3, changed_at = $4
             WHERE id = $1
               AND state = $2
            """;

    private static final FaultyRow.Named NAMED = FaultyRow.Named.ofAlert("bridge", "id");

    private final RowIds ids;

    public Bridges(RowIds ids) {
        this.ids = ids;
    }

    /** @param from the place of the first of them in the order of the call */
    void add(Transaction tx, UUID call, AlertId alert, List<Member> members, int from, Instant now) {
        for (var place = 0; place < members.size(); place++) {
            tx.write(ADD, ids.next(), call, alert.value(), members.get(place).id().value(), from + place, now);
        }
    }

    Optional<Bridge> find(Transaction tx, UUID id) {
        return tx.querySound(NAMED, FIND, Bridges::read, id).stream().findFirst();
    }

    List<Bridge> of(Transaction tx, UUID call) {
        return tx.querySound(NAMED, OF_CALL, Bridges::read, call);
    }

    void move(Transaction tx, Bridge bridge, Bridge.State state, Instant now) {
        tx.write(MOVE, bridge.id(), bridge.state().word(), state.word(), now);
    }

    private static Bridge read(Row row) {
        return new Bridge(row.id("id"), row.id("incoming_call_id"), new AlertId(row.id("alert_id")),
                new MemberId(row.id("member_id")), row.number("place"), Bridge.State.of(row.text("state")));
    }
}
